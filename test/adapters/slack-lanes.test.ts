/** Enquiries in Slack as staff and citizens see them, through the real use cases and the emulated Slack. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnquiryId, PartyCode } from '../../src/domain/words.ts';
import { buttonsOn, cardsIn, openStage, type Stage, talkIn, wordsOf } from '../fakes/lanes-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  stage.slack.expectNoBreaches();
  await stage.close();
});

const amina = () => stage.userOf('amina-yusuf');
const jonas = () => stage.userOf('jonas-bak');
const whispers = (user: string) => stage.slack.ephemerals(user).map(({ text }) => text);

/** Somebody presses a button on the newest card of a party. */
async function press(user: string, party: PartyCode, actionId: string): Promise<void> {
  const card = cardsIn(stage, party).at(-1);
  if (card === undefined) throw new Error(`no card in ${party}`);
  await stage.slack.press({ user, channel: stage.channelOf(party), ts: card.ts, actionId });
  await stage.settle();
}

/** Somebody writes in the 💬 thread of a party. */
async function answer(user: string, text: string, party: PartyCode = 'guidance'): Promise<string> {
  const threadTs = talkIn(stage, party).ts;
  const ts = await stage.slack.post({ user, channel: stage.channelOf(party), threadTs, text });
  await stage.settle();
  return ts;
}

/** A young person waits with guidance, and Amina has taken it. */
async function taken(): Promise<EnquiryId> {
  const id = await stage.arrive();
  await stage.settle();
  await press(amina(), 'guidance', 'claim');
  return id;
}

const thread = (party: PartyCode = 'guidance') =>
  stage.slack
    .thread(stage.channelOf(party), talkIn(stage, party).ts)
    .slice(1)
    .map(({ text }) => text);

describe('a card', () => {
  it('stands in the channel of the party that is answerable, with what one needs to take it', async () => {
    await stage.arrive('jeg er droppet ud, ring 20 30 40 50');

    await stage.settle();

    const [card, ...more] = cardsIn(stage, 'guidance');
    expect(more).toEqual([]);
    expect(card?.text).toContain('18–24 år · dansk');
    expect(card?.text).toContain('jeg er droppet ud, ring [telefon fjernet]');
    expect(buttonsOn(card ?? { blocks: [] })).toEqual(['claim', 'transfer', 'return', 'details', 'open_desk']);
  });

  it('says who has it once it is taken, and the other who pressed is told', async () => {
    await taken();
    await stage.slack.press({
      user: jonas(),
      channel: stage.channelOf('guidance'),
      ts: cardsIn(stage, 'guidance')[0]?.ts ?? '',
      actionId: 'details',
    });
    await stage.settle();

    expect(cardsIn(stage, 'guidance')[0]?.text).toContain('Amina Yusuf har den.');
    expect(whispers(jonas()).at(-1)).toContain('Amina Yusuf tog den.');
  });

  it('tells the one who came second who was first', async () => {
    await stage.arrive();
    await stage.settle();
    const ts = cardsIn(stage, 'guidance')[0]?.ts ?? '';
    const claim = { channel: stage.channelOf('guidance'), ts, actionId: 'claim' };
    await stage.slack.press({ ...claim, user: amina() });
    await stage.slack.press({ ...claim, user: jonas() });

    await stage.settle();

    expect(whispers(jonas())).toEqual(['Amina Yusuf har den allerede.']);
    expect(whispers(amina())).toEqual([]);
  });

  it('shows nothing the citizen wrote once it is taken back', async () => {
    const id = await stage.arrive('jeg er droppet ud');
    await stage.settle();
    await stage.write(id, 'glem det', 'withdraw:yes');
    await stage.settle();

    const [card] = cardsIn(stage, 'guidance');
    if ((await stage.enquiry(id)).status !== 'with_bot') return expect.fail('it was not taken back');
    expect(card?.text).toContain('Taget tilbage');
    expect(wordsOf(card ?? { text: '', blocks: [] })).not.toContain('droppet');
    expect(buttonsOn(card ?? { blocks: [] })).toEqual([]);
  });

  it('says how it ended, and is posted anew when the citizen writes again', async () => {
    const id = await taken();
    await stage.act('amina-yusuf', id, { do: 'close', outcome: 'education', reason: 'begynder på FGU' });
    await stage.settle();
    const closed = cardsIn(stage, 'guidance')[0]?.text;
    await stage.write(id, 'hej igen');
    await stage.settle();

    expect(closed).toContain('Amina Yusuf lukkede den: uddannelse.');
    expect(cardsIn(stage, 'guidance')).toHaveLength(2);
  });

  it('is posted anew when Slack has lost it, and the conversation stays', async () => {
    const id = await taken();
    const talk = talkIn(stage, 'guidance').ts;
    await stage.slack.expire({ channel: stage.channelOf('guidance'), ts: cardsIn(stage, 'guidance')[0]?.ts ?? '' });
    await stage.write(id, 'er du der?');
    await stage.settle();

    expect(cardsIn(stage, 'guidance').map(({ text }) => text.includes('Amina Yusuf har den'))).toEqual([true]);
    expect(talkIn(stage, 'guidance').ts).toBe(talk);
    expect(thread().join('\n')).toContain('er du der?');
  });
});

