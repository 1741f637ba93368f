import { expect, test } from 'vitest';
import { createDeferred } from '../../../main/lib/deferred.ts';
import { sendNewest } from '../../../main/server/send-newest.ts';

test('while a reader is slow, only the newest programme waits for it', async () => {
  const sent: string[] = [];
  let taken = createDeferred();
  const send = sendNewest(
    async ({ event, n }: { event: string; n: number }) => {
      sent.push(`${event} ${n}`);
      await taken.promise;
    },
    () => undefined,
  );
  for (let n = 1; n <= 1_000; n += 1) send({ event: 'programme', n });
  send({ event: 'alive', n: 1 });
  expect(sent).toEqual(['programme 1']);
  taken.resolve();
  taken = createDeferred();
  taken.resolve();
  await new Promise(setImmediate);
  expect(sent).toEqual(['programme 1', 'programme 1000', 'alive 1']);
});
