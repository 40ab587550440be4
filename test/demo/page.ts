/** The demonstration's page: Slack as one chosen person sees it. Drawn on the server; works without script. */
import { objectOr, objectsIn, textOf } from '../fakes/slack/arguments.ts';
import type { Json } from '../fakes/slack/shapes.ts';
import type { Snapshot, SnapshotChannel, SnapshotEphemeral } from '../fakes/slack/snapshot.ts';
import type { Told } from './acting.ts';
import { type Drawing, drawn, esc, markup } from './drawing.ts';

export interface Seen {
  readonly workspace: Snapshot;
  /** Slack's id of who looks. */
  readonly user: string;
  /** A channel's id, or `home`. */
  readonly at: string;
  readonly told: Told;
  /** By channel, up to where this person has read. */
  readonly read: ReadonlyMap<string, string>;
  /** What the person is in the municipality, by Slack's id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

export function page(seen: Seen): string {
  return `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Slack, prøveudgave</title><link rel="stylesheet" href="/page.css"><script src="/page.js" defer></script></head>
<body><a class="skip" href="#main">Gå til indholdet</a>
<nav id="side" data-live aria-label="Steder">${side(seen)}</nav>
<main id="main"><div id="notice" data-live role="status">${seen.workspace.views[seen.user] === undefined ? notice(seen) : ''}</div>
<div id="stream" data-live>${stream(seen)}</div>${seen.at === 'home' ? '' : composer(seen)}</main>
<div id="window" data-live>${openWindow(seen)}</div></body></html>`;
}

const linkTo = ({ user }: Seen, at: string): string => `/?as=${esc(user)}&amp;at=${esc(at)}`;

const namesOf = ({ people, channels }: Snapshot) =>
  new Map([
    ...people.map(({ id, realName }) => [id, realName] as const),
    ...channels.map(({ id, name }) => [id, name] as const),
  ]);

function drawingOf({ workspace }: Seen, prefix: string, more: Partial<Drawing> = {}): Drawing {
  const people = workspace.people.filter(({ bot }) => !bot);
  return { names: namesOf(workspace), people, values: {}, errors: {}, prefix, ...more };
}

/** Where a form leads, and what is known of the place it stands in. */
const hidden = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${esc(value)}">`)
    .join('');

const formOf = (seen: Seen, fields: Readonly<Record<string, string>>, inside: string, id = ''): string =>
  `<form method="post" action="/act"${id === '' ? '' : ` id="${esc(id)}"`}>${hidden({ as: seen.user, at: seen.at, ...fields })}${inside}</form>`;

// ---------------------------------------------------------------------------------------------------------------
// The side

function side(seen: Seen): string {
  const { workspace, user, titles, links } = seen;
  const people = workspace.people
    .filter(({ id }) => titles.has(id))
    .map(
      ({ id, realName }) =>
        `<option value="${id}"${id === user ? ' selected' : ''}>${esc(realName)}, ${esc(titles.get(id) ?? '')}</option>`,
    );
  const places = workspace.channels
    .filter(({ members, kind, archived }) => members.includes(user) && kind !== 'public' && !archived)
    .map((channel) => placeLink(seen, channel.id, nameOf(channel), unread(seen, channel)));
  const outside = links.map(({ text, url }) => `<li><a href="${esc(url)}" target="_blank">${esc(text)} ↗</a></li>`);
  return `<h1>Slack, prøveudgave</h1><p class="note">Alt er opdigtet. Intet forlader maskinen.</p>
<form method="get" action="/" class="who"><label for="as">Du er</label><select id="as" name="as">${people.join('')}</select><button>Skift</button></form>
<h2>Steder</h2><ul>${placeLink(seen, 'home', 'Indgang: fanen Hjem', 0)}${places.join('')}</ul>
<h2>Prøv også</h2><ul>${outside.join('')}</ul>`;
}

const nameOf = ({ kind, name }: SnapshotChannel): string =>
  kind === 'im' ? 'Indgang: beskeder til dig' : `🔒 ${name}`;

function placeLink(seen: Seen, at: string, name: string, count: number): string {
  const here = at === seen.at ? ' aria-current="page"' : '';
  const news = count === 0 ? '' : ` <b class="count">${count} nye</b>`;
  return `<li><a href="${linkTo(seen, at)}"${here}>${esc(name)}${news}</a></li>`;
}

function unread({ read, user, at }: Seen, { id, messages }: SnapshotChannel): number {
  if (id === at) return 0;
  const upTo = read.get(id) ?? '';
  return messages.filter((each) => String(each.ts) > upTo && each.user !== user).length;
}

// ---------------------------------------------------------------------------------------------------------------
// What stands in the middle

const notice = ({ told }: Seen): string => (told.notice === null ? '' : `<p class="notice">${esc(told.notice)}</p>`);

function stream(seen: Seen): string {
  if (seen.at === 'home') return homeTab(seen);
  const channel = seen.workspace.channels.find(({ id }) => id === seen.at);
  if (channel === undefined) return '<p>Vælg et sted i listen.</p>';
  const roots = channel.messages.filter(isRoot);
  const marks = channel.bookmarks.map(
    ({ title, link }) => `<a href="${esc(link)}" target="_blank">🔖 ${esc(title)}</a>`,
  );
  const names = namesOf(seen.workspace);
  const members = channel.members.map((id) => names.get(id) ?? id).join(', ');
  const topic = channel.topic === '' ? '' : ` · ${esc(channel.topic)}`;
  const none = roots.length === 0 ? '<p class="note">Her er intet endnu. Skriv som ung, og se kortet komme.</p>' : '';
  return `<h2>${esc(nameOf(channel))}</h2><p class="note">${esc(members)}${topic} ${marks.join(' ')}</p>
${none}${roots.map((root) => thread(seen, channel, root)).join('')}${whispers(seen, channel)}`;
}

const isRoot = ({ thread_ts: threadTs, ts }: Json): boolean => threadTs === undefined || threadTs === ts;

function thread(seen: Seen, channel: SnapshotChannel, root: Json): string {
  const ts = String(root.ts);
  const replies = channel.messages.filter((each) => each.thread_ts === ts && each.ts !== ts);
  const pinned = channel.pinned.includes(ts) ? '<p class="note">📌 Fastgjort</p>' : '';
  const box = `<label for="r${ts}">Svar i tråden</label><textarea id="r${ts}" name="text" rows="1"></textarea><button>Send i tråden</button>`;
  const answer =
    channel.kind === 'im'
      ? ''
      : formOf(seen, { do: 'write', channel: channel.id, ts }, `<p class="answer">${box}</p>`, `a${ts}`);
  return `<section class="thread">${pinned}${message(seen, channel, root)}
<div class="replies">${replies.map((each) => message(seen, channel, each)).join('')}${answer}</div></section>`;
}

function message(seen: Seen, channel: SnapshotChannel, said: Json): string {
  const ts = String(said.ts);
  const names = namesOf(seen.workspace);
  const at = new Date(Number(ts) * 1000).toLocaleTimeString('da-DK', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Copenhagen',
  });
  const edited = said.edited === undefined ? '' : ' <small>(rettet)</small>';
  const reactions = objectsIn(said.reactions).map(({ name }) => emoji[String(name)] ?? `:${String(name)}:`);
  const marks = reactions.length === 0 ? '' : `<p class="reactions">${esc(reactions.join(' '))}</p>`;
  const who = `<p class="who-said"><b>${esc(names.get(String(said.user)) ?? 'Slack')}</b> <time>${at}</time>${edited}</p>`;
  return `<article class="message" id="m${ts}">${who}${bodyOf(seen, channel, said)}${marks}${own(seen, channel, said)}</article>`;
}

