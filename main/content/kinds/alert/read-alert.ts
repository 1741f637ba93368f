import type { AlertItem, Item } from '../../../programme/item.ts';
import { htmlText } from '../../documents/blocks-html.ts';
import { captionOf, withoutEnding } from '../../file-name.ts';
import type { Reader, Reading } from '../../reading.ts';
import type { Unit } from '../../unit.ts';

function nameOf(unit: Unit): string {
  const name = withoutEnding(unit.path.slice(unit.path.lastIndexOf('/') + 1));
  return captionOf(name) || 'Alerte';
}

/** One alert, or one a page of a document: they take turns. */
function asAlerts(item: Item, unit: Unit): AlertItem[] {
  const { id, source, when, screens, order, modifiedMs } = item;
  const base = { id, source, when, screens, order, modifiedMs, kind: 'alert' as const, title: item.title };
  switch (item.kind) {
    case 'image': {
      const named = { ...base, title: nameOf(unit) };
      // The first keeps the id of the file: it stays the same alert when a page is added.
      const pages = item.pages.map((image, n) => ({ ...named, id: n === 0 ? id : `${id}#${n + 1}`, image }));
      return pages.length > 0 ? pages : [named];
    }
    case 'video':
      return [{ ...base, title: nameOf(unit), video: item.media }];
    case 'text':
      return [{ ...base, html: item.titled ? titled(item.title, item.html) : item.html }];
    case 'event': {
      const words = [item.description, item.venue, item.town].filter((text) => text !== undefined && text !== '');
      return [{ ...base, html: titled(item.title, words.map((text) => `<p>${htmlText(text ?? '')}</p>`).join('')) }];
    }
    default:
      return [base];
  }
}

/** A title that was written is said; the name of a file is not what there is to read. */
function titled(title: string, html: string): string {
  return `<h1>${htmlText(title)}</h1>${html}`;
}

/**
 * What lies in `alerte` or `urgent`: read as what it is, shown as an alert. Whatever is wrong with the file, the alert
 * is given, with the file's name as its text: an alert that is not seen is the worst failure there is.
 */
export function alerting(read: Reader): Reader {
  return async (unit, tools): Promise<Reading> => {
    const reading = await read(unit, tools);
    const [first] = reading.items;
    if (first !== undefined) return { ...reading, items: reading.items.flatMap((item) => asAlerts(item, unit)) };
    const [file] = unit.files;
    const named: AlertItem = {
      id: unit.path,
      kind: 'alert',
      title: nameOf(unit),
      source: file.path,
      when: null,
      screens: unit.screens,
      order: null,
      modifiedMs: Math.round(file.mtimeMs),
    };
    return { ...reading, items: [named] };
  };
}
