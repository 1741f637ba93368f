import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../lib/error-code.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import { type Layer, MACHINE_KEYS, type MachineKey } from './machine-settings.ts';

/** A file of more characters is not one of settings. */
const MAX_LENGTH = 64 * 1024;

/** A `preau.conf` as read. */
export interface ConfFile {
  readonly layer: Layer;
  /** A French sentence for each line that says nothing. */
  readonly mistakes: readonly string[];
}

/** The lines of a `preau.conf`: `key = value`, and comments after `#` at the start of a line. */
export function parseConf(text: string, path: string): ConfFile {
  const values: Partial<Record<MachineKey, string>> = {};
  const lines: Partial<Record<MachineKey, number>> = {};
  const mistakes: string[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const where = `${path}, ligne ${index + 1}`;
    const [, word = '', value = ''] = /^([^=]+?)\s*=\s*(.*)$/u.exec(line) ?? [];
    const key = MACHINE_KEYS.find((known) => known === word.toLowerCase());
    if (word === '') mistakes.push(`${where} : « ${line} » n’est pas un réglage. Écrivez par exemple « port = 8420 ».`);
    else if (key === undefined) mistakes.push(`${where} : le réglage « ${word} » n’existe pas. ${advice(word)}`);
    else if (unquoted(value) !== '') {
      values[key] = unquoted(value);
      lines[key] = index + 1;
    }
  }
  const origin = (key: MachineKey) => `${path}, ligne ${lines[key]}`;
  return { layer: { origin, name: (key) => `« ${key} » (${origin(key)})`, folder: dirname(path), values }, mistakes };
}

function advice(word: string): string {
  const near = nearestWord(word, MACHINE_KEYS);
  return near === null ? `Il y a ${MACHINE_KEYS.join(', ')}.` : `Vouliez-vous dire « ${near} » ?`;
}

/** The value without the quotes around it, of either kind. */
function unquoted(value: string): string {
  return /^(["'])(.*)\1$/u.exec(value)?.[2] ?? value;
}

/** The files of settings of this machine, those that count most first. A file that is not there is none. */
export function readConfFiles(paths: readonly string[]): ConfFile[] {
  return paths.flatMap((path) => {
    try {
      const text = readFileSync(path, 'utf8');
      return text.length > MAX_LENGTH ? [unreadable(path, 'il est trop long')] : [parseConf(text, path)];
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
      return [unreadable(path, `il ne peut pas être lu (${errorCode(error)})`)];
    }
  });
}

function unreadable(path: string, why: string): ConfFile {
  return { ...parseConf('', path), mistakes: [`Le fichier « ${path} » est laissé de côté : ${why}.`] };
}

/** The text of a `preau.conf` with this value in force: its line is replaced, or one is added; all other lines stay. */
export function withValue(text: string, key: MachineKey, value: string): string {
  const others = withoutValue(text, key);
  return `${others === '' ? '' : `${others}\n`}${key} = ${quoted(value)}\n`;
}

/** The text of a `preau.conf` in which nothing is said of this key: without its lines, and without an empty end. */
export function withoutValue(text: string, key: MachineKey): string {
  return text
    .split(/\r?\n/u)
    .filter((line) => !new RegExp(`^\\s*${key}\\s*=`, 'iu').test(line))
    .join('\n')
    .trimEnd();
}

/** With quotes where reading would take something off the value. */
const quoted = (value: string): string => (value.trim() === value && unquoted(value) === value ? value : `"${value}"`);
