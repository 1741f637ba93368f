import { parseArgs } from 'node:util';
import { parseAt } from './at.ts';
import { type Defaults, type Layer, MACHINE_KEYS, type MachineKey, type Settled, settle } from './machine-settings.ts';
import type { Settings } from './settings.ts';

const COMMANDS = ['start', 'setup', 'check', 'programme', 'config', 'code', 'version'] as const;
type Command = (typeof COMMANDS)[number];

/** The commands that can print JSON. */
const WITH_JSON: readonly Command[] = ['check', 'programme', 'config'];

/** What a command line, the environment and the files of settings ask for together. */
export interface Asked {
  readonly ok: true;
  readonly help: false;
  readonly command: Command;
  readonly settings: Settings;
  readonly json: boolean;
  /** Where the value of each setting came from, in French. */
  readonly origins: Settled['origins'];
  /** A French sentence for each value outside the command line that is wrong, and was passed over. */
  readonly warnings: readonly string[];
}

/** What is asked for, or one French sentence that says what is wrong with the command line and what to write (exit code 2). */
export type ParsedFlags =
  | Asked
  | { readonly ok: true; readonly help: true }
  | { readonly ok: false; readonly message: string };

/** What a command line that does not say it takes from around it. */
export interface Surroundings {
  /** Absolute; paths of flags are relative to it. */
  readonly cwd: string;
  readonly defaults: Defaults;
  /** The environment and the files of settings, those that count most first. */
  readonly layers?: readonly Layer[];
  /** What is wrong with the files of settings: French sentences. */
  readonly mistakes?: readonly string[];
}

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  ...(Object.fromEntries(MACHINE_KEYS.map((key) => [key, TEXT])) as Record<MachineKey, typeof TEXT>),
  at: TEXT,
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof OPTIONS;

/** Ends the reading at the first thing that is wrong; its message is a French sentence. Never leaves this file. */
class Refusal extends Error {}

/** Reads a command line, from which the paths of node and of the script are taken off. Never throws. */
export function parseFlags(
  argv: readonly string[],
  { cwd, defaults, layers = [], mistakes: wrongLines = [] }: Surroundings,
): ParsedFlags {
  try {
    const { values, command } = split(argv);
    if (values.help) return { ok: true, help: true };
    const flags = flagsLayer(values, cwd);
    const { settings, origins, mistakes } = settle([flags, ...layers], defaults);
    const wrongFlag = mistakes.find(({ layer }) => layer === flags);
    if (wrongFlag) throw new Refusal(wrongFlag.sentence);
    return {
      ok: true,
      help: false,
      command,
      settings: { ...settings, at: at(values.at), atSince: null },
      json: values.json ?? false,
      origins,
      warnings: [...wrongLines, ...mistakes.map(({ sentence }) => sentence)],
    };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

type Values = { [F in Flag]?: (typeof OPTIONS)[F]['type'] extends 'boolean' ? boolean : string };

function flagsLayer({ help: _help, json: _json, at: _at, ...values }: Values, folder: string): Layer {
  const name = (key: MachineKey) => `--${key}`;
  return { origin: name, name, folder, values };
}

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
  if (!command) throw new Refusal(`Commande inconnue : « ${word} ». Il y a ${COMMANDS.join(', ')}${HELP_HINT}`);
  if (rest.length > 0)
    throw new Refusal(`« ${rest[0]} » est de trop : les options commencent par deux tirets${HELP_HINT}`);
  if (values.json && !WITH_JSON.includes(command)) {
    throw new Refusal(`L’option --json ne va qu’avec ${WITH_JSON.join(', ')} : retirez-la.`);
  }
  return { values, command };
}

const HELP_HINT = ' (l’aide est dans « preau --help »).';

function flagOf(name: string, rawName: string): Flag {
  const flag = (Object.keys(OPTIONS) as Flag[]).find((known) => known === name);
  if (!flag) throw new Refusal(`Option inconnue : ${rawName}. Retirez-la ou corrigez-la${HELP_HINT}`);
  return flag;
}

function givenValue(token: { name: string; value: string | undefined }): string | boolean {
  const boolean = OPTIONS[token.name as Flag].type === 'boolean';
  if (boolean && token.value !== undefined) {
    throw new Refusal(`L’option --${token.name} s’écrit sans valeur : retirez « =${token.value} ».`);
  }
  if (boolean) return true;
  if (token.value === undefined || token.value === '' || token.value.startsWith('--')) {
    throw new Refusal(`L’option --${token.name} attend une valeur : écrivez-la juste après.`);
  }
  return token.value;
}

function at(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (parseAt(value)) return value.trim();
  throw new Refusal(`« ${value} » n’est pas une date pour --at : écrivez par exemple 2026-05-05 ou 2026-05-05T09:00.`);
}
