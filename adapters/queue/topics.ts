/**
 * Topics on their way to other processes: lines of text, the first one the sender, so that it can skip its own.
 */
const mostTopicLength = 500;

/** Whether a topic can be sent at all: one line, not too long for a notification. */
export function isSendable(topic: string): boolean {
  return topic.length > 0 && Buffer.byteLength(topic) <= mostTopicLength && !topic.includes('\n');
}

export function packTopics(sender: string, topics: readonly string[]): string {
  return [sender, ...topics].join('\n');
}

/** @returns what another process raised; nothing when it was `self` */
export function unpackTopics(self: string, text: string): readonly string[] {
  const [sender, ...topics] = text.split('\n');
  return sender === self ? [] : topics.filter(isSendable);
}
