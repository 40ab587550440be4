/** files.* and canvases.*: bytes sent in two steps, and pages of a channel. */
import { isObject, jsonOf, neededText, objectOr, objectsIn, textOf } from './arguments.ts';
import { write } from './messages.ts';
import type { Methods } from './method.ts';
import { fail, failArguments } from './refusals.ts';
import type { Channel, Json, SharedFile, SlackEvent } from './shapes.ts';
import { channelOpen, messageIn, type World } from './world.ts';

export function fileJson(world: World, file: SharedFile): Json {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    size: file.length,
    url_private: `${world.address}/files/${file.id}`,
    url_private_download: `${world.address}/files/${file.id}`,
    mode: 'hosted',
    is_external: false,
    channels: [...file.sharedIn],
  };
}

function uploadUrl(world: World, args: Json): Json {
  const name = neededText(args, 'filename');
  const length = Number(neededText(args, 'length'));
  if (!Number.isInteger(length) || length <= 0) return failArguments('length must be a positive integer');
  const file: SharedFile = {
    id: world.nextId('F'),
    name,
    length,
    title: name,
    bytes: null,
    sharedIn: new Set(),
    complete: false,
  };
  world.files.set(file.id, file);
  return { upload_url: `${world.address}/upload/${file.id}`, file_id: file.id };
}

/** Shares what was sent: the message and `file_shared` come a moment after the answer, as in Slack. */
function complete(world: World, args: Json): Json {
  const given = objectsIn(jsonOf(args, 'files', 'invalid_arguments'));
  if (given.length === 0) return failArguments('missing required field: files');
  const files = given.map(({ id, title }) => {
    const file = world.files.get(String(id));
    if (file === undefined || file.bytes === null || file.complete) return fail('file_not_found');
    if (typeof title === 'string') file.title = title;
    return file;
  });
  const channelId = textOf(args, 'channel_id');
  const channel = channelId === undefined ? null : channelOpen(world, channelId);
  const threadTs = textOf(args, 'thread_ts') ?? null;
  if (channel !== null && threadTs !== null && messageIn(channel, threadTs) === undefined) {
    return fail('invalid_thread_ts');
  }
  for (const file of files) file.complete = true;
  if (channel !== null) share(world, channel, files, threadTs, textOf(args, 'initial_comment') ?? '');
  return { files: files.map((file) => fileJson(world, file)) };
}

function share(world: World, channel: Channel, files: SharedFile[], threadTs: string | null, text: string): void {
  world.clock.after(5, () => {
    for (const file of files) file.sharedIn.add(channel.id);
    const shown = files.map((file) => fileJson(world, file));
    write(world, channel, { user: world.app.botUserId, byApp: true, text, threadTs, files: shown });
    for (const { id } of files) {
      const event: SlackEvent = { type: 'file_shared', file_id: id, file: { id }, user_id: world.app.botUserId };
      world.emit({ ...event, channel_id: channel.id, event_ts: world.nextTs() }, channel);
    }
  });
}

function markdownOf(args: Json): string {
  const content = jsonOf(args, 'document_content', 'invalid_arguments');
  if (content === undefined) return '';
  const { type, markdown } = objectOr(content);
  return type === 'markdown' && typeof markdown === 'string'
    ? markdown
    : failArguments('document_content must be markdown');
}

function newCanvas(world: World, args: Json): string {
  const id = world.nextId('F');
  world.canvases.set(id, { title: textOf(args, 'title') ?? '', markdown: markdownOf(args) });
  world.changed();
  return id;
}

function channelCanvas(world: World, args: Json): Json {
  const channel = channelOpen(world, neededText(args, 'channel_id'));
  if (channel.canvas !== null) return fail('channel_canvas_already_exists');
  channel.canvas = newCanvas(world, args);
  return { canvas_id: channel.canvas };
}

const additions: Readonly<Record<string, (old: string, text: string) => string>> = {
  insert_at_end: (old, text) => `${old}\n${text}`,
  insert_at_start: (old, text) => `${text}\n${old}`,
  replace: (_old, text) => text,
};

/** Slack takes one change a call; of the operations only adding and replacing everything are here. */
function editCanvas(world: World, args: Json): Json {
  const canvas = world.canvases.get(neededText(args, 'canvas_id')) ?? fail('canvas_not_found');
  const changes = jsonOf(args, 'changes', 'invalid_arguments');
  if (!Array.isArray(changes) || changes.length !== 1 || !isObject(changes[0])) {
    return failArguments('changes must hold exactly one change');
  }
  const add = additions[String(changes[0].operation)] ?? failArguments('unknown operation');
  canvas.markdown = add(canvas.markdown, markdownOf(changes[0]));
  world.changed();
  return {};
}

const writeFiles = ['files:write'] as const;
const writeCanvases = ['canvases:write'] as const;

export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    tier: 4,
    scopes: writeFiles,
    needs: ['filename', 'length'],
    formOnly: true,
    run: uploadUrl,
  },
  'files.completeUploadExternal': { tier: 4, scopes: writeFiles, needs: ['files'], run: complete },
  'files.info': {
    tier: 4,
    scopes: ['files:read'],
    needs: ['file'],
    formOnly: true,
    run(world, args) {
      const file = world.files.get(neededText(args, 'file'));
      return file?.complete === true ? { file: fileJson(world, file) } : fail('file_not_found');
    },
  },
  'files.delete': {
    tier: 3,
    scopes: writeFiles,
    needs: ['file'],
    run: (world, args) => (world.files.delete(neededText(args, 'file')) ? {} : fail('file_not_found')),
  },
  'canvases.create': { tier: 2, scopes: writeCanvases, run: (world, args) => ({ canvas_id: newCanvas(world, args) }) },
  'canvases.edit': { tier: 3, scopes: writeCanvases, needs: ['canvas_id', 'changes'], run: editCanvas },
  'canvases.delete': {
    tier: 3,
    scopes: writeCanvases,
    needs: ['canvas_id'],
    run: (world, args) => (world.canvases.delete(neededText(args, 'canvas_id')) ? {} : fail('canvas_not_found')),
  },
  'conversations.canvases.create': { tier: 2, scopes: writeCanvases, needs: ['channel_id'], run: channelCanvas },
};