describe('a conversation', () => {
  it('begins when it is taken, with all that was said, once and in order', async () => {
    const id = await taken();
    await stage.write(id, 'første');
    await stage.settle();
    await stage.write(id, 'anden <!channel> *fed* <@U123>');
    await stage.settle();

    const all = thread().join('\n');
    expect(all.indexOf('jeg er droppet ud')).toBeGreaterThanOrEqual(0);
    expect(all.indexOf('første')).toBeGreaterThan(all.indexOf('jeg er droppet ud'));
    expect(all.split('anden').length).toBe(2);
    expect(all).toContain('&lt;!channel&gt;');
  });

  it('sends what the one who has it writes after five seconds, and marks it', async () => {
    const id = await taken();
    const ts = await answer(amina(), 'Hej. Jeg hedder *Amina* & er vejleder :wave:');
    await stage.pass(4_000);
    const early = await stage.told(id);
    await stage.pass(2_000);
    await stage.settle();

    expect(early).toEqual([]);
    expect(await stage.told(id)).toEqual(['Hej. Jeg hedder Amina & er vejleder 👋']);
    expect(Object.keys(stage.slack.reactions(stage.channelOf('guidance'), ts))).toEqual(['white_check_mark']);
    expect(thread().filter((text) => text.includes('Jeg hedder')).length).toBe(1);
  });

  it('never sends what is written under the card, or by somebody else', async () => {
    const id = await taken();
    const card = cardsIn(stage, 'guidance')[0]?.ts ?? '';
    const channel = stage.channelOf('guidance');
    await stage.slack.post({ user: amina(), channel, threadTs: card, text: 'internt: familien er kendt' });
    await stage.slack.post({ user: amina(), channel, text: 'internt i kanalen' });
    await answer(jonas(), 'internt fra Jonas');
    await stage.pass(10_000);

    expect(await stage.told(id)).toEqual([]);
    expect(whispers(jonas())[0]).toContain('ikke sendt');
  });

  it('lets the writer undo within five seconds', async () => {
    const id = await taken();
    await answer(amina(), 'Forkert samtale');
    const [said] = stage.slack.ephemerals(amina());
    await stage.slack.press({ user: amina(), channel: said?.channel ?? '', ts: said?.ts ?? '', actionId: 'undo' });
    await stage.settle();
    await stage.pass(10_000);

    expect(await stage.told(id)).toEqual([]);
    expect(whispers(amina()).at(-1)).toContain('Fortrudt');
  });

  it('sends an edit before it has gone as what it is, and after as a correction', async () => {
    const id = await taken();
    const channel = stage.channelOf('guidance');
    const ts = await answer(amina(), 'Vi ses tirsdga');
    await stage.slack.edit({ user: amina(), channel, ts, text: 'Vi ses tirsdag' });
    await stage.settle();
    await stage.pass(10_000);
    await stage.slack.edit({ user: amina(), channel, ts, text: 'Vi ses onsdag' });
    await stage.settle();
    await stage.pass(2_000);
    await stage.settle();

    expect(await stage.told(id)).toEqual(['Vi ses tirsdag', 'Rettet: Vi ses onsdag']);
    expect(thread().filter((text) => text.includes('Vi ses')).length).toBe(1);
  });

  it('takes back what is deleted after it was sent, and never sends what is deleted before', async () => {
    const id = await taken();
    const channel = stage.channelOf('guidance');
    const ts = await answer(amina(), 'Det her skulle ikke ud');
    await stage.pass(10_000);
    const other = await answer(amina(), 'Heller ikke det her');
    await stage.slack.remove({ user: amina(), channel, ts: other });
    await stage.slack.remove({ user: amina(), channel, ts });
    await stage.settle();
    await stage.pass(10_000);
    await stage.settle();

    expect(await stage.told(id)).toEqual(['']);
    expect(thread().join('\n')).toContain('fjernet en af sine beskeder');
  });

  it('holds a CPR number for good, and a stranger’s phone until somebody says so', async () => {
    const id = await taken();
    await answer(amina(), 'Hendes cpr er 010190-1234, ring til 20 30 40 50');
    await stage.pass(10_000);
    const held = await stage.told(id);
    const said = stage.slack.ephemerals(amina()).at(-1);
    await stage.slack.press({
      user: amina(),
      channel: said?.channel ?? '',
      ts: said?.ts ?? '',
      actionId: 'send_anyway',
    });
    await stage.settle();
    await stage.pass(5_000);

    expect(held).toEqual([]);
    expect(said?.text).toContain('CPR-numre bliver aldrig sendt');
    expect(await stage.told(id)).toEqual(['Hendes cpr er [CPR fjernet], ring til 20 30 40 50']);
  });

  it('lets a colleague help once the one who has it says yes', async () => {
    const id = await taken();
    await answer(jonas(), 'må jeg?');
    const said = stage.slack.ephemerals(jonas())[0];
    await stage.slack.press({
      user: jonas(),
      channel: said?.channel ?? '',
      ts: said?.ts ?? '',
      actionId: 'invite_helper',
    });
    await stage.settle();
    const card = cardsIn(stage, 'guidance')[0]?.ts ?? '';
    const asked = stage.slack.thread(stage.channelOf('guidance'), card).at(-1);
    const question = asked?.text;
    const channel = stage.channelOf('guidance');
    await stage.slack.press({ user: amina(), channel, ts: asked?.ts ?? '', actionId: 'invite_helper' });
    await stage.settle();
    await answer(jonas(), 'Jonas her. Jeg hjælper også.');
    await stage.pass(10_000);

    expect(question).toContain('Jonas Bak vil gerne hjælpe');
    expect(await stage.told(id)).toEqual(['Jonas her. Jeg hjælper også.']);
  });

  it('says privately that files and what is shown in the channel do not travel', async () => {
    const id = await taken();
    const threadTs = talkIn(stage, 'guidance').ts;
    const channel = stage.channelOf('guidance');
    await stage.slack.post({ user: amina(), channel, threadTs, text: 'se her', files: [{ name: 'brev.pdf' }] });
    await stage.slack.post({ user: amina(), channel, threadTs, text: 'til alle', broadcast: true });
    await stage.settle();
    await stage.pass(10_000);

    expect(await stage.told(id)).toEqual([]);
    expect(whispers(amina())[0]).toContain('Filer');
    expect(whispers(amina())[1]).toContain('kanalen');
  });

  it('marks an answer that does not reach the citizen, and says so to its writer', async () => {
    const id = await taken();
    const ts = await answer(amina(), 'Er du der?');
    await stage.act('amina-yusuf', id, { do: 'close', outcome: 'helped', reason: 'er hjulpet' });
    await stage.pass(10_000);

    expect(Object.keys(stage.slack.reactions(stage.channelOf('guidance'), ts))).toEqual(['warning']);
    expect(whispers(amina()).at(-1)).toContain('Henvendelsen er lukket');
    expect(await stage.told(id)).toEqual([]);
  });
});

