import type { Problem } from '../contract.ts';
import { frenchList } from '../lib/french-list.ts';
import type { CatalogueItem } from './catalogue.ts';
import { type Failure, unplayedItems } from './failures.ts';

/** The code of all problems that screens have met. */
export const UNPLAYABLE = 'unplayable';

/** What a screen could not do with an item, after « n’a pas pu », and what staff can do about it. */
interface Words {
  readonly what: string;
  readonly advice: string;
}

const SAVE_PICTURE = 'Enregistrez-la de nouveau en JPEG ou en PNG, puis déposez cette copie à sa place.';
const SAVE_AGAIN = 'Enregistrez de nouveau ce fichier\u00a0; si cela continue, prévenez le support informatique.';

function videoWords(begun: boolean): Words {
  return {
    what: begun ? 'lire cette vidéo jusqu’au bout' : 'lire cette vidéo',
    advice:
      'Elle est peut-être abîmée, ou protégée contre la copie\u00a0: ouvrez-la sur un ordinateur, exportez-la en MP4 (H.264), puis déposez cette copie à sa place.',
  };
}

const several = (n: number, one: string, many: string) => (n < 2 ? one : `${n}\u00a0${many}`);

function wordsOf(item: CatalogueItem, failures: readonly Failure[]): Words {
  const n = failures.length;
  switch (item.kind) {
    case 'video':
      return videoWords(failures.some(({ failed }) => [...failed.values()].some(({ begun }) => begun)));
    case 'image':
      return item.pages.length < 2
        ? { what: 'afficher cette image', advice: SAVE_PICTURE }
        : {
            what: `afficher ${several(n, 'une page', 'pages')} de ce document`,
            advice: 'Enregistrez-le de nouveau en PDF, puis déposez cette copie à sa place.',
          };
    case 'exhibition':
      return {
        what: `afficher ${several(n, 'une vue', 'vues')} de cette exposition`,
        advice: 'Ouvrez ses images pour trouver celle qui manque, puis enregistrez-la de nouveau en JPEG ou en PNG.',
      };
    case 'alert':
      return item.video ? videoWords(false) : { what: 'afficher cette alerte', advice: SAVE_AGAIN };
    case 'event':
      return { what: `afficher «\u00a0${item.title}\u00a0»`, advice: SAVE_AGAIN };
    case 'text':
      return { what: 'afficher ce texte', advice: SAVE_AGAIN };
    case 'countdown':
      return { what: 'afficher ce compte à rebours', advice: SAVE_AGAIN };
    case 'menu':
      return { what: 'afficher ce menu', advice: SAVE_AGAIN };
    case 'absence':
      return { what: 'afficher ces absences', advice: SAVE_AGAIN };
    case 'tree':
      return { what: 'afficher cet arbre', advice: SAVE_AGAIN };
    case 'holidays':
      return { what: 'lire ces vacances', advice: SAVE_AGAIN };
    case 'logo':
      return { what: 'afficher ce logo', advice: SAVE_PICTURE };
  }
}

/** « L’écran « hall » », « Les écrans « hall » et « cantine » », « L’écran » where it has no name. */
function screensWords(names: readonly string[]): string {
  const named = names.filter((name) => name !== '').map((name) => `«\u00a0${name}\u00a0»`);
  if (names.length === 1) return ['L’écran', ...named].join(' ');
  if (named.length === names.length) return `Les écrans ${frenchList(named)}`;
  return `L’écran sans nom et ${named.length < 2 ? 'l’écran' : 'les écrans'} ${frenchList(named)}`;
}

function sentence(screens: readonly string[], what: string): string {
  const who = screensWords(screens);
  return screens.length < 2
    ? `${who} n’a pas pu ${what}\u00a0: il passe à la suite, et réessaie à chaque tour.`
    : `${who} n’ont pas pu ${what}\u00a0: ils passent à la suite, et réessaient à chaque tour.`;
}

/** Names of the screens on which any of these slides failed, in natural order. */
function screensOf(failures: readonly Failure[]): string[] {
  const screens = new Map(
    failures.flatMap(({ failed }) => [...failed].map(([key, { screen }]) => [key, screen] as const)),
  );
  return [...screens.values()].toSorted(new Intl.Collator('fr', { numeric: true }).compare);
}

/**
 * One problem for each item that screens could not play; `failures` are those of `failuresOf`. It counts as refused where no
 * screen could show any of it: it is not on the wall then, whatever the programme says.
 */
export function failureProblems(failures: readonly Failure[], items: readonly CatalogueItem[]): Problem[] {
  const unplayed = unplayedItems(failures);
  return items.flatMap((item): Problem[] => {
    const own = failures.filter((failure) => failure.item === item.id);
    if (own.length === 0) return [];
    const { what, advice } = wordsOf(item, own);
    const severity = unplayed.has(item.id) ? 'refused' : 'warning';
    return [{ file: item.source, severity, code: UNPLAYABLE, message: sentence(screensOf(own), what), advice }];
  });
}
