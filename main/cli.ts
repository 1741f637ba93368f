#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { type ParsedFlags, parseFlags } from './settings/flags.ts';
import { HELP } from './settings/help.ts';

export interface CliOptions {
  /** Whether a missing browser may be downloaded and installed: by `npm start`, but not by an installed `preau`. */
  readonly provide: boolean;
  /** Aborted when `start` has to end; by default, on the signals that this process gets. */
  readonly signal?: AbortSignal;
  /** The folder to which paths are relative; by default the current one. */
  readonly cwd?: string;
  /** The content folder of a command line that names none; by default `content` in the current folder. */
  readonly contentDir?: string;
}

/** Runs one command line; resolves to its exit code. */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<number> {
  const platformStateDir = envPaths('preau', { suffix: '' }).data;
  const { cwd = process.cwd(), contentDir = resolve(cwd, 'content') } = options;
  const parsed = parseFlags(argv, { cwd, contentDir, platformStateDir });
  if (!parsed.ok) {
    process.stderr.write(`${parsed.message}\n`);
    return 2;
  }
  if (parsed.help) {
    process.stdout.write(HELP);
    return 0;
  }
  return runCommand(parsed, options);
}

// Each command imports only what it needs, because the address has to be printed within two seconds.
async function runCommand(asked: Extract<ParsedFlags, { help: false }>, options: CliOptions): Promise<number> {
  if (asked.command === 'start') {
    const { start } = await import('./commands/start.ts');
    return start(asked.settings, options);
  }
  if (asked.command === 'code') {
    const { runCode } = await import('./commands/code.ts');
    return runCode(asked.settings, (text) => process.stdout.write(text));
  }
  const { runReading } = await import('./commands/read-commands.ts');
  return runReading(asked, (text) => process.stdout.write(text));
}

const script = process.argv[1];
// npm makes a link to this file: the real path tells whether this file was started.
if (script && realpathSync(script) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runCli(process.argv.slice(2), { provide: false });
  // Whatever a command left open must not keep the process; what was printed is written first.
  process.stdout.write('', () => process.exit());
}
