import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import { writeFileAtomically } from '../lib/write-file-atomically.ts';
import { withValue } from './conf-file.ts';

const FILE = 'preau.conf';

/** The files of settings of a machine. */
interface MachineFiles {
  /** Those that are read, what counts most first: that of the user, then that of the administrator. */
  readonly read: readonly string[];
  /** Where a choice is saved: for root in the administrator's, because no kiosk would read that of root. */
  readonly choices: string;
}

/** `PREAU_CONF` names one file that takes the place of both: two Préau on one machine, or a test. */
export function machineFiles(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, isRoot: boolean): MachineFiles {
  if (env['PREAU_CONF']) return { read: [env['PREAU_CONF']], choices: env['PREAU_CONF'] };
  const own = join(envPaths('preau', { suffix: '' }).config, FILE);
  const system =
    platform === 'win32' ? join(env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'preau', FILE) : `/etc/preau/${FILE}`;
  return { read: [own, system], choices: isRoot ? system : own };
}

/** Saves the content folder in a file of settings, whose other lines stay. @throws the error of the system. */
export async function saveContentFolder(file: string, folder: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await writeFileAtomically(file, withValue(readOr(file, ''), 'content', folder));
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise; // There is none yet, or it cannot be read, and then writing tells of it.
  }
}
