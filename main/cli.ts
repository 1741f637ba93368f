#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { type ParsedFlags, parseFlags } from './settings/flags.ts';
import { HELP } from './settings/help.ts';

export interface CliOptions {
  /** Whether a browser that is missing may be fetched: `npm start` does, an installed `preau` does not. */
  readonly provide: boolean;
}

/** Runs one command line; resolves to its exit code. */
export async function runCli(argv: readonly string[], { provide }: CliOptions): Promise<number> {
  const platformStateDir = envPaths('preau', { suffix: '' }).data;
  const parsed = parseFlags(argv, { cwd: process.cwd(), platformStateDir });
  if (!parsed.ok) {
    process.stderr.write(`${parsed.message}\n`);
    return 2;
  }
  if (parsed.help) {
    process.stdout.write(HELP);
    return 0;
  }
  return runCommand(parsed, provide);
}

// Each command loads what it needs alone: the address is printed within two seconds of a second start.
async function runCommand(asked: Extract<ParsedFlags, { help: false }>, provide: boolean): Promise<number> {
  if (asked.command === 'start') {
    const { start } = await import('./commands/start.ts');
    return start(asked.settings, provide);
  }
  const { runCheck, runProgramme } = await import('./commands/read-commands.ts');
  const run = asked.command === 'check' ? runCheck : runProgramme;
  return run(asked.settings, asked.json, (text) => process.stdout.write(text));
}

const script = process.argv[1];
// npm links the bin: the real path tells whether it is this file that was started.
if (script && realpathSync(script) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runCli(process.argv.slice(2), { provide: false });
  // Whatever a command left open must not keep it from ending; what it printed is written first.
  process.stdout.write('', () => process.exit());
}
