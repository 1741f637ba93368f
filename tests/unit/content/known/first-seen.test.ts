import { mkdir, mkdtemp, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openFirstSeen } from '../../../../main/content/known/first-seen.ts';

const zone = 'Europe/Paris';
const log = pino({ level: 'silent' });

/** A folder with a clock that the test sets, and the files that it writes. */
async function hall() {
  const root = await mkdtemp(join(tmpdir(), 'preau-first-seen-'));
  let now = Temporal.Instant.from('2026-05-04T08:00:00Z');
  const openAgain = () =>
    openFirstSeen({ contentDir: root, stateDir: join(root, '.state'), clock: { now: () => now }, log });
  return {
    openAgain,
    at: (day: string) => {
      now = Temporal.Instant.from(`${day}T08:00:00Z`);
    },
    async drop(path: string, words: string, written = '2026-03-11') {
      const absolute = join(root, path);
      await mkdir(dirname(absolute), { recursive: true });
      await writeFile(absolute, words);
      const date = new Date(`${written}T12:00:00Z`);
      await utimes(absolute, date, date);
      const { size, mtimeMs, ctimeMs, ino: inode } = await stat(absolute);
      return { path, absolute, size, mtimeMs, ctimeMs, inode };
    },
  };
}

test('what was there before anything was noted has its own date, and what comes later the day on which it comes', async () => {
  const { openAgain, drop, at } = await hall();
  const seen = await openAgain();
  const dayOf = async (path: string, wasThere: boolean) =>
    String(await seen.dayOf(await drop(path, 'mots'), zone, wasThere));
  expect(await dayOf('demain - Sortie.txt', true)).toBe('2026-03-11');
  at('2026-05-07');
  expect(await dayOf('demain - Piscine.txt', false)).toBe('2026-05-07');
});

test('a copy, a touched file and a new start move nothing; other words do', async () => {
  const { openAgain, drop, at } = await hall();
  const first = await openAgain();
  await first.dayOf(await drop('demain - Sortie.txt', 'mots'), zone, false);
  await first.close();
  at('2027-02-01');
  const second = await openAgain();
  const dayOf = async (path: string, words: string) =>
    String(await second.dayOf(await drop(path, words, '2027-01-30'), zone, false));
  expect(await dayOf('demain - Sortie.txt', 'mots')).toBe('2026-05-04');
  expect(await dayOf('copie/demain - Sortie.txt', 'mots')).toBe('2026-05-04');
  expect(await dayOf('demain - Sortie.txt', 'autres mots')).toBe('2027-02-01');
  expect(await dayOf('lundi - Sortie.txt', 'mots')).toBe('2027-02-01');
});

test('what a sync takes out and puts back is the same; what comes back after a week is new', async () => {
  const { openAgain, drop, at } = await hall();
  const seen = await openAgain();
  const dayOf = async () => String(await seen.dayOf(await drop('demain - Piscine.txt', 'mots'), zone, false));
  await dayOf();
  seen.forget('demain - Piscine.txt');
  at('2026-05-05');
  expect(await dayOf()).toBe('2026-05-04');
  seen.forget('demain - Piscine.txt');
  at('2026-05-11');
  expect(await dayOf()).toBe('2026-05-11');
});
