import { frenchList } from '../../../lib/french-list.ts';
import { redact } from '../../documents/redact.ts';
import { dropped, type Fault, fault, guessed, quoted } from '../../faults/fault.ts';
import { namesOf } from '../word/word-faults.ts';
import type { SheetDrawings } from './sheet-drawings.ts';
import { MAX_COLUMNS, MAX_ROWS } from './workbook.ts';

export const emptyWorkbook = (): Fault =>
  fault(
    'sheet-empty',
    'Ce classeur n’a aucune case remplie qui soit visible.',
    'Remplissez une feuille, ou affichez celle qui est masquée, puis enregistrez-le de nouveau.',
  );

/** `places`: addresses of cells, « B7 ». */
export const valuesMissing = (sheet: string, places: readonly string[]): Fault =>
  dropped(
    'sheet-no-value',
    `Feuille ${quoted(sheet)} : ${named(places)} une formule dont le résultat n’est pas enregistré ; rien n’y est lu.`,
    'Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le, puis déposez-le de nouveau.',
  );

export const valuesWrong = (sheet: string, places: readonly string[]): Fault =>
  dropped(
    'sheet-error',
    `Feuille ${quoted(sheet)} : ${named(places)} une formule en erreur ; rien n’y est lu.`,
    'Corrigez la formule, ou remplacez-la par ce qu’elle doit dire.',
  );

/** `places`: addresses of cells that ask for the day or the hour of the moment. */
export const todayInSheet = (sheet: string, places: readonly string[]): Fault =>
  guessed(
    'sheet-today',
    `Feuille ${quoted(sheet)} : ${named(places)} une date qui se met à jour d’elle-même (AUJOURDHUI, MAINTENANT) ; l’écran montre celle du dernier enregistrement.`,
    'Remplacez la formule par la date elle-même, puis enregistrez le classeur.',
  );

/** What a workbook shows besides its cells. */
interface Lost extends Pick<SheetDrawings, 'unshown' | 'words'> {
  /** Words that are printed above or below its pages. */
  readonly margins: readonly string[];
}

/** What lies upon the cells or beside them; none where there is nothing. */
export function drawingsLost({ unshown, words, margins }: Lost): Fault[] {
  const parts = [
    ...(unshown.size > 0 ? [`sans ${namesOf(unshown, 'ses')}`] : []),
    ...(words.length > 0 ? [`sans les mots de ses zones de texte, ${listed(words)}`] : []),
    ...(margins.length > 0 ? [`sans son en-tête ni son pied de page, ${listed(margins)}`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    dropped(
      'sheet-drawings',
      `Seules les cases de ce classeur sont montrées, ${frenchList(parts)}.`,
      'Si ces mots comptent, écrivez-les dans une case. Pour le montrer tel quel, exportez-le en PDF et déposez le PDF.',
    ),
  ];
}

const listed = (words: readonly string[]): string => quoted(redact([...new Set(words)].join(' · ')));

export const whiteCells = (sheet: string): Fault =>
  dropped(
    'sheet-white',
    `Feuille ${quoted(sheet)} : des mots écrits en blanc sur fond blanc ne sont pas montrés.`,
    'S’ils doivent l’être, donnez-leur une autre couleur ; sinon, effacez-les.',
  );

const MAX_NAMED = 4;

const named = (places: readonly string[]): string => {
  const more = places.length > MAX_NAMED ? ` et ${places.length - MAX_NAMED} autres` : '';
  const list = `${places.slice(0, MAX_NAMED).join(', ')}${more}`;
  return places.length === 1 ? `la case ${list} a` : `les cases ${list} ont`;
};

export const hiddenLines = (sheet: string): Fault =>
  dropped(
    'sheet-hidden',
    `Feuille ${quoted(sheet)} : les lignes et les colonnes masquées ou filtrées ne sont pas lues.`,
    'Affichez-les si elles doivent l’être aussi à l’écran.',
  );

export const tooWide = (sheet: string): Fault =>
  dropped(
    'sheet-too-wide',
    `Feuille ${quoted(sheet)} : seules les ${MAX_COLUMNS} premières colonnes sont lues.`,
    'Placez dans les premières colonnes ce que l’écran doit dire.',
  );

export const tooHigh = (sheet: string): Fault =>
  dropped(
    'sheet-too-high',
    `Feuille ${quoted(sheet)} : seules les ${MAX_ROWS} premières lignes sont lues.`,
    'Découpez le tableau en plusieurs fichiers.',
  );

export const sheetsLeft = (sheets: readonly string[]): Fault =>
  dropped(
    'sheet-left',
    `Seules les feuilles où un tableau a été reconnu sont montrées, sans ${sheets.map(quoted).join(', ')}.`,
    'Pour montrer aussi une autre feuille, enregistrez-la dans son propre classeur.',
  );
