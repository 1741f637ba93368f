import { describe, expect, it } from 'vitest';
import { ChangeQueue } from '../../../../renderer/player/change-queue.ts';

/** A queue whose changes stay in progress until the test ends them. */
function queueByHand() {
  const shown: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const queue = new ChangeQueue<string>((change) => {
    shown.push(change);
    return new Promise((resolve, reject) => ends.set(change, (error) => (error ? reject(error) : resolve())));
  });
  const end = async (change: string, error?: Error): Promise<void> => {
    ends.get(change)?.(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, shown, end };
}

describe('changes that arrive while one is being shown', () => {
  it('are one next change, the newest', async () => {
    const { queue, shown, end } = queueByHand();
    for (const change of ['a', 'b', 'c']) void queue.add(change);
    expect(shown).toEqual(['a']);
    await end('a');
    expect(shown).toEqual(['a', 'c']);
    await end('c');
    expect(shown).toEqual(['a', 'c']);
  });

  it('do not wait where they are urgent, and replace what waits', async () => {
    const { queue, shown, end } = queueByHand();
    for (const change of ['a', 'b']) void queue.add(change);
    void queue.interrupt('alert');
    expect(shown).toEqual(['a', 'alert']);
    await end('a');
    await end('alert');
    expect(shown).toEqual(['a', 'alert']);
  });

  it('are forgotten when nothing is to be shown any more', async () => {
    const { queue, shown, end } = queueByHand();
    for (const change of ['a', 'b']) void queue.add(change);
    queue.clear();
    await end('a');
    expect(shown).toEqual(['a']);
  });

  it('are still shown after one that fails', async () => {
    const { queue, shown, end } = queueByHand();
    const first = queue.add('a');
    await Promise.all([expect(first).rejects.toThrow('lost'), end('a', new Error('lost'))]);
    void queue.add('b');
    expect(shown).toEqual(['a', 'b']);
  });
});
