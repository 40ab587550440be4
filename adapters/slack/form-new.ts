/** The windows for somebody who called or came in, and for finding an enquiry by its code. */
import type { Intent, IntentBook } from '../../src/domain/intent.ts';
import { intentGroups } from '../../src/domain/intent.ts';
import { ok } from '../../src/domain/result.ts';
import { ageBands, askers, type IntentId, spokenChannels, urgencies } from '../../src/domain/words.ts';
import type { TakeIn } from '../../src/ports.ts';
import { ageWords, askerWords, channelWords, groupWords } from '../staff-words.ts';
import { fitted, header, modal, most, plain, section } from './block-kit.ts';
import type { Written } from './drafts.ts';
import {
  above,
  chosenIn,
  correct,
  elementField,
  lineField,
  menuField,
  type ReadForm,
  radioField,
  tickField,
  wordsField,
  writtenIn,
} from './form-fields.ts';
import { findWords, formWords, newWords, urgencyChoices } from './form-words.ts';
import { draftAction } from './happening-touches.ts';
import type { View } from './parts.ts';

/** As long as a message from a citizen may be here: what Slack lets one write in a field. */
const mostWords = 3000;
export const noEnquiry = 'none';

export function newEnquiryView(intents: IntentBook, draft: Written | null): View {
  const channels = spokenChannels.map((value) => ({ value, text: channelWords[value] }));
  return modal({
    callback: 'new_enquiry',
    about: noEnquiry,
    title: newWords.title,
    submit: newWords.submit,
    close: formWords.cancel,
    tellClosed: true,
    blocks: [
      ...above([], draft),
      radioField({ name: 'channel', label: newWords.channel }, channels, draft),
      menuField(
        { name: 'asker', label: newWords.asker },
        askers.map((value) => ({ value, text: askerWords[value] })),
        draft,
      ),
      wordsField({ name: 'words', label: newWords.text, hint: newWords.textHint }, draft, mostWords),
      elementField(
        { name: 'topic', label: newWords.topic, hint: newWords.topicHint, optional: true },
        topicMenu(intents, draft),
      ),
      menuField(
        { name: 'age', label: newWords.age, optional: true },
        ageBands.map((value) => ({ value, text: ageWords[value] })),
        draft,
      ),
      menuField(
        { name: 'urgency', label: newWords.urgency, hint: newWords.urgencyHint, optional: true },
        urgencies.map((value) => ({ value, text: urgencyChoices[value] })),
        draft,
      ),
      tickField(
        { name: 'keep', label: newWords.keep, optional: true },
        { value: 'keep', text: newWords.keepMyself },
        draft,
      ),
    ],
  });
}

/** All that people come with, by group; small talk is left out. */
function topicMenu(intents: IntentBook, draft: Written | null) {
  const option = ({ id, title }: Intent) => ({ text: plain(fitted(title, most.option)), value: id as string });
  const groups = intentGroups.flatMap((group) => {
    const options = topicsOf(intents)
      .filter((intent) => intent.group === group)
      .map(option);
    return options.length === 0 ? [] : [{ label: plain(groupWords[group]), options: options.slice(0, most.options) }];
  });
  const chosen = groups
    .flatMap(({ options }) => options)
    .find(({ value }) => value === writtenIn(draft ?? {}, 'topic'));
  return {
    type: 'static_select',
    action_id: draftAction,
    placeholder: plain(formWords.choose),
    option_groups: groups,
    ...(chosen !== undefined && { initial_option: chosen }),
  };
}

function topicsOf(intents: IntentBook): readonly Intent[] {
  return [...intents.values()]
    .filter(({ handoff }) => handoff !== 'never')
    .sort((a, b) => a.title.localeCompare(b.title, 'da'));
}

/** @param clientId the same for the same window */
export function readNewEnquiry(values: Written, intents: IntentBook, clientId: string): ReadForm<TakeIn> {
  const channel = spokenChannels.find((one) => one === writtenIn(values, 'channel'));
  const asker = askers.find((one) => one === writtenIn(values, 'asker'));
  const text = writtenIn(values, 'words');
  if (channel === undefined || asker === undefined || text === '') {
    return correct({
      ...(channel === undefined && { channel: newWords.choosesChannel }),
      ...(asker === undefined && { asker: newWords.choosesAsker }),
      ...(text === '' && { words: newWords.saysText }),
    });
  }
  const ageBand = ageBands.find((one) => one === writtenIn(values, 'age')) ?? null;
  const urgency = urgencies.find((one) => one === writtenIn(values, 'urgency')) ?? null;
  const intent = intents.get(writtenIn(values, 'topic') as IntentId)?.id ?? null;
  const keep = chosenIn(values, 'keep').includes('keep');
  return ok({ channel, asker, intent, ageBand, urgency, text, keep, clientId });
}

/** Says the code to read out. */
export function takenInView(code: string, whereItIs: string): View {
  return modal({
    callback: 'new_enquiry_done',
    title: newWords.doneTitle,
    close: formWords.close,
    blocks: [header(newWords.code(code)), section(plain(newWords.readOut)), section(plain(whereItIs))],
  });
}

export function findView(): View {
  return modal({
    callback: 'find_enquiry',
    about: noEnquiry,
    title: findWords.title,
    submit: findWords.submit,
    close: formWords.cancel,
    blocks: [lineField({ name: 'code', label: findWords.code, hint: findWords.codeHint }, null, 20)],
  });
}

export function foundView(text: string): View {
  return modal({
    callback: 'find_enquiry_done',
    title: findWords.title,
    close: formWords.close,
    blocks: [section(plain(fitted(text, most.section)))],
  });
}
