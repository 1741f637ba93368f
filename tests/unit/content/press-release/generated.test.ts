import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readPressRelease } from '../../../../main/content/press-release/read-press-release.ts';
import { makeDocx, makeOdt, paragraph } from '../../../support/office.ts';
import { readDocument } from '../../../support/read-document.ts';
import { makeTextPdf } from '../../../support/text-pdf.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2031-08-01') };

const town = fc.constantFrom(
  'Arles',
  'Saint-Just-en-Chaussée',
  'La Ferté-sous-Jouarre',
  'L’Isle-d’Abeau',
  'Aix-en-Provence',
  'Le Havre',
  'Bourg-lès-Valence',
  'Sète',
  'Épernay',
  'Villers-Cotterêts',
);
const department = fc.constantFrom('02', '13', '2A', '974', '80', '60');
const title = fc.constantFrom(
  'Forum des métiers',
  'Atelier CV et lettre',
  '« Oser - rebondir » : mode d’emploi',
  'Exposition "Regards" réalisée par les élèves',
  'Journée portes ouvertes',
  'Remise des prix 2026-2030',
  'After école',
  'Théâtre : le grand soir',
  'Rencontre - débat - échanges',
  'Atelier cuisine (niveau 2)',
  'Café-débat, à destination des parents',
);
const venue = fc.constantFrom(
  'Centre d’Information et d’Orientation',
  'Lycée Jean-de-la-Fontaine',
  'Salle 3',
  'Collège La-Rose-des-Vents',
  'CIO',
  'salle des fêtes',
  'Maison de l’emploi',
);
const description = fc.constantFrom(
  'Les élèves présentent leur travail.',
  'Ce projet, mené sur deux ans - avec passion -, a pour but de fédérer : venez nombreux.',
  'En 2025, 40 élèves étaient venus. Ils reviennent le 12 juin pour la suite.',
  'Avec l’appui d’une médiatrice, dès le matin.',
);
const dash = fc.constantFrom(' - ', ' – ', ' — ', ' \u2011 ', '\u00a0– ');

const event = fc.record({
  town,
  title,
  department: fc.option(department, { nil: undefined }),
  venue: fc.option(venue, { nil: undefined }),
  description: fc.option(description, { nil: undefined }),
});

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const ordinal = (day: number): string => (day === 1 ? '1er' : String(day));
const two = (number: number): string => String(number).padStart(2, '0');

/** A day or a period of spring 2027, and one of the ways to write it. */
const dates = fc
  .record({ offset: fc.integer({ min: 0, max: 100 }), length: fc.constantFrom(0, 0, 1, 3, 9), shape: fc.nat(7) })
  .map(({ offset, length, shape }) => {
    const from = Temporal.PlainDate.from('2027-03-01').add({ days: offset });
    const to = from.add({ days: length });
    const weekday = WEEKDAYS[from.dayOfWeek - 1] ?? '';
    const long = (day: Temporal.PlainDate): string => `${ordinal(day.day)} ${MONTHS[day.month - 1]}`;
    const single = [
      `${weekday} ${long(from)} 2027`,
      `${weekday} ${long(from)}`,
      long(from),
      `${weekday} ${two(from.day)}/${two(from.month)}`,
      `${weekday.toUpperCase()} ${long(from).toUpperCase()} :`,
      `le ${weekday} ${long(from)}`,
      `${two(from.day)}/${two(from.month)}/2027`,
      `programme du ${weekday} ${long(from)} 2027`,
    ];
    const period = [
      `Du ${long(from)} au ${long(to)} 2027`,
      `du ${long(from)} au ${long(to)}`,
      `du ${weekday} ${long(from)} au ${WEEKDAYS[to.dayOfWeek - 1]} ${long(to)} 2027`,
    ];
    const text = length === 0 ? (single[shape] ?? '') : (period[shape % 3] ?? '');
    return { text: text.charAt(0).toUpperCase() + text.slice(1), from: from.toString(), to: to.toString() };
  });

const release = fc.record({
  sections: fc.array(fc.record({ dates, events: fc.array(event, { minLength: 1, maxLength: 3 }) }), {
    minLength: 2,
    maxLength: 4,
  }),
  dash,
  colon: fc.boolean(),
});
type Release = typeof release extends fc.Arbitrary<infer T> ? T : never;

interface Line {
  readonly text: string;
  readonly look: 'own-date' | 'date' | 'event' | 'text';
}

