/**
 * What every no from Slack means for us. One channel, one person or one call is given up, never the workspace; a token
 * that no longer works is an outage that somebody must mend.
 */
import { UnavailableError } from '../../src/ports.ts';
import type { Refusal } from './parts.ts';

/**
 * `later`: trying again may work. `token`: nothing works until an administrator mends the installation. `channel`,
 * `person`, `message`, `window`: that one cannot be used any more. `already`: it is so already, or the name is taken.
 * `bug`: we asked for something that Slack does not do, or that the installation does not allow us (`missing_scope`).
 */
export type Decision = 'later' | 'token' | 'channel' | 'person' | 'message' | 'window' | 'already' | 'bug';

const codes = {
  later: [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
    'external_channel_migrating',
    'operation_timeout',
  ],
  token: [
    'not_authed',
    'invalid_auth',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'not_allowed_token_type',
    'enterprise_is_restricted',
    'org_login_required',
    'team_access_not_granted',
    'app_uninstalled',
  ],
  channel: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'externally_shared',
    'channel_type_not_supported',
    'method_not_supported_for_channel_type',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'cant_post_message',
    'posting_to_general_channel_denied',
    'cannot_dm_bot',
    'ekm_access_denied',
  ],
  person: [
    'user_not_found',
    'users_not_found',
    'user_not_visible',
    'user_disabled',
    'user_not_in_channel',
    'user_is_restricted',
    'user_is_ultra_restricted',
    'ura_max_channels',
    'org_user_not_in_team',
    'invitee_cant_see_channel',
    'cant_invite',
    'cant_invite_self',
    'cant_kick_self',
    'cant_kick_from_general',
    'is_bot',
    'messages_tab_disabled',
    'user_is_bot',
  ],
  message: [
    'message_not_found',
    'thread_not_found',
    'cant_update_message',
    'cant_delete_message',
    'edit_window_closed',
    'cannot_reply_to_message',
    'compliance_exports_prevent_deletion',
    'no_pin',
    'no_reaction',
    'bookmark_not_found',
  ],
  window: [
    'invalid_trigger_id',
    'expired_trigger_id',
    'exchanged_trigger_id',
    'trigger_expired',
    'trigger_exchanged',
    'push_limit_reached',
    'hash_conflict',
    'not_found',
  ],
  already: [
    'already_in_channel',
    'already_archived',
    'not_archived',
    'already_pinned',
    'already_reacted',
    'name_taken',
    'duplicate_external_id',
    'cant_archive_general',
  ],
} as const satisfies Record<Exclude<Decision, 'bug'>, readonly string[]>;

const decisions: ReadonlyMap<string, Decision> = new Map(
  Object.entries(codes).flatMap(([decision, names]) => names.map((name) => [name, decision as Decision] as const)),
);

/** What a code of Slack's means; one we do not know is ours to look at. */
export function decisionOn(code: string): Decision {
  return decisions.get(code) ?? 'bug';
}

/** Slack says no, for good. Never `later` or `token`: those are `UnavailableError`. */
export class SlackRefusedError extends Error implements Refusal {
  /** Slack's own name, e.g. `is_archived`; `externally_shared` is ours. */
  readonly code: string;
  readonly method: string;
  readonly decision: Exclude<Decision, 'later' | 'token'>;
  constructor(method: string, code: string, options?: ErrorOptions) {
    super(`Slack refuses ${method} (${code})`, options);
    this.name = 'SlackRefusedError';
    this.method = method;
    this.code = code;
    const decision = decisionOn(code);
    this.decision = decision === 'later' || decision === 'token' ? 'bug' : decision;
  }
}

/** Slack did not say how it went: it may have happened. */
export class UncertainError extends UnavailableError {
  constructor(code: string, options?: ErrorOptions & { readonly retryAfterMs?: number }) {
    super('slack', code, options);
    this.name = 'UncertainError';
  }
}

/** Slack's own troubles, after which part of the work may be done. */
const halfDone: readonly string[] = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

/** The error to throw for a code: waiting helps, or it does not. */
export function errorFor(method: string, code: string): UnavailableError | SlackRefusedError {
  if (halfDone.includes(code)) return new UncertainError(code);
  const decision = decisionOn(code);
  return decision === 'later' || decision === 'token'
    ? new UnavailableError('slack', code)
    : new SlackRefusedError(method, code);
}

/** Whether an error is Slack's no about one of these. */
export function isRefused(error: unknown, ...decisions: readonly Decision[]): error is SlackRefusedError {
  return error instanceof SlackRefusedError && (decisions.length === 0 || decisions.includes(error.decision));
}
