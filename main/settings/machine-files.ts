import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import { writeFileAtomically } from '../lib/write-file-atomically.ts';
import { withoutValue, withValue } from './conf-file.ts';
import { kioskFolders } from './kiosk.ts';

const FILE = 'preau.conf';

/** The files of settings of a machine. */
export interface MachineFiles {
  /** Those that are read, what counts most first: that of the user, then that of the administrator. */
  readonly read: readonly string[];
  /** Where a choice is saved: for root in the administrator's, because no kiosk would read that of root. */
  readonly choices: string;
}

/** Who asks for the files. */
interface MachineUser {
  readonly isRoot: boolean;
  /** Home of the user of the kiosk, where root asks on his behalf: the choice made on the wall counts for root's commands too. */
  readonly kioskHome: string | null;
}

/** `PREAU_CONF` names one file that takes the place of both: two Préau on one machine, or a test. */
export function machineFiles(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  { isRoot, kioskHome }: MachineUser,
): MachineFiles {
  if (env['PREAU_CONF']) return { read: [env['PREAU_CONF']], choices: env['PREAU_CONF'] };
  const folder = kioskHome === null ? envPaths('preau', { suffix: '' }).config : kioskFolders(kioskHome).config;
  const own = join(folder, FILE);
  const system =
    platform === 'win32' ? join(env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'preau', FILE) : `/etc/preau/${FILE}`;
  return { read: [own, system], choices: isRoot ? system : own };
}

/**
 * Saves the content folder where choices are saved. An older choice in a file that counts more (the one made on the wall, where root
 * chooses) is taken off, or the new one would change nothing. All other lines stay. @throws the error of the system.
 */
export async function saveContentFolder({ read, choices }: MachineFiles, folder: string): Promise<void> {
  mkdirSync(dirname(choices), { recursive: true });
  await writeFileAtomically(choices, withValue(readOr(choices, ''), 'content', folder));
  for (const file of read.slice(0, Math.max(0, read.indexOf(choices)))) {
    const text = readOr(file, '');
    const others = withoutValue(text, 'content');
    if (others === text.trimEnd()) continue;
    if (others === '') rmSync(file);
    else await writeFileAtomically(file, `${others}\n`);
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise; // There is none yet, or it cannot be read, and then writing tells of it.
  }
}
