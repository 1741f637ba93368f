import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { rareLetters } from '../pictures/svg-words.ts';
import type { Page } from './deck-pages.ts';

const run = promisify(execFile);
const LIMIT_MS = 5_000;
/** Characters for the use of single programs: signs of bullets, which LibreOffice knows itself. */
const PRIVATE = /\p{Co}/gu;

/**
 * The first characters of the pages of a document for which this machine has no font, so that LibreOffice draws an empty box
 * for each; empty where all are drawn. Windows and macOS have fonts for all. `command`: what lists the fonts that LibreOffice
 * has on Linux.
 */
export async function lettersWithoutFont(pages: readonly Page[], command = 'fc-list'): Promise<string> {
  if (process.platform !== 'linux') return '';
  const words = pages.filter(({ isMaster }) => !isMaster).map(({ text }) => wordsOf(text));
  const letters = [...(rareLetters(words) ?? '')];
  const lacking = await Promise.all(letters.map(async (letter) => ((await isDrawn(letter, command)) ? '' : letter)));
  return lacking.join('');
}

/** The words of a page in XML, one character a byte. */
const wordsOf = (xml: string): string =>
  Buffer.from(xml.replace(/<[^>]*>/g, ' '), 'latin1')
    .toString('utf8')
    .replace(PRIVATE, '');

async function isDrawn(letter: string, command: string): Promise<boolean> {
  const code = letter.codePointAt(0)?.toString(16) ?? '';
  try {
    const { stdout } = await run(command, [`:charset=${code}`, 'family'], { timeout: LIMIT_MS });
    return stdout.trim() !== '';
  } catch {
    // Nothing says which fonts there are.
    return true;
  }
}
