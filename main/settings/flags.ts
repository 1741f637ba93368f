import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fold } from '../lib/fold.ts';
import { parseAt } from './at.ts';
import type { Settings, ShellName } from './settings.ts';

type Command = 'start' | 'check' | 'programme' | 'code';

/** What the command line asks for, or one French sentence that says what is wrong with it and what to write (exit code 2). */
export type ParsedFlags =
  | { readonly ok: true; readonly help: true }
  | {
      readonly ok: true;
      readonly help: false;
      readonly command: Command;
      readonly settings: Settings;
      readonly json: boolean;
    }
  | { readonly ok: false; readonly message: string };

/** What a command line that does not say it takes from around it. */
export interface Surroundings {
  /** Absolute; paths of flags are relative to it. */
  readonly cwd: string;
  /** Absolute: the content folder of a command line that names none. */
  readonly contentDir: string;
  /** Absolute: where this platform keeps the data of a program. */
  readonly platformStateDir: string;
}

const COMMANDS: readonly Command[] = ['start', 'check', 'programme', 'code'];
const SHELLS: readonly ShellName[] = ['auto', 'electron', 'chromium', 'none'];

const OPTIONS = {
  content: { type: 'string' },
  at: { type: 'string' },
  screen: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  shell: { type: 'string' },
  state: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof OPTIONS;

/** Ends the reading at the first thing that is wrong; its message is a French sentence. Never leaves this file. */
class Refusal extends Error {}

/** Reads a command line, from which the paths of node and of the script are taken off. Never throws. */
export function parseFlags(argv: readonly string[], around: Surroundings): ParsedFlags {
  try {
    const { values, command } = split(argv);
    if (values.help) return { ok: true, help: true };
    const settings: Settings = {
      content: path(values.content ?? around.contentDir, 'content', around.cwd),
      state: path(values.state ?? around.platformStateDir, 'state', around.cwd),
      at: at(values.at),
      atSince: null,
      screen: screen(values.screen),
      host: host(values.host),
      port: port(values.port),
      shell: shell(values.shell),
    };
    return { ok: true, help: false, command, settings, json: values.json ?? false };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

type Values = { [F in Flag]?: (typeof OPTIONS)[F]['type'] extends 'boolean' ? boolean : string };

function split(argv: readonly string[]): { values: Values; command: Command } {
  // Not strict, because the errors of Node are English: the tokens tell what was typed.
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const words: string[] = [];
  const values: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') values[flagOf(token.name, token.rawName)] = givenValue(token);
  }
  const [word = 'start', ...rest] = words;
  const command = COMMANDS.find((known) => known === word);
  if (values.help) return { values, command: command ?? 'start' };
  if (!command)
    throw new Refusal(`Commande inconnue : « ${word} ». Écrivez start, check, programme ou code${HELP_HINT}`);
  if (rest.length > 0)
    throw new Refusal(`« ${rest[0]} » est de trop : les options commencent par deux tirets${HELP_HINT}`);
  if ((command === 'start' || command === 'code') && values.json) {
    throw new Refusal('L’option --json ne va qu’avec check et programme : retirez-la.');
  }
  return { values, command };
}

const HELP_HINT = ' (l’aide est dans « preau --help »).';

function flagOf(name: string, rawName: string): Flag {
  const flag = (Object.keys(OPTIONS) as Flag[]).find((known) => known === name);
  if (!flag) throw new Refusal(`Option inconnue : ${rawName}. Retirez-la ou corrigez-la${HELP_HINT}`);
  return flag;
}

function givenValue(token: { name: string; value: string | undefined }): string | boolean {
  const boolean = OPTIONS[token.name as Flag].type === 'boolean';
  if (boolean && token.value !== undefined) {
    throw new Refusal(`L’option --${token.name} s’écrit sans valeur : retirez « =${token.value} ».`);
  }
  if (boolean) return true;
  if (token.value === undefined || token.value === '' || token.value.startsWith('--')) {
    throw new Refusal(`L’option --${token.name} attend une valeur : écrivez-la juste après.`);
  }
  return token.value;
}

function path(value: string, flag: string, cwd: string): string {
  if (value.includes('\0')) throw new Refusal(`Le chemin de --${flag} n’est pas valable : donnez celui d’un dossier.`);
  return isAbsolute(value) ? resolve(value) : resolve(cwd, value);
}

function at(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (parseAt(value)) return value.trim();
  throw new Refusal(`« ${value} » n’est pas une date pour --at : écrivez par exemple 2026-05-05 ou 2026-05-05T09:00.`);
}

function port(value: string | undefined): number {
  if (value === undefined) return 8420;
  const number = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (number <= 65535) return number;
  throw new Refusal(`« ${value} » n’est pas un port : --port attend un nombre de 0 (n’importe lequel) à 65535.`);
}

function host(value: string | undefined): string {
  if (value === undefined) return '127.0.0.1';
  if (/^[\w.:-]+$/.test(value)) return value;
  throw new Refusal(`« ${value} » n’est pas une adresse pour --host : écrivez par exemple 127.0.0.1 ou 0.0.0.0.`);
}

function shell(value: string | undefined): ShellName {
  if (value === undefined) return 'auto';
  const wanted = fold(value);
  const known = SHELLS.find((name) => name === wanted);
  if (known) return known;
  throw new Refusal(`« ${value} » n’est pas une coque : --shell attend auto, electron, chromium ou none.`);
}

function screen(value: string | undefined): string {
  // The contract has the same limit for the reports of players (`POST /api/screens`).
  if (value === undefined || value.length <= 80) return value?.trim() ?? '';
  throw new Refusal('Le nom donné à --screen est trop long : quatre-vingts signes au plus.');
}
