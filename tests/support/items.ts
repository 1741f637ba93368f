import type { CatalogueItem } from '../../main/programme/catalogue.ts';
import type {
  AbsenceItem,
  CountdownItem,
  EventItem,
  ExhibitionItem,
  ImageItem,
  MenuItem,
  TextItem,
  TreeItem,
  VideoItem,
} from '../../main/programme/item.ts';
import type { Place, Screen } from '../../main/programme/screen.ts';
import type { HourWindow, WhenRule } from '../../main/when/when.ts';

/** Days from `from` to `to`, within hours. */
export function rule(from: string | null, to: string | null = from, hours: readonly HourWindow[] = []): WhenRule {
  return {
    type: 'rule',
    ranges: [{ from, to }],
    weekdays: [],
    months: [],
    except: { ranges: [], weekdays: [] },
    hours,
    label: `${from} – ${to}`,
  };
}

const base = { when: null, screens: null, order: null, modifiedMs: 0, serial: 0 };

export function event(title: string, fields: Partial<Omit<EventItem, 'kind'>> = {}): CatalogueItem {
  return { ...base, id: title, source: `${title}.md`, kind: 'event', title, town: 'Nulleville', ...fields };
}

export function image(title: string, fields: Partial<Omit<ImageItem, 'kind'>> = {}): CatalogueItem {
  const pages = [{ hash: '0'.repeat(32), name: 'a.webp', width: 16, height: 9 }];
  return { ...base, id: title, source: `${title}.png`, kind: 'image', title, pages, of: 1, fit: 'cover', ...fields };
}

export function tree(title: string, fields: Partial<Omit<TreeItem, 'kind'>> = {}): CatalogueItem {
  return { ...base, id: title, source: `${title}/arbre.md`, kind: 'tree', title, messages: [], ...fields };
}

export function countdown(title: string, target: WhenRule): CatalogueItem {
  const when = rule(null, target.ranges[0]?.to ?? null);
  const item: Omit<CountdownItem, 'id' | 'source'> = { ...base, kind: 'countdown', title, target, when };
  return { ...item, id: title, source: `${title}.txt`, serial: 0 };
}

export function text(title: string, fields: Partial<Omit<TextItem, 'kind'>> = {}): CatalogueItem {
  return { ...base, id: title, source: `${title}.txt`, kind: 'text', title, html: '<p>Mots</p>', links: [], ...fields };
}

const media = { hash: '1'.repeat(32), name: 'a.webp', width: 16, height: 9 };

/** A menu of noon. */
export function menu(title: string, day: string, fields: Partial<Omit<MenuItem, 'kind'>> = {}): CatalogueItem {
  const when = rule(day, day, [{ from: null, to: '14:00' }]);
  const own = { day, meal: 'lunch' as const, isOnly: true, courses: [{ dishes: [title] }] };
  return { ...base, id: title, source: `${title}.xlsx`, title, ...fields, ...own, when, kind: 'menu' };
}

export function absence(teacher: string, fields: Partial<Omit<AbsenceItem, 'kind'>> = {}): CatalogueItem {
  return { ...base, id: teacher, source: 'absences.csv', title: teacher, ...fields, kind: 'absence', teacher };
}

/** One plate, no credits. */
export function exhibition(title: string, fields: Partial<Omit<ExhibitionItem, 'kind'>> = {}): CatalogueItem {
  const plates = [{ media }];
  return { ...base, id: title, source: `${title}/exposition.md`, kind: 'exhibition', title, plates, ...fields };
}

export function video(title: string, fields: Partial<Omit<VideoItem, 'kind'>> = {}): CatalogueItem {
  return { ...base, id: title, source: `${title}.mp4`, kind: 'video', title, media, durationMs: 9_000, ...fields };
}

export const screen: Screen = { name: '', town: null, lit: null };

export const place: Place = {
  name: null,
  town: null,
  zone: 'Europe/Paris',
  theme: 'clair',
  wall: { headed: true, paired: true, accent: null },
  durations: {},
  pace: { recallMs: 75_000, turnMs: 240_000 },
  screens: [],
};
