import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a command of the build to its end; resolves to what it printed. Rejects, with what it said, where it fails. */
export async function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const env = { ...process.env, ...options.env };
  const { stdout } = await promisify(execFile)(command, args, { ...options, env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
