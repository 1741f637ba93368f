import { openLog } from '../lib/open-log.ts';
import { parseAt } from '../settings/at.ts';
import { clockOf } from '../settings/clock-of.ts';
import { contentTrouble } from '../settings/content-trouble.ts';
import type { Asked } from '../settings/flags.ts';
import type { ContentSettings } from '../settings/settings.ts';
import { startFailure } from '../shells/supervision/start-failure.ts';
import { checkExitCode, checkedFile, formatCheck } from './check.ts';
import type { Print } from './print.ts';
import { formatProgramme } from './programme.ts';
import { type ReadOnce, readOnce } from './read-once.ts';

/** Runs `preau check` or `preau programme`; resolves to the exit code. */
export async function runReading({ command, settings, json }: Asked, print: Print): Promise<number> {
  const { content } = settings;
  if (content === null) return refusal(NO_FOLDER);
  return (command === 'check' ? runCheck : runProgramme)({ ...settings, content }, json, print);
}

const NO_FOLDER =
  'Aucun dossier de contenu n’est connu : donnez-le avec --content, ou retenez-en un avec « preau setup ».';

/** `preau check`: prints of each file of the content folder whether it is shown, and its problems; resolves to the exit code. */
export async function runCheck(settings: ContentSettings, json: boolean, print: Print): Promise<number> {
  const { refused, waiting } = contentTrouble(settings.content);
  // The folder is read only once: where it is missing, its name is wrong.
  if (refused ?? waiting)
    return refusal(refused ?? `Le dossier « ${settings.content} » n’existe pas : donnez le bon avec --content.`);
  const found = await read(settings);
  if (found === null) return 2;
  const { items, problems, files } = found;
  print(json ? asJson({ items, problems, files: files.map(checkedFile) }) : formatCheck({ items, problems, files }));
  return checkExitCode(problems);
}

/** `preau programme`: prints what a screen shows at an instant; resolves to the exit code. */
async function runProgramme(settings: ContentSettings, json: boolean, print: Print): Promise<number> {
  const { refused, waiting } = contentTrouble(settings.content);
  if (refused) return refusal(refused);
  if (waiting) process.stderr.write(`${waiting}\n`);
  const found = await read(settings);
  if (found === null) return 2;
  const shown = found.programme(settings.at === null ? null : parseAt(settings.at), settings.screen);
  print(json ? asJson(shown) : formatProgramme(shown));
  return 0;
}

function refusal(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

/** Reads the content folder; null where that fails, and then the reason is printed. */
async function read(settings: ContentSettings): Promise<ReadOnce | null> {
  // Warnings are in the answer already.
  const log = openLog('preau', '').child({}, { level: 'error' });
  try {
    return await readOnce(settings, { clock: clockOf(settings), log });
  } catch (error) {
    process.stderr.write(`${startFailure(error, settings).message}\n`);
    return null;
  }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
