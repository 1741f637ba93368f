import { posix } from 'node:path';
import type { AlertItem, Item } from '../../../programme/item.ts';
import { htmlText } from '../../documents/blocks-html.ts';
import { withoutEnding } from '../../names/endings.ts';
import { captionOf } from '../../names/file-name.ts';
import type { Reader, Reading } from '../../reading/reading.ts';
import type { Unit } from '../../scan/unit.ts';

function nameOf(unit: Unit): string {
  return captionOf(withoutEnding(posix.basename(unit.path))) || 'Alerte';
}

/** One alert, or one alert for each page of a document: the wall shows them in turn. */
function asAlerts(item: Item, unit: Unit): AlertItem[] {
  const { id, source, when, screens, order, modifiedMs } = item;
  const base = { id, source, when, screens, order, modifiedMs, kind: 'alert' as const, title: item.title };
  switch (item.kind) {
    case 'image': {
      const named = { ...base, title: nameOf(unit) };
      // The alert of the first page has the id of the file: it stays the same alert when a page is added.
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

/** A title that somebody wrote is shown; the name of the file is not. */
function titled(title: string, html: string): string {
  return `<h1>${htmlText(title)}</h1>${html}`;
}

/**
 * The reading of a file in an alert folder of which nothing could be read: the alert is given all the same, with the name of
 * the file as its text. An alert that is not seen is the worst failure there is.
 */
export function namedAlert(unit: Unit, reading: Reading): Reading {
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
}

/** The reader of a file in an alert folder: what `read` makes of it is shown as an alert. */
export function alerting(read: Reader): Reader {
  return async (unit, tools): Promise<Reading> => {
    const reading = await read(unit, tools);
    if (reading.items.length === 0) return namedAlert(unit, reading);
    return { ...reading, items: reading.items.flatMap((item) => asAlerts(item, unit)) };
  };
}
