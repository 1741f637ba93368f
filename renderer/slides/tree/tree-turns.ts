import { hashText } from './random.ts';

/** A message of the tree. */
export interface Message {
  readonly id: string;
  readonly text: string;
}

/** What is remembered of one tree from one showing to the next. */
export interface TurnMemory {
  /** Every message met so far: what is not among them is new. null before the first showing, when nothing is new. */
  readonly known: ReadonlySet<string> | null;
  /** Messages that have had their turn in this round. */
  readonly seen: ReadonlySet<string>;
  /** Rounds that are over: each has an order of its own. */
  readonly round: number;
}

/** The messages that a showing lifts, in order; those of `fresh` have just come, and their leaves grow. */
export interface Turn {
  readonly messages: readonly Message[];
  readonly fresh: ReadonlySet<string>;
  /** What to remember once the showing has begun. */
  readonly after: TurnMemory;
}

export const noMemory: TurnMemory = { known: null, seen: new Set(), round: 0 };

const FEWEST = 3;
const MOST = 6;
/** Where more messages come at once, the leaves of the others are there at once: a tree is not bare for an hour. */
const GROWING = 12;

/** Milliseconds one message asks for: to find its leaf, then 2.5 words a second. */
export function messageMs(text: string): number {
  return 2400 + ((text.match(/\S+/g)?.length ?? 0) / 2.5) * 1000;
}

/**
 * Chooses the messages of the next showing: those that have just come first, then those that have not had their turn in
 * this round, in an order that looks like chance; as many as `durationMs` lets one read, from 3 to 6. Where a round ends
 * with fewer than 3, the next one begins in the same showing, without showing a message twice.
 */
export function nextTurn(memory: TurnMemory, messages: readonly Message[], durationMs: number): Turn {
  const present = new Set(messages.map((message) => message.id));
  const { known } = memory;
  const met = (message: Message): boolean => known === null || known.has(message.id);
  const newest = messages.filter((message) => !met(message)).reverse();
  const fresh = new Set(newest.slice(0, GROWING).map((message) => message.id));
  const waiting = inOrder(
    messages.filter((message) => met(message) && !memory.seen.has(message.id)),
    memory.round,
  );
  const lifted: Message[] = [];
  let left = durationMs;
  const take = (queue: readonly Message[]): void => {
    for (const message of queue) {
      const needed = messageMs(message.text);
      if (lifted.length >= MOST || (lifted.length >= FEWEST && needed > left)) return;
      if (lifted.includes(message)) continue;
      lifted.push(message);
      left -= needed;
    }
  };
  take([...newest, ...waiting]);
  const taken = new Set(lifted.map((message) => message.id));
  const seen = new Set([...memory.seen, ...taken].filter((id) => present.has(id)));
  const roundIsOver = seen.size === present.size;
  // What is new but had no room stays new: its leaf has not grown yet.
  const stillNew = new Set([...fresh].filter((id) => !taken.has(id)));
  const remembered = new Set([...present].filter((id) => !stillNew.has(id)));
  if (!roundIsOver) {
    return { messages: lifted, fresh, after: { known: remembered, seen, round: memory.round } };
  }
  const round = memory.round + 1;
  const already = lifted.length;
  if (already < FEWEST)
    take(
      inOrder(
        messages.filter((message) => !taken.has(message.id)),
        round,
      ),
    );
  return {
    messages: lifted,
    fresh,
    after: { known: remembered, seen: new Set(lifted.slice(already).map((message) => message.id)), round },
  };
}

/** An order that depends on the round and on the messages alone, and in which neighbours of the file are far apart. */
function inOrder(messages: readonly Message[], round: number): Message[] {
  return messages
    .map((message) => ({ message, rank: hashText(`${round}/${message.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.message.id < b.message.id ? -1 : 1))
    .map(({ message }) => message);
}