describe('handing on', () => {
  async function offered(): Promise<EnquiryId> {
    const id = await taken();
    await stage.act('amina-yusuf', id, { do: 'transfer', party: 'employment', reason: 'vil have et job' });
    await stage.settle();
    return id;
  }
  const peter = () => stage.userOf('peter-krog');

  it('shows the offer to those who are asked, and a new conversation when they accept', async () => {
    const id = await offered();
    const choices = buttonsOn(cardsIn(stage, 'employment')[0] ?? { blocks: [] });
    const before = talkIn(stage, 'guidance');
    await press(peter(), 'employment', 'accept');
    await stage.write(id, 'tak peter');
    await stage.settle();
    await answer(amina(), 'lige en ting mere');
    await answer(peter(), 'Hej, jeg hedder Peter', 'employment');
    await stage.pass(10_000);

    expect(choices.slice(0, 2)).toEqual(['accept', 'decline']);
    expect(thread('employment').join('\n')).toMatch(/jeg er droppet ud[\s\S]*tak peter/);
    expect(talkIn(stage, 'guidance').text).toContain('foregår ikke her mere');
    expect(stage.slack.thread(stage.channelOf('guidance'), before.ts).map(wordsOf).join('')).not.toContain('tak peter');
    expect(await stage.told(id)).toEqual(['Hej, jeg hedder Peter']);
    expect(cardsIn(stage, 'guidance')[0]?.text).not.toContain('droppet');
  });

  it('tells the giver when the others say no, once', async () => {
    const id = await offered();
    await stage.act('peter-krog', id, { do: 'decline', reason: 'vi har ikke plads' });
    await stage.settle();
    await stage.write(id, 'hallo');
    await stage.settle();

    const notes = stage.slack.thread(stage.channelOf('guidance'), cardsIn(stage, 'guidance')[0]?.ts ?? '').slice(1);
    expect(notes.map(({ text }) => text)).toEqual([
      'Job og uddannelse sagde nej. Du har den stadig. Begrundelsen står under “Se mere”.',
    ]);
    expect(wordsOf(notes[0] ?? { text: '', blocks: [] })).toContain(`<@${amina()}>`);
    expect(cardsIn(stage, 'employment')[0]?.text).toContain('Tilbuddet gælder ikke længere');
  });

  it('tells the giver when nobody answered in time', async () => {
    await offered();
    stage.jump(61 * 60_000);
    await stage.settle();

    const notes = stage.slack.thread(stage.channelOf('guidance'), cardsIn(stage, 'guidance')[0]?.ts ?? '').slice(1);
    expect(notes.map(({ text }) => text).join()).toContain('svarede ikke i tide');
  });
});

