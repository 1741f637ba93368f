import { describe, expect, test } from 'vitest';
import { countWords, MAX_PAGE_WORDS, plainText, readingTimeMs } from '../../main/reading-time.ts';

describe('the time to read a text', () => {
  test('is 4 s and 1 s for 2.5 words, from 8 s to 30 s', () => {
    expect(readingTimeMs('')).toBe(8000);
    expect(readingTimeMs('mot '.repeat(25))).toBe(14_000);
    expect(readingTimeMs('mot '.repeat(4000))).toBe(30_000);
  });

  test('of the fullest page is the longest time a page stays', () => {
    expect(readingTimeMs('mot '.repeat(MAX_PAGE_WORDS))).toBe(30_000);
    expect(readingTimeMs('mot '.repeat(MAX_PAGE_WORDS - 1))).toBeLessThan(30_000);
  });
});

describe('the words of a text', () => {
  test('are counted as a reader counts them: punctuation that stands alone is no word', () => {
    expect(countWords('L’été, à 9:41 : « oui » !')).toBe(4);
    expect(countWords('un rendez-vous,un autre')).toBe(4);
  });

  test('do not include the tags and the entities of HTML', () => {
    expect(countWords(plainText('<p>Parents &amp; élèves</p><ul><li>bienvenue</li></ul>'))).toBe(3);
  });

  test('are as many when accents are written apart from their letters, as macOS writes the names of files', () => {
    expect(countWords('école élémentaire'.normalize('NFD'))).toBe(2);
  });
});
