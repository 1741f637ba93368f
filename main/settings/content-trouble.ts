import { statSync } from 'node:fs';

/** What is wrong with a content folder before it is opened, in French sentences; one of the two at most. */
export interface ContentTrouble {
  /** It can never be one. */
  readonly refused: string | null;
  /** It may still come: a share that is mounted later. */
  readonly waiting: string | null;
}

/** Looks at the path of a content folder, absolute. */
export function contentTrouble(folder: string): ContentTrouble {
  const none: ContentTrouble = { refused: null, waiting: null };
  try {
    if (statSync(folder).isDirectory()) return none;
    return { ...none, refused: `« ${folder} » n’est pas un dossier : donnez un dossier avec --content.` };
  } catch {
    // Missing, or out of reach: what the system says now may be otherwise tomorrow.
    return { ...none, waiting: `Le dossier « ${folder} » n’est pas là : Préau l’attend, et montre ce qu’il connaît.` };
  }
}
