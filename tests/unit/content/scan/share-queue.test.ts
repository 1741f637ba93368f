import { expect, test } from 'vitest';
import { askShare } from '../../../../main/content/scan/share-queue.ts';
import { createDeferred } from '../../../../main/lib/deferred.ts';

/** More calls than run at a time. */
const MANY = 40;

test('a call that fails gives its error to whoever asked, and its place to the next one', async () => {
  const failing = Array.from({ length: MANY }, (_, n) =>
    askShare(
      n % 2 === 0
        ? () => Promise.reject(new Error(`rejected ${n}`))
        : () => {
            throw new Error(`thrown ${n}`);
          },
    ),
  );
  const told = await Promise.allSettled(failing);
  expect(told.map(({ status }) => status)).toEqual(Array.from({ length: MANY }, () => 'rejected'));
  expect(told[1]).toMatchObject({ reason: { message: 'thrown 1' } });
  await expect(askShare(async () => 'read')).resolves.toBe('read');
});

test('what fails without an error is no answer', async () => {
  await expect(askShare(() => Promise.reject(undefined))).rejects.toBeUndefined();
});

test('an urgent call runs before all that wait, and sixteen at a time', async () => {
  const gate = createDeferred();
  const begun: string[] = [];
  const ask = (name: string, urgent = false) =>
    askShare(async () => {
      begun.push(name);
      await gate.promise;
    }, urgent);
  const waiting = Array.from({ length: 20 }, (_, n) => ask(`file ${n}`));
  const alert = ask('alert', true);
  expect(begun).toHaveLength(16);
  gate.resolve();
  await Promise.all([...waiting, alert]);
  expect(begun.indexOf('alert')).toBe(16);
});