const emoji: Readonly<Record<string, string>> = { white_check_mark: '✅ leveret', warning: '⚠️ kom ikke frem' };

/** People's own blocks say what the text says. */
function bodyOf(seen: Seen, channel: SnapshotChannel, said: Json): string {
  const blocks = said.bot_id === undefined ? [] : objectsIn(said.blocks);
  const text = textOf(said, 'text') ?? '';
  if (blocks.length === 0)
    return `<p class="text">${said.mrkdwn === false ? esc(text) : markup(text, namesOf(seen.workspace))}</p>`;
  const where = JSON.stringify({ channel: channel.id, ts: said.ts });
  return formOf(
    seen,
    { do: 'touch', where },
    drawn(blocks, drawingOf(seen, `b${String(said.ts)}`)),
    `f${String(said.ts)}`,
  );
}

function own(seen: Seen, channel: SnapshotChannel, said: Json): string {
  if (said.user !== seen.user || said.subtype !== undefined) return '';
  const ts = String(said.ts);
  const fields = { channel: channel.id, ts };
  const box = `<label for="e${ts}">Ret din besked</label><textarea id="e${ts}" name="text" rows="2">\n${esc(textOf(said, 'text') ?? '')}</textarea>`;
  return `<details class="own"><summary>Ret eller slet</summary>${formOf(seen, { do: 'edit', ...fields }, `${box}<button>Gem</button>`, `g${ts}`)}${formOf(seen, { do: 'remove', ...fields }, '<button>Slet</button>')}</details>`;
}

