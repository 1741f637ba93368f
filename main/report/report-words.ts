import type { Temporal } from 'temporal-polyfill';
import { kindOfFile } from '../content/kinds/kinds.ts';
import { picture } from '../content/kinds/pictures/kind.ts';
import type { Item, Media } from '../programme/item.ts';
import { dayLabel } from '../when/french/label.ts';

/** French counts nought and one in the singular. */
export function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString('fr-FR')}\u00a0${n < 2 ? one : many}`;
}

/** « a », « a et b », « a, b et c » */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
}

export const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** « mardi 5 mai », with its year where that is not the year of `today`. */
export function dayWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return day.year === today.year ? dayLabel(day) : `${dayLabel(day)} ${day.year}`;
}

/** « aujourd’hui », « demain », « le mardi 5 mai » */
export function onDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (day.equals(today)) return 'aujourd’hui';
  return day.equals(today.add({ days: 1 })) ? 'demain' : `le ${dayWords(day, today)}`;
}

const ITEM_KINDS: Readonly<Record<Item['kind'], string>> = {
  event: 'Événement',
  exhibition: 'Exposition',
  tree: 'Arbre à messages',
  image: 'Image',
  video: 'Vidéo',
  text: 'Texte',
  alert: 'Alerte',
};

/** What staff call a file, by its name alone: « Image ». */
export const kindOfName = (path: string): string => kindOfFile(path).label;

/** What staff would call what a file gave: « Image », « Document, 3 pages », « 9 événements ». */
export function kindOfItems(items: readonly Item[]): string {
  const [item] = items;
  if (item === undefined) return 'Fichier';
  if (items.length > 1) return counted(items.length, 'événement', 'événements');
  if (item.kind === 'exhibition') return `Exposition, ${counted(item.plates.length, 'image', 'images')}`;
  if (item.kind === 'tree') return `Arbre à messages, ${counted(item.messages.length, 'feuille', 'feuilles')}`;
  if (item.kind === 'image' && kindOfFile(item.source) !== picture) {
    const cut = item.pages.length < item.of ? ` sur ${item.of}` : '';
    return `Document, ${counted(item.pages.length, 'page', 'pages')}${cut}`;
  }
  return ITEM_KINDS[item.kind];
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
    default:
      return null;
  }
}
