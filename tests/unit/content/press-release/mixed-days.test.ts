import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ParseSource } from '../../../../main/content/kinds/file-kind.ts';
import { withRelease } from '../../../../main/content/press-release/document-text.ts';
import type { PressEvent } from '../../../../main/content/press-release/press-release.ts';
import { textDocument } from '../../../support/read-document.ts';

const written = Temporal.PlainDate.from('2027-02-20');

/** What takes place, as whoever writes knows it. */
interface Happening {
  readonly day: Temporal.PlainDate;
  readonly town: string;
  readonly venue: string;
  readonly title: string;
  /** « 14:00-16:00 », « 14:00- », or empty for a whole day. */
  readonly hours: string;
  readonly status: '' | 'annulé' | 'reporté';
  readonly style: number;
  readonly layout: number;
}

/** Each has a word of its own, by which its event is found. */
const TITLES = ['forum', 'atelier', 'conférence', 'visite', 'concert', 'exposition', 'réunion', 'tournoi'].map(
  (kind, at) =>
    `${kind} ${['des drones', 'de céramique', 'sur les abeilles', 'des serres', 'de clarinettes', '« Lanternes »', 'des tuteurs', 'de dames'][at]}`,
);
const KEYS = ['drones', 'céramique', 'abeilles', 'serres', 'clarinettes', 'Lanternes', 'tuteurs', 'dames'];
const TOWNS = ['Arles', 'Saint-Lô', 'Le Havre', 'Épernay', 'La Rochelle'];
const VENUES = ['lycée Jean-Moulin', 'CIO', 'salle des fêtes', 'collège Mermoz', 'médiathèque Simone-Veil', 'gymnase'];
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const two = (number: number): string => String(number).padStart(2, '0');

const dayText = ({ day, style }: Happening): string => {
  const weekday = WEEKDAYS[day.dayOfWeek - 1] ?? '';
  return [
    `${weekday} ${day.day} mars`,
    `${day.day} mars 2027`,
    `${weekday} ${two(day.day)}/03`,
    `le ${weekday} ${day.day} mars`,
  ][style] as string;
};

const hoursText = ({ hours, style }: Happening): string => {
  const [from = '', to = ''] = hours.split('-').map((time) => {
    const [hour = '', minutes] = time.split(':');
    return time === '' ? '' : `${Number(hour)}${style % 2 === 0 ? ' h' : 'h'}${minutes === '00' ? '' : minutes}`;
  });
  if (hours === '') return 'toute la journée';
  return to === '' ? (style === 0 ? `à ${from}` : from) : style === 0 ? `de ${from} à ${to}` : `${from}-${to}`;
};

const at = (venue: string): string => (/^(?:salle|médiathèque)/.test(venue) ? `à la ${venue}` : `au ${venue}`);
const ahead = ({ status }: Happening): string =>
  status === '' ? '' : status === 'annulé' ? 'Annulé : ' : 'Reporté au 14 avril : ';

/** Layouts of one line, which begins with its date. */
const DATED: readonly ((each: Happening) => string)[] = [
  (each) => `${capital(dayText(each))}, ${hoursText(each)}, ${at(each.venue)} (${each.town}) : ${each.title}.`,
  (each) => `${capital(dayText(each))} – ${each.town}, ${each.venue} – ${hoursText(each)} : ${each.title}.`,
  (each) => `${capital(dayText(each))} (${hoursText(each)}) : ${each.title} ${at(each.venue)}, ${each.town}.`,
  (each) => `- ${dayText(each)}, ${hoursText(each)} : ${each.title}, ${each.venue}, ${each.town}`,
  (each) => `- ${capital(dayText(each))} : ${each.title} – ${each.venue} – ${hoursText(each)}`,
  (each) => `${two(each.day.day)}/03 ${hoursText(each)} ${capital(each.title)} (${each.venue})`,
  (each) =>
    `${capital(dayText(each))} - ${each.town} (50) - ${capital(each.title)} - ${each.venue}, ${hoursText(each)}`,
  (each) => `${capital(dayText(each))} : ${each.title}. L’entrée est libre. Les familles y sont attendues.`,
  (each) => `${capital(dayText(each))}, les élèves participent à leur ${each.title} ${at(each.venue)}.`,
];

/** A sentence stays one: it is told of. */
const SENTENCE = DATED.length - 1;

/** Layouts under a line that is their date. */
const UNDER: readonly ((each: Happening) => string[])[] = [
  (each) => [`- ${ahead(each)}${hoursText(each)} : ${each.title}, ${each.venue}, ${each.town}`],
  (each) => [`- ${hoursText(each)} – ${each.town} : ${each.title}`],
  (each) => [`${ahead(each)}${capital(each.title)} à ${each.town}, ${hoursText(each)}`],
  (each) => [each.town, capital(each.venue), `${hoursText(each)} : ${each.title}`],
  (each) => [`### ${each.town} (50) - ${capital(each.title)} - ${each.venue}`, '', `${capital(hoursText(each))}.`],
];

