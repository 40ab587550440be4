/** What each no from Slack means: one thing is given up, or we come back later; the workspace is never given up. */
import { describe, expect, it } from 'vitest';
import {
  type Decision,
  decisionOn,
  errorFor,
  isRefused,
  SlackRefusedError,
  UncertainError,
} from '../../adapters/slack/errors.ts';
import { UnavailableError } from '../../src/ports.ts';

describe('a code of Slack’s', () => {
  it.each<[string, Decision]>([
    ['ratelimited', 'later'],
    ['token_revoked', 'token'],
    ['invalid_auth', 'token'],
    ['account_inactive', 'token'],
    ['is_archived', 'channel'],
    ['not_in_channel', 'channel'],
    ['externally_shared', 'channel'],
    ['user_not_in_channel', 'person'],
    ['ura_max_channels', 'person'],
    ['message_not_found', 'message'],
    ['expired_trigger_id', 'window'],
    ['hash_conflict', 'window'],
    ['already_in_channel', 'already'],
    ['name_taken', 'already'],
    ['invalid_blocks', 'bug'],
    ['missing_scope', 'bug'],
    ['something_new', 'bug'],
  ])('%s is about: %s', (code, decision) => {
    expect(decisionOn(code)).toBe(decision);
  });

  it('that is about one thing is a refusal, and names it', () => {
    const error = errorFor('chat.postMessage', 'is_archived');

    expect(error).toBeInstanceOf(SlackRefusedError);
    expect(error).toMatchObject({ method: 'chat.postMessage', code: 'is_archived', decision: 'channel' });
    expect([isRefused(error), isRefused(error, 'channel'), isRefused(error, 'person')]).toEqual([true, true, false]);
  });

  it.each(['ratelimited', 'token_revoked'])('%s is an outage, tried again', (code) => {
    const error = errorFor('auth.test', code);

    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).not.toBeInstanceOf(UncertainError);
    expect(isRefused(error)).toBe(false);
  });

  it.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    '%s may have happened all the same',
    (code) => {
      expect(errorFor('chat.postMessage', code)).toBeInstanceOf(UncertainError);
    },
  );
});
