#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Asked, parseFlags } from './settings/flags.ts';
import { HELP } from './settings/help.ts';
import { machineSurroundings } from './settings/surroundings.ts';

export interface CliOptions {
  /** Whether a missing browser may be downloaded and installed: by `npm start`, but not by an installed `preau`. */
  readonly provide: boolean;
  /** Aborted when `start` has to end; by default, on the signals that this process gets. */
  readonly signal?: AbortSignal;
  /** The folder to which paths are relative; by default the current one. */
  readonly cwd?: string;
  /** The content folder where nothing names one; without it, the first start asks for it. */
  readonly contentDir?: string;
}

/** Runs one command line; resolves to its exit code. */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<number> {
  const { cwd = process.cwd(), contentDir = null } = options;
  const parsed = parseFlags(argv, machineSurroundings({ cwd, content: contentDir }));
  if (!parsed.ok) {
    process.stderr.write(`${parsed.message}\n`);
    return 2;
  }
  if (parsed.help) {
    process.stdout.write(HELP);
    return 0;
  }
  for (const sentence of parsed.warnings) process.stderr.write(`préau : ${sentence}\n`);
  return run(parsed, options);
}

// Each command imports only what it needs, because the address has to be printed within two seconds.
async function run(asked: Asked, options: CliOptions): Promise<number> {
  if (asked.command === 'start') {
    const { start } = await import('./commands/start.ts');
    return start(asked.settings, options);
  }
  const { runCommand } = await import('./commands/run-command.ts');
  return runCommand(asked, (text) => process.stdout.write(text));
}

/** Runs the command line of this process, and ends it. */
async function runAsProgram(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), { provide: false });
  // Whatever a command left open must not keep the process; what was printed is written first.
  process.stdout.write('', () => process.exit());
}

const script = process.argv[1];
// npm makes a link to this file: the real path tells whether this file was started.
if (script && realpathSync(script) === fileURLToPath(import.meta.url)) void runAsProgram();