const happening = fc.record({
  town: fc.constantFrom(...TOWNS),
  venue: fc.constantFrom(...VENUES),
  hours: fc.constantFrom('09:00-11:00', '10:30-12:00', '14:00-16:30', '18:00-', '20:30-', ''),
  status: fc.constantFrom('' as const, '' as const, '' as const, 'annulé' as const, 'reporté' as const),
  style: fc.nat(3),
  layout: fc.nat(DATED.length + UNDER.length - 1),
});

const happenings = fc
  .tuple(fc.array(happening, { minLength: 3, maxLength: KEYS.length }), fc.integer({ min: 1, max: 8 }))
  .map(([all, first]) =>
    all.map((each, rank): Happening => {
      const day = Temporal.PlainDate.from({ year: 2027, month: 3, day: first + rank * 2 });
      return { ...each, day, title: TITLES[rank] ?? '' };
    }),
  );

const linesOf = (each: Happening): string[] => {
  const inOneLine = DATED[each.layout];
  if (inOneLine !== undefined) return [inOneLine(each), ''];
  const under = UNDER[each.layout - DATED.length]?.(each) ?? [];
  return [`${under[0]?.startsWith('###') === true ? '## ' : ''}${capital(dayText(each))}`, '', ...under, ''];
};

function read(lines: readonly string[], ending: 'md' | 'txt') {
  const text = lines.join('\n');
  const source = {
    zone: 'Europe/Paris',
    reference: written,
    keepsContacts: false,
    fileName: `a.${ending}`,
    ending: `.${ending}`,
  };
  const document = withRelease(textDocument(ending, text), source as ParseSource);
  if (!document.ok) throw new Error(document.fault.message);
  return document;
}

const isOn = ({ when }: PressEvent, day: Temporal.PlainDate): boolean =>
  when.ranges.some(({ from, to }) => from !== null && to !== null && from <= `${day}` && `${day}` <= to);
const hoursOf = ({ when }: PressEvent): string => when.hours.map(({ from, to }) => `${from}-${to ?? ''}`).join('+');

describe('a release in which each event is written in a way of its own', () => {
  it.each(['md', 'txt'] as const)(
    'shows each on its own day and in its own town, or tells of it: .%s',
    (ending) => {
      let shown = 0;
      let told = 0;
      const property = fc.property(happenings, (all) => {
        const lines = ['COMMUNIQUÉ DE PRESSE', '', 'La semaine des lycées', '', ...all.flatMap(linesOf)];
        const { release, namedDays } = read(lines, ending);
        if (release === null) {
          expect(namedDays).not.toBeNull();
          return;
        }
        const warnings = words(release.warnings.map(({ message }) => message).join('\n'));
        for (const [rank, each] of all.entries()) {
          const key = KEYS[rank] ?? '';
          const holding = release.events.filter((event) => JSON.stringify(event).includes(key));
          const own = holding.filter(({ title }) => title.includes(key));
          const quotes = linesOf(each).some((line) => line.length > 8 && warnings.includes(words(line).slice(0, 30)));
          const isTold = quotes || /lignes ne sont pas comprises/u.test(warnings);
          if (own.length === 0) {
            expect(isTold, `${key} is told of`).toBe(true);
            if (each.layout !== SENTENCE) told++;
            continue;
          }
          shown++;
          for (const event of own) {
            expect(isOn(event, each.day), `${key} is on its day`).toBe(true);
            expect(['', each.town], `${key} is in its town`).toContain(event.town);
            expect(['', each.hours], `${key} has its hours`).toContain(hoursOf(event));
          }
          for (const event of holding) {
            if (!isOn(event, each.day)) expect(isTold, `${key} stands in the text of another day, told`).toBe(true);
          }
          const struck = each.status !== '' && linesOf(each).some((line) => /Annulé|Reporté/u.test(line));
          expect(own.map(({ status }) => status !== undefined)).toEqual(own.map(() => struck));
        }
      });
      fc.assert(property, { numRuns: 30 });
      // Telling of what is not read is honest; reading it is the aim, measured on the same releases each time.
      [shown, told] = [0, 0];
      fc.assert(property, { numRuns: 30, seed: 1 });
      expect(shown / (shown + told)).toBeGreaterThan(0.9);
      // Seen to take 17 s for 30 where other tests hold both cores.
    },
    60_000,
  );
});

/** A line as a warning quotes it. */
function words(line: string): string {
  return line
    .replace(/^[-#\s]+/u, '')
    .replace(/\s/gu, ' ')
    .replace(/[’']/gu, '’');
}
