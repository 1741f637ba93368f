import { createInterface } from 'node:readline/promises';
import type { Asked } from '../settings/flags.ts';
import { standsForKiosk } from '../settings/kiosk.ts';
import { saveContentFolder } from '../settings/machine-files.ts';
import { filesOfThisMachine } from '../settings/surroundings.ts';
import { checkContentChoice } from '../setup/content-choice.ts';
import { likelyFolders, ownFolder } from '../setup/likely-folders.ts';
import type { LikelyFolder } from '../setup/setup-contract.ts';
import type { Print } from './print.ts';

/** `preau setup`: asks in the terminal where the content folder is, and saves it; with `--content`, asks nothing. */
export async function runSetup({ settings, origins }: Asked, print: Print): Promise<number> {
  if (origins.content === '--content' && settings.content !== null) return keep(settings.content, print);
  const folders = await likelyFolders();
  print(formatQuestion(folders, settings.content));
  const terminal = createInterface({ input: process.stdin });
  try {
    for await (const line of terminal) {
      if ((await keep(pathOf(line, folders), print)) === 0) return 0;
      print('\n> ');
    }
  } finally {
    terminal.close();
  }
  print('\nRien n’est retenu.\n');
  return 1;
}

/** Checks a folder and saves it; resolves to 0, or 2 where it cannot be the content folder. */
async function keep(path: string, print: Print): Promise<number> {
  const choice = await checkContentChoice(path, await ownFolder());
  if (!choice.ok) {
    print(`${choice.message}\n`);
    return 2;
  }
  const files = filesOfThisMachine();
  await saveContentFolder(files, choice.path);
  const how = standsForKiosk() ? ' : systemctl restart preau-kiosk' : '.';
  print(
    `C’est noté dans ${files.choices} : ${choice.path}\nUn Préau qui joue déjà un autre dossier est à relancer${how}\n`,
  );
  return 0;
}

/** The folder that an answer names: a number of the list, or a path. */
export function pathOf(answer: string, folders: readonly LikelyFolder[]): string {
  return folders[Number(answer.trim()) - 1]?.path ?? answer;
}

export function formatQuestion(folders: readonly LikelyFolder[], now: string | null): string {
  const choices = folders.map(({ path, label, hint }, index) => {
    const note = hint === '' ? '' : ` – ${hint}`;
    return `  ${index + 1}. ${label}${note}\n     ${path}`;
  });
  const before = now === null ? [] : [`Aujourd’hui : ${now}`, ''];
  return [
    'Où est le dossier de l’écran ?',
    '',
    ...before,
    ...choices,
    '',
    'Un numéro, ou un chemin complet :',
    '> ',
  ].join('\n');
}
