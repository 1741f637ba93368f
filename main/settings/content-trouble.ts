import { statSync } from 'node:fs';

/** What is wrong with a content folder before it is opened: at most one of the two French sentences. */
export interface ContentTrouble {
  /** It is a file, and can never be a content folder. */
  readonly refused: string | null;
  /** It is not there, but may still come: a share that is mounted later. */
  readonly waiting: string | null;
}

/** Looks at the path of a content folder, absolute. */
export function contentTrouble(folder: string): ContentTrouble {
  const none: ContentTrouble = { refused: null, waiting: null };
  try {
    if (statSync(folder).isDirectory()) return none;
    return { ...none, refused: `« ${folder} » n’est pas un dossier : donnez un dossier avec --content.` };
  } catch {
    // The folder is missing or out of reach, which may change: the kind of error does not count.
    const waiting = `Le dossier « ${folder} » n’est pas là : Préau l’attend, et montre ce qu’il connaît.${driveHint(folder)}`;
    return { ...none, waiting };
  }
}

/** What may be wrong with a missing folder of Windows that begins with the letter of a drive; empty for any other. */
export function driveHint(folder: string): string {
  const [, letter] = /^([d-z]):[\\/]/iu.exec(folder) ?? [];
  if (letter === undefined) return '';
  return ` Une lettre comme « ${letter.toUpperCase()}: » n’existe que dans la session qui l’a connectée : donnez le partage par son nom, par exemple « \\\\serveur\\hall ».`;
}
