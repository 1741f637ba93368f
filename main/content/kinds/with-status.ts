import type { Problem } from '../../contract.ts';
import { mapped } from '../../lib/in-turns.ts';
import type { Steps } from '../../lib/steps.ts';
import type { EventItem, Item } from '../../programme/item.ts';
import { dayNumber } from '../../when/day-number.ts';
import { withHours } from '../../when/french/hours.ts';
import type { DateContext } from '../../when/french/types.ts';
import { boundsOf } from '../../when/occurrence.ts';
import type { WhenRule } from '../../when/when.ts';
import { htmlText } from '../documents/blocks-html.ts';
import { dropped, problemOf } from '../faults/fault.ts';
import type { Reading } from '../reading/reading.ts';
import { newDayUnread, splitStatus } from '../status.ts';

/** What follows an id for the item of the new days. */
const NEW_DAYS = '~';

/**
 * A reading whose items say what does not take place: events of lists by their titles; what is postponed to known days has an
 * item of its own for them; and what has no date is in no agenda, where it could be struck out.
 */
export function* withStatus(reading: Reading, context: DateContext): Steps<Reading> {
  const problems: Problem[] = [];
  const itemsOf = (item: Item): Item[] => {
    const told = toldByTitle(item, context, problems);
    if (told.status === undefined) return [told];
    return told.when === null && told.kind !== 'event' ? undated(told, problems) : [told, ...ofNewDays(told)];
  };
  const items = (yield* mapped(reading.items, itemsOf)).flat();
  const isSame = items.length === reading.items.length && items.every((item, at) => item === reading.items[at]);
  return isSame ? reading : { ...reading, items, problems: [...reading.problems, ...problems] };
}

/** An event of a calendar, a table or a release, « ANNULÉ – Conférence ». */
function toldByTitle(item: Item, context: DateContext, problems: Problem[]): Item {
  if (item.kind !== 'event' || item.status !== undefined) return item;
  const told = splitStatus(item.title, context);
  if (told === null || told.rest === '') return toldAlone(item, context);
  if (told.unread !== null) problems.push(problemOf(item.source, 'warning', newDayUnread(told.unread)));
  const named = { ...item, title: told.rest };
  return isMovedAlready(item, told.status.to) ? named : { ...named, status: told.status };
}

/** « Annulé » and nothing else where the description or the place of an event stands. */
function toldAlone(item: EventItem, context: DateContext): EventItem {
  for (const part of ['description', 'venue'] as const) {
    const told = splitStatus(item[part] ?? '', context);
    if (told?.rest !== '' || told.unread !== null) continue;
    const { [part]: _said, ...rest } = item;
    return { ...rest, status: told.status };
  }
  return item;
}

/** « Forum (reporté au 12 mai) » in the agenda of 12 May: whoever wrote it has moved the event as well. */
function isMovedAlready({ when }: EventItem, to: WhenRule | undefined): boolean {
  const [range, another] = to?.ranges ?? [];
  if (when === null || another || !range?.from || range.from !== range.to) return false;
  const [day, { from, to: last }] = [dayNumber(range.from), boundsOf(when)];
  return from === day && last === day;
}

/** The item of the new days of one that is postponed, at its old hours where no new ones are said. */
function ofNewDays(item: Item): Item[] {
  const to = item.status?.to;
  if (to === undefined) return [];
  const { status: _status, ...rest } = item;
  const hours = item.when?.type === 'rule' ? item.when.hours : [];
  const when = to.hours.length === 0 && hours.length > 0 ? withHours(to, hours) : to;
  return [{ ...rest, id: `${item.id}${NEW_DAYS}`, when }];
}

/** A text says above its words that it does not take place; anything else would still announce it. */
function undated({ status, ...item }: Item, problems: Problem[]): Item[] {
  if (item.kind === 'text') {
    const title = `${item.title}\u00a0: ${status?.label ?? ''}`;
    const html = `<h1>${htmlText(title)}</h1>${item.html.replaceAll(/<(\/?)h1\b/gu, '<$1h2')}`;
    return [{ ...item, title, titled: true, html }];
  }
  problems.push(problemOf(item.source, 'warning', offWithoutDate()));
  return [];
}

const offWithoutDate = () =>
  dropped(
    'status-undated',
    'Ce qui est annulé ou reporté n’a pas de date : rien n’est montré.',
    'Ajoutez la date au nom, par exemple « 5 mai - Forum - ANNULÉ », pour que l’agenda le dise ; sinon, retirez le fichier.',
  );