function whispers(seen: Seen, channel: SnapshotChannel): string {
  const mine = seen.workspace.ephemerals.filter((each) => each.user === seen.user && each.channel === channel.id);
  if (mine.length === 0) return '';
  const clear = formOf(seen, { do: 'forget' }, '<button>Fjern dem</button>');
  return `<section class="whispers" aria-label="Kun synligt for dig"><h3>👁 Kun du kan se dette</h3>${mine.map((each) => whisper(seen, each)).join('')}${clear}</section>`;
}

function whisper(seen: Seen, { channel, ts, text, blocks }: SnapshotEphemeral): string {
  const inside =
    blocks.length === 0
      ? `<p class="text">${markup(text, namesOf(seen.workspace))}</p>`
      : drawn(blocks, drawingOf(seen, `w${ts}`));
  return `<article class="message">${formOf(seen, { do: 'touch', where: JSON.stringify({ channel, ts }) }, inside, `w${ts}`)}</article>`;
}

function homeTab(seen: Seen): string {
  const home = seen.workspace.homes[seen.user];
  if (home === undefined) return '<h2>Indgang: fanen Hjem</h2><p class="note">Fanen er på vej. Vent et øjeblik.</p>';
  const drawing = drawingOf(seen, 'home', { values: valuesIn(home) });
  return `<h2>Indgang: fanen Hjem</h2>${formOf(seen, { do: 'touch', where: '{"home":true}' }, drawn(objectsIn(home.blocks), drawing), 'home')}`;
}

const valuesIn = (view: Json): Json => objectOr(objectOr(view.state).values);

function composer(seen: Seen): string {
  const channel = seen.workspace.channels.find(({ id }) => id === seen.at);
  if (channel === undefined || channel.archived) return '';
  const box = `<label for="compose">Skriv i kanalen, eller skriv /indgang hjælp</label><textarea id="compose" name="text" rows="2"></textarea><button>Send</button>`;
  return formOf(seen, { do: 'write', channel: channel.id }, box, 'composer');
}

// ---------------------------------------------------------------------------------------------------------------
// The window on top

function openWindow(seen: Seen): string {
  const view = seen.workspace.views[seen.user]?.at(-1);
  if (view === undefined) return '';
  const title = esc(textOf(objectOr(view.title), 'text') ?? '');
  const drawing = drawingOf(seen, String(view.id), { values: valuesIn(view), errors: seen.told.errors });
  const send = textOf(objectOr(view.submit), 'text');
  const close = textOf(objectOr(view.close), 'text') ?? 'Luk';
  // The first button of a form is the one that Enter presses.
  const first =
    send === undefined
      ? ''
      : '<button name="submit" value="1" class="enter" tabindex="-1" aria-hidden="true">Send</button>';
  const last = `${send === undefined ? '' : `<button name="submit" value="1" class="primary">${esc(send)}</button>`}<button name="close" value="1" formnovalidate>${esc(close)}</button>`;
  const form = formOf(
    seen,
    { do: 'touch', where: JSON.stringify({ viewId: view.id }) },
    `${first}<h2 id="title">${title}</h2>${drawn(objectsIn(view.blocks), drawing)}<p class="buttons">${last}</p>`,
    `v${String(view.id)}`,
  );
  return `<div class="behind"></div><div class="window" role="dialog" aria-modal="true" aria-labelledby="title">${notice(seen)}${form}</div>`;
}