describe('danger', () => {
  it('calls everybody in the channel once, and those on duty by name and directly', async () => {
    await stage.arrive('FARE jeg bliver slået');
    await stage.settle();
    stage.jump(6 * 60_000);
    await stage.settle();

    const party = (['family', 'on_call', 'front_desk'] as const).find((code) => cardsIn(stage, code).length > 0);
    if (party === undefined) return expect.fail('nobody was shown it');
    const all = stage.slack.messages(stage.channelOf(party)).map(wordsOf).join('\n');
    expect(all.split('<!here>').length).toBe(2);
    const told = stage.slack.calls.filter(({ method }) => method === 'conversations.open');
    expect(told.length).toBeGreaterThan(0);
    expect(all).toMatch(/<@U[A-Z0-9]+>/);
  });

  it('reaches those on duty directly when the channel is archived', async () => {
    await stage.slack.archive({ user: stage.userOf('sara-holm'), channel: stage.channelOf('front_desk') });
    const id = await stage.arrive('FARE jeg bliver slået');
    await stage.settle();

    const { party } = await stage.enquiry(id);
    const told = stage.slack.calls.filter(
      ({ method, args }) => method === 'chat.postMessage' && String(args.channel).startsWith('D'),
    );
    expect(party).toBe('front_desk');
    expect(told.length).toBeGreaterThan(0);
    expect(stage.logged.join('\n')).toContain('is_archived');
    expect(
      (await stage.store.dueEffects(stage.clock.now() + 60_000, 10)).filter((one) => one.includes('card')),
    ).toEqual([]);
  });

  it('lets the duty rota take it from the direct message when the ladder has reached them', async () => {
    const id = await stage.arrive('FARE jeg bliver slået');
    await stage.settle();
    for (let minute = 0; minute < 25; minute += 5) {
      stage.jump(5 * 60_000 + 1_000);
      await stage.settle();
    }

    expect((await stage.enquiry(id)).called).toBe('duty');
    expect(cardsIn(stage, 'on_call').length).toBe(1);
    await press(stage.userOf('vibeke-storm'), 'on_call', 'claim');
    await answer(stage.userOf('vibeke-storm'), 'Jeg er her nu', 'on_call');
    await stage.pass(10_000);
    expect(await stage.told(id)).toEqual(['Jeg er her nu']);
  });
});
