import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isProcessAlive, killProcess } from '../../../lib/processes.ts';

/** A port of this machine where nothing listens. As the port of the proxy, it leaves every request to the network without an answer. */
const DEAD_PORT = '9';
const INET = '/org.openoffice.Inet/Settings';
const SCRIPTING = '/org.openoffice.Office.Common/Security/Scripting';

/**
 * Settings by which a document can do nothing to the machine, and is drawn as in France: path, name and value in the registry
 * of LibreOffice.
 */
const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  // Without it a date that a document leaves to the machine is « 11/27/26 », and a page without a size is no A4.
  ['/org.openoffice.Setup/L10N', 'ooSetupSystemLocale', 'fr-FR'],
  // No document is from a trusted place, so its linked pictures are not loaded. Old binary files obey this setting alone.
  [SCRIPTING, 'BlockUntrustedRefererLinks', 'true'],
  [SCRIPTING, 'DisableMacrosExecution', 'true'],
  [SCRIPTING, 'MacroSecurityLevel', '3'],
  // Links are never updated: that is 0 for texts (SvxLinkUpdateMode) and 1 for tables (ScLkUpdMode).
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '1'],
  [INET, 'ooInetProxyType', '2'],
  [INET, 'ooInetHTTPProxyName', '127.0.0.1'],
  [INET, 'ooInetHTTPProxyPort', DEAD_PORT],
  [INET, 'ooInetHTTPSProxyName', '127.0.0.1'],
  [INET, 'ooInetHTTPSProxyPort', DEAD_PORT],
  [INET, 'ooInetNoProxy', ''],
];

/** The argument that makes LibreOffice use a profile. */
export const profileArgument = (profile: string): string => `-env:UserInstallation=${pathToFileURL(profile).href}`;

/** Writes the settings of a profile. Call it before each start of LibreOffice, which changes the file when it ends. */
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

/** Makes a folder for one conversion. Its name has the number of this process. */
export const makeJobFolder = (dir: string): Promise<string> => mkdtemp(join(dir, `${JOB}${process.pid}-`));

/**
 * Removes the folders of conversions that a killed service left behind, and kills the LibreOffice that still works in each:
 * it would go on for ever, and it would answer in place of the next LibreOffice that is started with our profile. Folders of a
 * service that is alive are left alone. On systems without /proc no process is killed. Never rejects: a folder that cannot
 * be removed does no harm.
 */
export async function clearJobs(dir: string): Promise<void> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.startsWith(JOB));
  for (const name of names.filter((each) => !isOfAnotherService(Number(each.split('-')[1])))) {
    const folder = join(dir, name);
    for (const pid of await processesNaming(folder)) killProcess(pid);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Whether a process number is that of another service that is alive. A folder with the number of this process cannot be of
 * this process, which has not begun to convert: an earlier process had the same number, as happens in containers.
 */
const isOfAnotherService = (pid: number): boolean =>
  Number.isInteger(pid) && pid !== process.pid && isProcessAlive(pid);

/** Numbers of the processes that have the folder as one of their arguments. */
async function processesNaming(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (line.split('\0').includes(folder)) found.push(Number(name));
  }
  return found;
}
