import { WORDS_PER_SECOND } from '../../../main/reading-time.ts';
import { hashText } from './random.ts';

/** A message of the tree. */
export interface Message {
  readonly id: string;
  readonly text: string;
}

/** What is remembered of one tree from one showing to the next. */
export interface TurnMemory {
  /** Ids of all messages so far: others are new. null before the first showing, when none is new. */
  readonly known: ReadonlySet<string> | null;
  /** Ids of the messages that have been shown in this round. */
  readonly seen: ReadonlySet<string>;
  /** Number of rounds that are over: each round has its own order. */
  readonly round: number;
}

/** What one showing of the tree shows. */
export interface Turn {
  /** The messages whose leaves are lifted, in order. */
  readonly messages: readonly Message[];
  /** Ids of the messages that are new, whose leaves grow. */
  readonly fresh: ReadonlySet<string>;
  /** What to remember once this showing is on the wall. */
  readonly after: TurnMemory;
}

export const NO_MEMORY: TurnMemory = { known: null, seen: new Set(), round: 0 };

/** Messages in one showing. */
const MIN_LIFTED = 3;
const MAX_LIFTED = 6;
/** When more messages arrive at once, only so many leaves grow: otherwise a tree could be bare for an hour. */
const MAX_GROWING = 12;
/** Time to find the leaf of a message, milliseconds. */
const FIND_LEAF_MS = 2400;

/**
 * Milliseconds that one message needs. All that stands between spaces counts as a word, a quotation mark too: messages have
 * a little more time than `readingTimeMs` would give them.
 */
export function messageMs(text: string): number {
  return FIND_LEAF_MS + ((text.match(/\S+/g)?.length ?? 0) / WORDS_PER_SECOND) * 1000;
}

/**
 * Chooses the messages of the next showing: new ones first, then those that have not been shown in this round, in an order
 * that looks random; as many as can be read in `durationMs`, from 3 to 6. When a round ends with fewer than 3, the next one
 * begins in the same showing, without showing a message twice.
 */
export function nextTurn(memory: TurnMemory, messages: readonly Message[], durationMs: number): Turn {
  const isNew = ({ id }: Message): boolean => memory.known !== null && !memory.known.has(id);
  const newest = messages.filter(isNew).reverse();
  const fresh = new Set(newest.slice(0, MAX_GROWING).map(({ id }) => id));
  const waiting = messages.filter((message) => !isNew(message) && !memory.seen.has(message.id));
  const lifted = take([...newest, ...shuffled(waiting, memory.round)], [], durationMs);
  const present = new Set(messages.map(({ id }) => id));
  const shown = new Set(lifted.map(({ id }) => id));
  // New messages that were not shown stay new: their leaves have not grown yet.
  const known = new Set([...present].filter((id) => !fresh.has(id) || shown.has(id)));
  const seen = new Set([...memory.seen, ...shown].filter((id) => present.has(id)));
  if (seen.size < present.size) return { messages: lifted, fresh, after: { known, seen, round: memory.round } };
  const round = memory.round + 1;
  const others = messages.filter(({ id }) => !shown.has(id));
  const all = lifted.length < MIN_LIFTED ? take(shuffled(others, round), lifted, durationMs) : lifted;
  const seenInNextRound = new Set(all.slice(lifted.length).map(({ id }) => id));
  return { messages: all, fresh, after: { known, seen: seenInNextRound, round } };
}

/** Adds messages to those of a showing, at least 3 in all and as many as can be read in `durationMs`, at most 6. */
function take(queue: readonly Message[], lifted: readonly Message[], durationMs: number): Message[] {
  const taken = [...lifted];
  let left = durationMs - taken.reduce((sum, { text }) => sum + messageMs(text), 0);
  for (const message of queue) {
    const needed = messageMs(message.text);
    if (taken.length >= MAX_LIFTED || (taken.length >= MIN_LIFTED && needed > left)) break;
    taken.push(message);
    left -= needed;
  }
  return taken;
}

/** A random order that depends only on the round and the messages, so neighbours in the file are rarely shown together. */
function shuffled(messages: readonly Message[], round: number): Message[] {
  return messages
    .map((message) => ({ message, rank: hashText(`${round}/${message.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.message.id < b.message.id ? -1 : 1))
    .map(({ message }) => message);
}
