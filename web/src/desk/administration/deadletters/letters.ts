export interface Letter { id: string; topic: string; group: string; cause: string; type?: string; event?: string; at: string; replayedAt?: string }
export interface Letters { service: string; counts: { deadLetters?: number; deadLettersByTopic?: Record<string, number>; parkedEvents?: number; parkedStreams?: number; stalled?: string[] }; items: Letter[]; more: boolean }
export interface LetterContent { letter: Letter; key?: string; headers: Record<string, string>; bytes: number; body?: unknown }
export interface Outcome { done: string[]; gone: string[] }

/** Services that keep dead letters, and the gateway with its own. */
export const SERVICES = ['intake', 'dispatch', 'ledger', 'gateway'];

/** What a service says of a letter, and the words for it; a cause that is not among them is shown as it is. */
const REASONS: [cause: RegExp, word: string][] = [
  [/^unknown event type (?<type>.+)$/, 'unknownType'],
  [/^body of (?<type>\S+) lacks (?<field>.+)$/, 'lacks'],
  [/^body of (?<type>\S+) cannot be read$/, 'badBody'],
  [/^attribute (?<field>.+) is missing$/, 'noAttribute'],
  [/^(?:id is not stream\/sequence|sequence is not a positive number)$/, 'badNumber'],
  [/^(?:the message has no body|not a CloudEvent.*|undecodable)$/, 'noEvent'],
  [/^(?:not-a-case-event|not-a-notice|no event of the directory)$/, 'otherTopic'],
  [/^no-such-case$/, 'noCase'],
  [/^unknown-report$/, 'noReport'],
  [/^cannot-be-stored$/, 'notStored'],
  [/^cannot-be-opened: (?<failure>.+)$/, 'notOpened'],
];

export function reasonOf(cause: string): { word: string; facts: Record<string, string> } | null {
  for (const [pattern, word] of REASONS) {
    const found = pattern.exec(cause);
    if (found) return { word, facts: { ...found.groups } };
  }
  return null;
}

/** So many at once are sent again or discarded. */
export function inParts(letters: string[], most = 200): string[][] {
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) => letters.slice(index * most, (index + 1) * most));
}
