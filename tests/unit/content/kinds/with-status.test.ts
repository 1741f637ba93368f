import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { withStatus } from '../../../../main/content/kinds/with-status.ts';
import { nothing } from '../../../../main/content/reading/reading.ts';
import { atOnce } from '../../../../main/lib/steps.ts';
import type { EventItem } from '../../../../main/programme/item.ts';
import { periodOf } from '../../../../main/when/period.ts';
import { event, rule } from '../../../support/items.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };
type Fields = Partial<Omit<EventItem, 'kind'>>;

/** What an event of a list becomes, « first day | title | what is said of it ». */
function shown(title: string, fields: Fields): string[] {
  const { items } = atOnce(withStatus({ ...nothing, items: [event(title, fields)] }, context));
  return items.map(({ title: own, when, status }) =>
    [when === null ? '' : periodOf(when).from, own, ...(status ? [status.label] : [])]
      .join(' | ')
      .replace(/\u00a0/gu, ' '),
  );
}

it.each<readonly [string, string, Fields, readonly string[]]>([
  [
    'postponed is struck out on its old day, and stands on its new one',
    'Forum (reporté au 12 mai)',
    { when: rule('2026-05-05') },
    ['2026-05-05 | Forum | reporté au mardi 12 mai', '2026-05-12 | Forum'],
  ],
  [
    'postponed to the day on which it stands takes place there',
    'Forum (reporté au 12 mai)',
    { when: rule('2026-05-12') },
    ['2026-05-12 | Forum'],
  ],
  [
    'whose days are many is struck out, though one of them is the new one',
    'Forum reporté au 12 mai',
    { when: rule('2026-05-05', '2026-05-13') },
    ['2026-05-05 | Forum | reporté au mardi 12 mai', '2026-05-12 | Forum'],
  ],
  [
    'with « annulé » in place of its description is off',
    'Bal',
    { when: rule('2026-05-05'), description: 'ANNULÉ' },
    ['2026-05-05 | Bal | annulé'],
  ],
  [
    'with « annulé » in place of its venue is off',
    'Bal',
    { when: rule('2026-05-05'), venue: 'Annulé' },
    ['2026-05-05 | Bal | annulé'],
  ],
  [
    'with other words beside takes place',
    'Bal',
    { when: rule('2026-05-05'), description: 'Annulé en cas de pluie. Venez nombreux.' },
    ['2026-05-05 | Bal'],
  ],
])('an event %s', (_name, title, fields, lines) => {
  expect(shown(title, fields)).toEqual(lines);
});