function linesOf({ sections, dash: separator, colon }: Release): Line[] {
  const lines: Line[] = [
    { text: 'Communiqué de presse', look: 'text' },
    { text: 'Vendredi 26 février 2027', look: 'own-date' },
    { text: 'Organisée par la région, la semaine aura lieu dans tout le territoire.', look: 'text' },
  ];
  for (const section of sections) {
    lines.push({ text: section.dates.text, look: 'date' });
    for (const each of section.events) {
      const place = each.department === undefined ? each.town : `${each.town} (${each.department})`;
      const parts = [each.title, ...(each.venue === undefined ? [] : [each.venue])].join(separator);
      lines.push({ text: `${place}${colon ? ' : ' : separator}${parts}`, look: 'event' });
      if (each.description !== undefined) lines.push({ text: each.description, look: 'text' });
    }
  }
  lines.push(
    { text: 'Contact presse', look: 'date' },
    { text: 'Camille Untel – 03 44 55 66 77 – c.untel@example.org', look: 'text' },
  );
  return lines;
}

/** Quotes, dashes and spaces as the wall has them do not matter here: the words do. */
const words = (text: string | undefined): string =>
  (text ?? '')
    .replace(/["«»]/g, ' ')
    .replace(/[’']/g, "'")
    .replace(/\s*[‐‑–—-]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ([;:!?,])/g, '$1')
    .trim();

function expectRead(blocks: Parameters<typeof readPressRelease>[0], written: Release): void {
  const read = readPressRelease(blocks, context);
  const expected = written.sections.flatMap((section) =>
    section.events.map((each) => ({ ...each, from: section.dates.from, to: section.dates.to })),
  );
  // A single event is not a programme.
  if (expected.length < 2) return;
  expect(
    read?.events.map((each) => [
      each.town,
      each.department,
      words(each.title),
      words(each.venue),
      words(each.description),
      each.when.ranges,
    ]),
  ).toEqual(
    expected.map((each) => [
      each.town,
      each.department,
      words(each.title),
      words(each.venue),
      words(each.description),
      [{ from: each.from, to: each.to }],
    ]),
  );
  expect(JSON.stringify(read)).not.toMatch(/Untel|44|example/);
}

async function expectDocument(extension: string, bytes: Uint8Array, written: Release): Promise<void> {
  const document = await readDocument(extension, bytes);
  if (!document.ok) throw new Error(document.fault.message);
  expectRead(document.blocks, written);
}

/** Without a venue a dash within the title cannot be told from the one before a venue; nobody could. */
const unmistakable = release.filter(({ sections }) =>
  sections.every(({ events }) =>
    events.every((each) => each.venue !== undefined || !/ - |, /.test(each.title.replace(/«.*»/, ''))),
  ),
);

describe('any press release, whoever writes it', () => {
  it('is read back from Markdown', async () => {
    await fc.assert(
      fc.asyncProperty(
        unmistakable,
        fc.constantFrom('## ', '#### **'),
        fc.boolean(),
        async (written, mark, plainDates) => {
          const text = linesOf(written).map(({ text, look }) => {
            if (look === 'event') return `${mark}${text}${mark.endsWith('**') ? '**' : ''}`;
            return look === 'date' && !plainDates ? `# ${text}` : text;
          });
          await expectDocument('md', Buffer.from(text.join('\n\n')), written);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is read back from plain text, with blank lines or without', async () => {
    await fc.assert(
      fc.asyncProperty(unmistakable, fc.constantFrom('\n', '\n\n', '\r\n\r\n'), async (written, end) => {
        await expectDocument(
          'txt',
          Buffer.from(
            linesOf(written)
              .map(({ text }) => text)
              .join(end),
          ),
          written,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is read back from .docx and .odt, with headings or with bold text', async () => {
    await fc.assert(
      fc.asyncProperty(unmistakable, fc.boolean(), async (written, headings) => {
        const paragraphs = linesOf(written).map(({ text, look }) => {
          if (look !== 'date' && look !== 'event') return paragraph(text);
          return paragraph(text, headings ? { level: look === 'date' ? 1 : 2 } : { bold: true });
        });
        await expectDocument('docx', makeDocx(paragraphs), written);
        await expectDocument('odt', makeOdt(paragraphs), written);
      }),
      { numRuns: 40 },
    );
  });

  it('is read back from PDF, with headers and page numbers', async () => {
    await fc.assert(
      fc.asyncProperty(unmistakable, fc.boolean(), async (written, sized) => {
        const paragraphs = linesOf(written).map(({ text, look }) => ({
          text: text.replaceAll('\u2011', '-').replaceAll('\u00a0', ' '),
          bold: look === 'date' || look === 'event',
          size: sized && look === 'date' ? 16 : sized && look === 'event' ? 13 : 11,
        }));
        await expectDocument(
          'pdf',
          makeTextPdf(paragraphs, { header: 'Académie – communiqué', numbered: true, hyphenate: true }),
          written,
        );
      }),
      { numRuns: 25 },
    );
    // Seen to take more than 20 s where other tests hold both cores.
  }, 60_000);
});
