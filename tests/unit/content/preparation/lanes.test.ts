import { describe, expect, it } from 'vitest';
import { createLanes } from '../../../../main/content/preparation/lanes.ts';
import { createDeferred } from '../../../../main/lib/deferred.ts';

/** Lanes whose work ends when the test says so, and the names of what runs. */
function observedLanes(decoders: number) {
  const lanes = createLanes(decoders);
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    const { promise, resolve } = createDeferred();
    ends.set(name, () => {
      ends.delete(name);
      resolve();
    });
    return promise;
  };
  return { lanes, work, running: () => [...ends.keys()].toSorted(), end: (name: string) => ends.get(name)?.() };
}

describe('the lanes of the media preparer', () => {
  it('run as many decodes as they may and one copy, the highest priority first', async () => {
    const { lanes, work, running, end } = observedLanes(2);
    for (const [name, priority] of [
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 2],
    ] as const) {
      lanes.add(work(name), 'decode', priority);
    }
    lanes.add(work('film'), 'copy', 1);
    lanes.add(work('film 2'), 'copy', 1);
    expect(running()).toEqual(['a', 'b', 'film']);
    end('a');
    await expect.poll(running).toEqual(['b', 'd', 'film']);
    end('film');
    await expect.poll(running).toEqual(['b', 'd', 'film 2']);
  });

  it('run a suspect file alone, after all others, and let nothing begin beside it', async () => {
    const { lanes, work, running, end } = observedLanes(2);
    lanes.add(work('a'), 'decode', 1);
    lanes.addAlone(work('suspect'));
    lanes.addAlone(work('suspect 2'));
    lanes.add(work('film'), 'copy', 1);
    lanes.add(work('b'), 'decode', 1);
    expect(running()).toEqual(['a', 'b', 'film']);
    for (const name of ['a', 'b', 'film']) end(name);
    await expect.poll(running).toEqual(['suspect']);
    lanes.add(work('c'), 'decode', 9);
    expect(running()).toEqual(['suspect']);
    end('suspect');
    await expect.poll(running).toEqual(['c']);
    end('c');
    await expect.poll(running).toEqual(['suspect 2']);
  });

  it('forget what waits when they are cleared', async () => {
    const { lanes, work, running, end } = observedLanes(1);
    lanes.add(work('a'), 'decode', 1);
    lanes.add(work('b'), 'decode', 1);
    lanes.clear();
    end('a');
    lanes.add(work('c'), 'decode', 1);
    await expect.poll(running).toEqual(['c']);
  });
});
