import type { Problem } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { Screen } from '../programme/screen.ts';
import { fault, problemOf } from './faults/fault.ts';
import { placeOf } from './scan/place.ts';

/**
 * A warning for each name of a screen, in front matter or above a file, that no screen of `preau.yml` has: what is only
 * there is nowhere. Without a list of screens any name will do, since the address of a display names it (`?screen=`).
 */
export function unknownScreens(items: readonly CatalogueItem[], declared: readonly Screen[]): Problem[] {
  if (declared.length === 0) return [];
  const known = new Map(declared.map(({ name }) => [fold(name), name]));
  const found = new Map<string, Problem>();
  for (const { source, screens } of items) {
    const unknown = (screens ?? []).filter((name) => !known.has(name));
    for (const name of unknown) {
      const isFolder = placeOf(source).screens !== null;
      const file = isFolder ? source.split('/').slice(0, 2).join('/') : source;
      const nowhere = unknown.length === screens?.length;
      const message = isFolder ? inFolder(file) : inFiche(name, nowhere);
      const words = fault('screen-unknown', message, advice(name, known, isFolder));
      // Many events of one table, many files of one folder: one warning.
      found.set(`${file}\0${name}`, problemOf(file, 'warning', words));
    }
  }
  return [...found.values()];
}

const inFolder = (folder: string): string =>
  `Aucun écran de preau.yml ne porte le nom du dossier « ${folder} » : ce qu’il contient n’est sur aucun écran.`;

const inFiche = (name: string, nowhere: boolean): string =>
  `Aucun écran de preau.yml ne porte le nom « ${name} », écrit après « ecrans »${nowhere ? ' : cette fiche n’est sur aucun écran' : ''}.`;

function advice(name: string, known: ReadonlyMap<string, string>, isFolder: boolean): string {
  const near = nearestWord(name, [...known.keys()]);
  if (near === null) {
    return `Les écrans sont : ${[...known.values()].join(', ')}. Choisissez-en un, ou ajoutez celui-ci dans preau.yml.`;
  }
  const right = known.get(near) ?? near;
  return isFolder ? `Renommez-le « ${right} », s’il s’agit de cet écran.` : `Vouliez-vous écrire « ${right} » ?`;
}
