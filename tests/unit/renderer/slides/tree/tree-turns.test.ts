import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTreeMemory } from '../../../../../renderer/slides/tree/tree-memory.ts';
import { type Message, NO_MEMORY, nextTurn, type TurnMemory } from '../../../../../renderer/slides/tree/tree-turns.ts';

const message = (id: string): Message => ({ id, text: `Un encouragement qui porte le numéro ${id}.` });
const many = (count: number): Message[] => Array.from({ length: count }, (_, i) => message(`m${i}`));

function showings(messages: readonly Message[], count: number, from: TurnMemory = NO_MEMORY): string[][] {
  let memory = from;
  return Array.from({ length: count }, () => {
    const turn = nextTurn(memory, messages, 30_000);
    memory = turn.after;
    return turn.messages.map((one) => one.id);
  });
}

describe('the messages a showing lifts', () => {
  it('are 3 to 6, none of them twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 5_000, max: 120_000 }), (count, durationMs) => {
        let memory = NO_MEMORY;
        for (let i = 0; i < 5; i += 1) {
          const turn = nextTurn(memory, many(count), durationMs);
          memory = turn.after;
          expect(turn.messages.length).toBeLessThanOrEqual(6);
          expect(turn.messages.length).toBeGreaterThanOrEqual(Math.min(3, count));
          expect(new Set(turn.messages).size).toBe(turn.messages.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are all messages once before one comes back', () => {
    for (const count of [7, 48, 600]) {
      const seen = new Set<string>();
      let memory = NO_MEMORY;
      while (memory.round === 0) {
        const before = seen.size;
        const turn = nextTurn(memory, many(count), 30_000);
        for (const one of turn.messages) seen.add(one.id);
        // No message comes back before the last showing of the round.
        if (turn.after.round === 0) expect(seen.size - before).toBe(turn.messages.length);
        memory = turn.after;
      }
      expect(seen.size).toBe(count);
    }
  });

  it('differ from one showing to the next', () => {
    const sets = showings(many(48), 8);
    sets.slice(1).forEach((set, i) => {
      expect(set).not.toEqual(sets[i]);
    });
  });

  it('are the same one each time where there is only one', () => {
    expect(showings(many(1), 3)).toEqual([['m0'], ['m0'], ['m0']]);
  });

  it('are none for a tree without messages', () => {
    expect(showings([], 2)).toEqual([[], []]);
  });
});

describe('a new message', () => {
  it('is lifted first at the next showing, and is the only leaf that grows', () => {
    const first = nextTurn(NO_MEMORY, many(48), 30_000);
    const next = nextTurn(first.after, [message('nouveau'), ...many(48)], 30_000);
    expect(next.messages[0]?.id).toBe('nouveau');
    expect([...next.fresh]).toEqual(['nouveau']);
  });

  it('is no longer new in the showing after that', () => {
    const all = [message('nouveau'), ...many(48)];
    const grown = nextTurn(nextTurn(NO_MEMORY, many(48), 30_000).after, all, 30_000);
    const after = nextTurn(grown.after, all, 30_000);
    expect(after.fresh.size).toBe(0);
    expect(after.messages.map((one) => one.id)).not.toContain('nouveau');
  });

  it('waits for the next showing where there are more than can be lifted', () => {
    const all = [...many(48), ...Array.from({ length: 8 }, (_, i) => message(`n${i}`))];
    const first = nextTurn(nextTurn(NO_MEMORY, many(48), 30_000).after, all, 30_000);
    const second = nextTurn(first.after, all, 30_000);
    const lifted = [...first.messages, ...second.messages].map((one) => one.id);
    expect(lifted.filter((id) => id.startsWith('n')).length).toBe(8);
  });

  it('is not one that was there when the tree was first shown', () => {
    expect(nextTurn(NO_MEMORY, many(48), 30_000).fresh.size).toBe(0);
  });

  it('leaves no bare tree when the whole file is replaced', () => {
    const others = Array.from({ length: 300 }, (_, i) => message(`autre ${i}`));
    expect(nextTurn(nextTurn(NO_MEMORY, many(48), 30_000).after, others, 30_000).fresh.size).toBeLessThanOrEqual(12);
  });
});

describe('the memory of the trees', () => {
  it('is kept by source, and is empty for a tree that has not been shown', () => {
    const memory = createTreeMemory();
    const turn = nextTurn(memory.turns('arbre'), many(10), 30_000);
    memory.remember('arbre', turn.after);
    expect(memory.turns('arbre')).toBe(turn.after);
    expect(memory.turns('autre')).toBe(NO_MEMORY);
  });

  it('is limited to the trees that were shown last', () => {
    const memory = createTreeMemory();
    const turn = nextTurn(NO_MEMORY, many(4), 30_000);
    for (let i = 0; i < 40; i += 1) memory.remember(`arbre ${i}`, turn.after);
    expect(memory.turns('arbre 0')).toBe(NO_MEMORY);
    expect(memory.turns('arbre 39')).toBe(turn.after);
  });
});
