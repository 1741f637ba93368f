import { kindOfFile } from '../content/kinds/kinds.ts';
import { picture } from '../content/kinds/pictures/kind.ts';
import type { Item, Media } from '../programme/item.ts';
import type { Icon } from './icons.ts';
import { counted } from './words.ts';

/** What staff call a kind of thing, and the icon that stands for it. */
export interface KindWords {
  /** « Image », « Document, 3 pages » */
  readonly kind: string;
  readonly icon: Icon;
}

const ITEM_KINDS: Readonly<Record<Item['kind'], KindWords>> = {
  event: { kind: 'Événement', icon: 'days' },
  exhibition: { kind: 'Exposition', icon: 'image' },
  tree: { kind: 'Arbre à messages', icon: 'leaf' },
  image: { kind: 'Image', icon: 'image' },
  video: { kind: 'Vidéo', icon: 'film' },
  text: { kind: 'Texte', icon: 'page' },
  countdown: { kind: 'Compte à rebours', icon: 'days' },
  alert: { kind: 'Alerte', icon: 'bell' },
  logo: { kind: 'Logo', icon: 'image' },
  holidays: { kind: 'Vacances', icon: 'days' },
  menu: { kind: 'Menu', icon: 'page' },
  absence: { kind: 'Absence', icon: 'days' },
};

/** What is said of a file whose kind is not known. */
export const SOME_FILE: KindWords = { kind: 'Fichier', icon: 'page' };

/** What a file looks like by its name alone. */
export function kindOfName(path: string): KindWords {
  const { label, icon } = kindOfFile(path);
  return { kind: label, icon };
}

/** Whether an item is a picture by itself, and no page of a document. */
export function isPicture(item: Item): boolean {
  return item.kind === 'image' && kindOfFile(item.source) === picture;
}

/** What staff would call what a file gave: « Image », « Document, 3 pages », « 9 événements ». */
export function kindOfItems(items: readonly Item[]): KindWords {
  const [item] = items;
  if (item === undefined) return SOME_FILE;
  if (items.every(({ kind }) => kind === 'alert')) return ITEM_KINDS.alert;
  if (items.length > 1 && items.every(({ kind }) => kind === 'menu'))
    return { kind: `Menu, ${counted(items.length, 'repas', 'repas')}`, icon: 'page' };
  if (items.length > 1 && items.every(({ kind }) => kind === 'absence'))
    return { kind: counted(items.length, 'absence', 'absences'), icon: 'days' };
  if (items.length > 1) return { kind: counted(items.length, 'événement', 'événements'), icon: 'days' };
  const known = ITEM_KINDS[item.kind];
  if (item.kind === 'exhibition')
    return { ...known, kind: `${known.kind}, ${counted(item.plates.length, 'image', 'images')}` };
  if (item.kind === 'tree')
    return { ...known, kind: `${known.kind}, ${counted(item.messages.length, 'feuille', 'feuilles')}` };
  if (item.kind === 'image' && !isPicture(item)) {
    const cut = item.pages.length < item.of ? ` sur ${item.of}` : '';
    return { kind: `Document, ${counted(item.pages.length, 'page', 'pages')}${cut}`, icon: 'page' };
  }
  return known;
}

/** The picture that stands for an item; null where it has none (a video has no still). */
export function pictureOf(item: Item | undefined): Media | null {
  switch (item?.kind) {
    case 'image':
      return item.pages[0] ?? null;
    case 'exhibition':
      return item.plates[0]?.media ?? null;
    case 'event':
    case 'alert':
      return item.image ?? null;
    case 'logo':
      return item.media;
    default:
      return null;
  }
}
