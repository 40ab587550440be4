/** Who in Slack is a member of staff: those whose e-mail address Slack has verified, and nobody else. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffId } from '../../src/domain/words.ts';
import type { PersonGiven } from '../fakes/slack/emulator.ts';
import { type Opened, openedSlack } from './slack-open.ts';

const email = 'sara.holm@eksempel.example';
const staff = 'sara-holm' as StaffId;
let opened: Opened;
let now: number;

beforeEach(async () => {
  now = Date.now();
  opened = await openedSlack({ clock: { now: () => now } });
});
afterEach(async () => {
  await opened[Symbol.asyncDispose]();
});

const lookUps = () => opened.slack.calls.filter(({ method }) => method.startsWith('users.')).length;

it('knows Sara by her address, however it is written, both ways', async () => {
  const { people } = opened.parts;

  expect((await people.bySlack(opened.sara))?.id).toBe(staff);
  expect(await people.slackOf(staff)).toBe(opened.sara);
  expect(await people.slackOf('nobody' as StaffId)).toBeNull();
});

it.each<[string, Partial<PersonGiven>]>([
  ['whose address is not verified', { emailVerified: false }],
  ['who is a guest of one channel', { guest: 'single' }],
  ['who is a guest of several', { guest: 'multi' }],
  ['who is a bot', { bot: true }],
  ['from another organisation', { team: 'T0ELSEWHERE' }],
  ['without an address', { email: null }],
])('does not know somebody with the same address %s', async (_, more) => {
  const other = opened.slack.person({ name: 'En anden', email, ...more }).id;

  expect(await opened.parts.people.bySlack(other)).toBeNull();
});

it('does not know those who are not in the file, who have gone, or who are not there', async () => {
  const { people } = opened.parts;
  const gone = opened.slack.person({ name: 'Tidligere', email });
  gone.deactivated = true;

  expect(await people.bySlack(opened.nabo)).toBeNull();
  expect(await people.bySlack(gone.id)).toBeNull();
  expect(await people.bySlack('U0NOBODY')).toBeNull();
});

it('asks Slack once for each person, also in another process', async () => {
  await opened.parts.people.bySlack(opened.sara);
  const after = lookUps();
  await opened.parts.people.bySlack(opened.sara);
  const other = await opened.beside();
  await other.parts.people.bySlack(opened.sara);
  await other.close();

  expect(lookUps()).toBe(after);
});

it('asks again after half a day, and soon again about the unknown', async () => {
  const { people } = opened.parts;
  await people.bySlack(opened.sara);
  await people.bySlack(opened.nabo);
  const before = lookUps();

  now += 90_000;
  await people.bySlack(opened.sara);
  await people.bySlack(opened.nabo);
  expect(lookUps()).toBe(before + 1);

  now += 13 * 3_600_000;
  await people.bySlack(opened.sara);
  expect(lookUps()).toBe(before + 2);
});

it('forgets somebody when Slack says that they have changed', async () => {
  const { people } = opened.parts;
  await people.bySlack(opened.sara);
  await people.slackOf(staff);

  await opened.slack.changePerson(opened.sara, { email: 'ny@eksempel.example' });
  await opened.slack.settled();
  await opened.adapter.idle();

  expect(await people.bySlack(opened.sara)).toBeNull();
  expect(await people.slackOf(staff)).toBeNull();
});

it('says that it does not know yet when Slack is away, instead of nobody', async () => {
  opened.slack.outage(true);

  await expect(opened.parts.people.bySlack(opened.sara)).rejects.toMatchObject({ name: expect.stringMatching(/Un/) });
});
