import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readPressRelease } from '../../../../main/content/press-release/read-press-release.ts';
import { FIVE_FORMATS, inFormat, type TextFormat, type WrittenLine } from '../../../support/five-formats.ts';
import { readDocument } from '../../../support/read-document.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2027-02-20') };

/** An event as a writer knows it; hours as « 14:00-17:00 » or « 14:00- ». */
interface Happening {
  readonly town: string;
  readonly title: string;
  readonly venue: string;
  readonly hours: string;
}

interface Day {
  readonly day: Temporal.PlainDate;
  readonly happenings: readonly Happening[];
}

const town = fc.constantFrom(
  ...['Arles', 'Saint-Lô', 'Le Havre', 'L’Isle-d’Abeau', 'Sète', 'Épernay', 'Bourg-lès-Valence', 'La Rochelle'],
  // Towns that begin as venues do.
  ...['Château-Renault', 'Château-Gontier', 'Maisons-Alfort', 'Cour-Cheverny', 'Salles-sur-Mer', 'Église-Neuve'],
);
const title = fc.constantFrom(
  ...['Forum des métiers', 'Atelier CV et lettre', 'Conférence « La lumière »', 'Portes ouvertes du CIO'],
  ...['Exposition « Regards »', 'Concert de la chorale', 'Remise des diplômes', 'Rencontre avec des apprentis'],
  ...['Table ronde : après le bac', 'Réunion des parents de 3e', 'Visite des ateliers'],
);
const venue = fc.constantFrom(
  ...['CIO', 'Lycée Jean-Moulin', 'Salle B204', 'Gymnase', 'Amphithéâtre', 'Collège Mermoz', 'Salle des fêtes'],
  ...['Lycée professionnel Ampère', 'Mairie', 'Médiathèque', 'CDI'],
);
const hour = fc.record({
  from: fc.integer({ min: 8, max: 15 }),
  half: fc.boolean(),
  length: fc.integer({ min: 0, max: 4 }),
});
const two = (value: number): string => String(value).padStart(2, '0');
const hours = hour.map(({ from, half, length }) => {
  const minutes = half ? '30' : '00';
  return `${two(from)}:${minutes}-${length === 0 ? '' : `${two(from + length)}:${minutes}`}`;
});
const happening = fc.record({ town, title, venue, hours });
const week = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 4 }).chain((offsets) =>
  fc.tuple(
    ...offsets.map((offset) =>
      fc.array(happening, { minLength: 1, maxLength: 3 }).map((happenings): Day => {
        return { day: Temporal.PlainDate.from('2027-03-01').add({ days: offset }), happenings };
      }),
    ),
  ),
);

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const dayText = (day: Temporal.PlainDate): string => {
  const month = ['mars', 'avril', 'mai'][day.month - 3];
  return `${WEEKDAYS[day.dayOfWeek - 1]} ${day.day === 1 ? '1er' : day.day} ${month}`;
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** « 9h », « 9h30 », « 9h-12h », « de 9 h à 12 h » */
function hoursText(written: string, style: number): string {
  const [from = '', to = ''] = written.split('-').map((time) => {
    const [at = '', minutes] = time.split(':');
    return at === ''
      ? ''
      : `${Number(at)}${style > 1 ? ' h' : 'h'}${minutes === '00' ? '' : style > 1 ? ` ${minutes}` : minutes}`;
  });
  if (to === '') return from;
  return [`${from}-${to}`, `de ${from} à ${to}`, `${from} à ${to}`, `${from} – ${to}`][style] ?? '';
}

const OPENING: readonly WrittenLine[] = [{ text: 'Programme de la quinzaine des métiers', look: 'title' }];
const CONTACTS: readonly WrittenLine[] = [
  { text: 'Contact : Mme Untel, 06 12 34 56 78', look: 'text' },
  { text: 'Renseignements : Camille Untel, 06 12 34 56 78, c.untel@example.org', look: 'text' },
];

/** A way to write a programme; `kept` is what the way does not say. */
interface Layout {
  readonly name: string;
  readonly hasTown: boolean;
  readonly lines: (days: readonly Day[], style: number) => WrittenLine[];
}

const underDates =
  (look: 'heading' | 'bold', lineOf: (event: Happening, style: number) => WrittenLine[]) =>
  (days: readonly Day[], style: number): WrittenLine[] =>
    days.flatMap(({ day, happenings }) => [
      { text: capital(dayText(day)), look },
      ...happenings.flatMap((event) => lineOf(event, style)),
    ]);
const item = (text: string): WrittenLine[] => [{ text, look: 'item' }];
const plain = (text: string): WrittenLine[] => [{ text, look: 'text' }];

const form = (
  { title: name, venue: place, hours: time, town: where }: Happening,
  day: Temporal.PlainDate,
  style: number,
) => [
  `Date : ${dayText(day)} 2027`,
  `Horaires : ${hoursText(time, style)}`,
  `Lieu : ${place}`,
  `Ville : ${where}`,
  'Public : élèves de 3e',
  ...(name === '' ? [] : []),
];

const LAYOUTS: readonly Layout[] = [
  {
    name: 'forms under their titles',
    hasTown: true,
    lines: (days, style) =>
      days.flatMap(({ day, happenings }) =>
        happenings.flatMap((event) => [
          { text: event.title, look: 'heading' as const },
          ...form(event, day, style).flatMap(plain),
        ]),
      ),
  },
  {
    name: 'forms in one line',
    hasTown: true,
    lines: (days, style) =>
      days.flatMap(({ day, happenings }) =>
        happenings.flatMap((event) => [
          { text: event.title, look: 'bold' as const },
          ...plain(form(event, day, style).join(' – ')),
        ]),
      ),
  },
  {
    name: 'forms with « Titre » among their fields',
    hasTown: true,
    lines: (days, style) =>
      days.flatMap(({ day, happenings }) =>
        happenings.flatMap((event) => {
          const [date = '', ...others] = form(event, day, style);
          return [date, `Titre : ${event.title}`, ...others].flatMap(plain);
        }),
      ),
  },
  {
    name: '« À Ville, heures : titre (lieu) » under bold dates',
    hasTown: true,
    lines: underDates('bold', (event, style) =>
      item(`À ${event.town}, ${hoursText(event.hours, style)} : ${small(event.title)}, ${event.venue}`),
    ),
  },
  {
    name: '« Titre – Lieu – heures » on plain lines under dates',
    hasTown: false,
    lines: underDates('heading', (event, style) =>
      plain([event.title, event.venue, hoursText(event.hours, style)].join(' – ')),
    ),
  },
  {
    name: '« Titre (lieu, heures) » in lists',
    hasTown: false,
    lines: underDates('bold', (event, style) =>
      item(`${event.title} (${event.venue}, ${hoursText(event.hours, style)})`),
    ),
  },
  {
    name: '« heures : titre – lieu » on plain lines',
    hasTown: false,
    lines: underDates('heading', (event, style) =>
      plain(`${hoursText(event.hours, style)} : ${event.title} – ${event.venue}`),
    ),
  },
  {
    name: 'hours above each event',
    hasTown: false,
    lines: underDates('heading', (event, style) => [
      { text: hoursText(event.hours, style), look: 'bold' },
      ...plain(`${event.title} – ${event.venue}`),
    ]),
  },
  {
    name: 'hours below each event',
    hasTown: true,
    lines: underDates('heading', (event, style) => [
      { text: `${event.town} (13) – ${event.title} – ${event.venue}`, look: 'bold' },
      ...plain(`${capital(hoursText(event.hours, style))}, sans inscription.`),
    ]),
  },
  ...['VLHT', 'VHLT', 'HVLT', 'VTLH', 'VLTH', 'LVHT', 'LHVT', 'HLVT', 'TLVH', 'LTVH', 'VTHL', 'HVTL', 'THLV'].map(
    (order): Layout => ({
      name: `« ${order} »: town, venue, hours and title in this order`,
      hasTown: true,
      lines: underDates('heading', (event, style) => {
        const parts: Readonly<Record<string, string>> = {
          V: event.town.toUpperCase(),
          L: event.venue,
          H: hoursText(event.hours, style),
          T: event.title,
        };
        const [last = '', ...before] = [...order].reverse().map((letter) => parts[letter] ?? '');
        return plain(`${before.reverse().join(' – ')}${order.endsWith('T') ? ' : ' : ' – '}${last}`);
      }),
    }),
  ),
];

const fourDays = (day: Temporal.PlainDate): string => {
  const last = day.add({ days: 3 });
  return `du ${dayText(day).replace(/^\S+ /u, '')} au ${dayText(last).replace(/^\S+ /u, '')} 2027`;
};

/** Layouts in which the days of an event are not one day above it. */
const OTHER_DAYS: readonly (Layout & { readonly isPeriod?: true })[] = [
  {
    name: 'titles above their dates and venues',
    hasTown: false,
    lines: (days, style) =>
      days.flatMap(({ day, happenings }) =>
        happenings.flatMap((event) => [
          { text: event.title, look: 'bold' as const },
          ...plain(`${capital(dayText(day))} 2027, ${hoursText(event.hours, style)}`),
          ...plain(event.venue),
        ]),
      ),
  },
  {
    name: 'towns of a department with their own dates',
    hasTown: true,
    lines: (days, style) => [
      { text: 'Bouches-du-Rhône (13)', look: 'heading' },
      ...days.flatMap(({ day, happenings }) =>
        happenings.flatMap((event) =>
          item(
            `${event.town} : ${small(event.title)}, ${event.venue}, ${dayText(day)} 2027 ${hoursText(event.hours, style)}`,
          ),
        ),
      ),
    ],
  },
  {
    name: '« Toute la semaine » under a dated title',
    hasTown: true,
    isPeriod: true,
    lines: (days, style) => [
      ...days.flatMap(({ day, happenings }) => [
        { text: `Semaine ${fourDays(day)}`, look: 'title' as const },
        { text: capital(dayText(day)), look: 'heading' as const },
        ...item('Lyon (69) – Visite du musée – Musée'),
        { text: 'Toute la semaine', look: 'heading' as const },
        ...happenings.flatMap((event) =>
          item(`${event.town} (13) – ${event.title} – ${event.venue} – ${hoursText(event.hours, style)}`),
        ),
      ]),
    ],
  },
];

const words = (text: string | undefined): string =>
  (text ?? '')
    .replace(/["«»]/g, ' ')
    .replace(/[’']/g, "'")
    .replace(/\s*[‐‑–—-]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ([;:!?,])/g, '$1')
    .trim()
    .toLowerCase();

async function readBack(format: TextFormat, lines: readonly WrittenLine[]): Promise<string[][] | undefined> {
  const document = await readDocument(format, inFormat(format, lines));
  if (!document.ok) throw new Error(document.fault.message);
  const release = readPressRelease(document.blocks, context);
  expect(JSON.stringify(release?.events)).not.toMatch(/Untel|06 12|example/);
  return release?.events.map(({ town: where, title: name, venue: place, when }) => [
    words(where),
    words(name),
    words(place),
    when.ranges.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join('+'),
    when.hours.map(({ from, to }) => `${from}-${to ?? ''}`).join('+'),
  ]);
}

describe.each([...LAYOUTS, ...OTHER_DAYS])('a programme laid out as $name', (layout) => {
  const isPeriod = 'isPeriod' in layout;
  it.each(FIVE_FORMATS)('is read back, without its contacts: .%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(week, fc.nat(3), async (days, style) => {
        const written = [...OPENING, ...layout.lines(days, style), ...CONTACTS];
        const expected = days.flatMap(({ day, happenings }) =>
          happenings.map((event) => [
            layout.hasTown ? words(event.town) : '',
            words(event.title),
            words(event.venue),
            isPeriod ? `${day}/${day.add({ days: 3 })}` : day.toString(),
            event.hours,
          ]),
        );
        const read = await readBack(format, written);
        expect(read?.filter(([where]) => !isPeriod || where !== 'lyon')).toEqual(expected);
      }),
      { numRuns: format === 'pdf' ? 4 : 10 },
    );
  });
});
