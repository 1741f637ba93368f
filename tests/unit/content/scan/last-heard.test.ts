import { expect, test } from 'vitest';
import { createLastHeard } from '../../../../main/content/scan/last-heard.ts';

function listening() {
  let atMs = 1_000;
  const heard = createLastHeard(() => atMs);
  const after = (ms: number) => {
    atMs += ms;
  };
  return { ...heard, after };
}

test('a file has stood still since its last event, and not since somebody looked at it', () => {
  const { hear, quietMs, after } = listening();
  hear('affiche.jpg');
  after(3);
  hear('affiche.jpg');
  after(16);
  expect(quietMs(['affiche.jpg'])).toBe(16);
});

test('of a folder that is one thing, every file must have been heard of', () => {
  const { hear, quietMs, after } = listening();
  hear('expo/exposition.md');
  after(5);
  hear('expo/1.jpg');
  after(10);
  expect(quietMs(['expo/exposition.md', 'expo/1.jpg'])).toBe(10);
  expect(quietMs(['expo/exposition.md', 'expo/1.jpg', 'expo/2.jpg'])).toBe(0);
});

test('an event of long ago says nothing: the file may have been written to on a share, which tells of nothing', () => {
  const { hear, quietMs, after } = listening();
  hear('affiche.jpg');
  after(51);
  expect(quietMs(['affiche.jpg'])).toBe(0);
});
