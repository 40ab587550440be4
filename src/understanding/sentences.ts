/**
 * The sentences of a message, for what is hidden in one of many or when a message is about several things.
 */

const mostSentences = 12;
/** What is shorter says too little alone. */
const leastWords = 3;

/** Sentences of at least three words, at most twelve; empty when the message is one sentence. Works on any string. */
export function sentencesOf(text: string): readonly string[] {
  const parts = text.split(/[.!?…\n]+(?:\s|$)/u).map((part) => part.trim());
  const sentences = parts.filter((part) => part.split(/\s+/u).length >= leastWords);
  return sentences.length < 2 && parts.filter(Boolean).length < 2 ? [] : sentences.slice(0, mostSentences);
}
