import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isProcessAlive, killProcess } from '../../../lib/processes.ts';

/** A port of this machine where nothing listens: a request that none of the settings stops gets no answer. */
const NOWHERE = '9';
const INET = '/org.openoffice.Inet/Settings';
const SCRIPTING = '/org.openoffice.Office.Common/Security/Scripting';

/** What a document may do to the machine that shows it: nothing. Path, name and value in the registry of LibreOffice. */
const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  // No picture or other link of a document from an untrusted place: the only setting that holds for old binary files.
  [SCRIPTING, 'BlockUntrustedRefererLinks', 'true'],
  [SCRIPTING, 'DisableMacrosExecution', 'true'],
  [SCRIPTING, 'MacroSecurityLevel', '3'],
  // Never: 0 for texts (SvxLinkUpdateMode), 1 for tables (ScLkUpdMode).
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '1'],
  [INET, 'ooInetProxyType', '2'],
  [INET, 'ooInetHTTPProxyName', '127.0.0.1'],
  [INET, 'ooInetHTTPProxyPort', NOWHERE],
  [INET, 'ooInetHTTPSProxyName', '127.0.0.1'],
  [INET, 'ooInetHTTPSProxyPort', NOWHERE],
  [INET, 'ooInetNoProxy', ''],
];

/** The argument that names a profile. */
export const profileArgument = (profile: string): string => `-env:UserInstallation=${pathToFileURL(profile).href}`;

/** Writes the settings of a profile. LibreOffice changes them when it ends, so they are written again before each start. */
export async function writeProfile(profile: string): Promise<void> {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n${items.join('\n')}\n</oor:items>\n`,
  );
}

const JOB = 'job-';

/** A folder for one conversion, named after the process that makes it. */
export const makeJobFolder = (dir: string): Promise<string> => mkdtemp(join(dir, `${JOB}${process.pid}-`));

/**
 * Removes the jobs that a killed service left behind, and ends the LibreOffice of each: it would go on for ever, and take
 * the requests for the next one, since both have the same profile. The jobs of a service that still lives stay. Without
 * /proc no process is ended. Never rejects: what cannot be removed does no harm.
 */
export async function clearJobs(dir: string): Promise<void> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.startsWith(JOB));
  for (const name of names.filter((each) => !lives(Number(each.split('-')[1])))) {
    const folder = join(dir, name);
    for (const pid of await processesNaming(folder)) killProcess(pid);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Whether the service of a job still lives. A job with our own number is older than we are: in a container, each service
 * gets the same number again.
 */
const lives = (pid: number): boolean => Number.isInteger(pid) && pid !== process.pid && isProcessAlive(pid);

async function processesNaming(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (line.split('\0').includes(folder)) found.push(Number(name));
  }
  return found;
}
