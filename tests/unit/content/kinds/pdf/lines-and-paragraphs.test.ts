import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../../main/content/documents/table.ts';
import { runsToBlocks } from '../../../../../main/content/kinds/pdf/pdf-blocks.ts';
import type { TextPage, TextRun } from '../../../../../main/content/kinds/pdf/pdf-text.ts';

const [WIDTH, HEIGHT, MARGIN, SIZE] = [595, 842, 72, 11];
/** As wide as the letters of a usual font are on average. */
const widthOf = (text: string): number => text.length * SIZE * 0.5;
const ROOM = Math.floor((WIDTH - 2 * MARGIN) / (SIZE * 0.5));

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > ROOM) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/**
 * The pages of some paragraphs, of which the first begins `down` lines below the top. Word processors leave neither the
 * first line of a paragraph alone at the end of a page, nor the last one at the top of the next.
 */
function pagesOf(paragraphs: readonly string[], down: number, space: number): TextPage[] {
  const pages: TextRun[][] = [[]];
  let y = MARGIN + SIZE * 1.2 * down;
  const fits = (at: number): boolean => at < HEIGHT - MARGIN;
  for (const lines of paragraphs.map(wrapped)) {
    const room = lines.filter((_, at) => fits(y + at * SIZE * 1.2)).length;
    const kept = room === 1 && lines.length > 1 ? 0 : room === lines.length - 1 ? room - 1 : room;
    for (const [at, text] of lines.entries()) {
      if (at === (kept < lines.length && kept < 2 ? 0 : kept)) {
        pages.push([]);
        y = MARGIN;
      }
      pages.at(-1)?.push({ text, x: MARGIN, x2: MARGIN + widthOf(text), y, size: SIZE });
      y += SIZE * 1.2;
    }
    y += space;
  }
  return pages.map((runs) => ({ width: WIDTH, height: HEIGHT, runs }));
}

const textsOf = (pages: readonly TextPage[]): string[] => linesOf(runsToBlocks(pages)).map(({ text }) => text);

const town = fc.constantFrom('Arles', 'Sète', 'Cour-Cheverny', 'Bourg-lès-Valence', 'La Rochelle');
const title = fc.constantFrom(
  ...['Forum des métiers', 'Rencontre avec des apprentis', 'Visite des ateliers', 'Conférence « La lumière »'],
  ...['Table ronde : après le bac, que faire d’autre qu’une école', 'Exposition « Regards »'],
);
const venue = fc.constantFrom('CIO', 'Médiathèque', 'Lycée professionnel Ampère, salle des conférences', 'Mairie');
const hours = fc.constantFrom('8h', '14h30-17h', 'de 9 h à 12 h');
const event = fc.tuple(town, title, venue, hours);
const WAYS: Readonly<Record<string, (parts: readonly [string, string, string, string], at: number) => string>> = {
  'round bullets': ([where, name, place, time]) => `• ${where} (13) – ${name} – ${place} – ${time}`,
  dashes: ([where, name, place, time]) => `- ${where} (13) – ${name} – ${place} – ${time}`,
  numbers: ([where, name, place, time], at) => `${at + 1}. ${where} (13) – ${name} – ${place} – ${time}`,
  'plain lines': ([where, name, place, time]) => `${where} (13) – ${name} – ${place} – ${time}`,
  'hours first': ([where, name, place, time]) => `${time} : ${name} – ${place} – ${where}`,
  'small letters': ([where, name, place, time]) => `à ${where}, ${time} : ${name} (${place})`,
};

describe('two lines of a PDF', () => {
  it.each(Object.entries(WAYS))('are two items of a list, on one page and where it ends: %s', (name, way) => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 8, maxLength: 24 }),
        fc.integer({ min: 30, max: 52 }),
        // Points between two paragraphs: word processors leave none between the items of a list. Then only the length tells,
        // and small letters look like the rest of a sentence.
        fc.constantFrom(...(name === 'small letters' ? [9] : [0, 4, 9])),
        (events, down, space) => {
          const longest = space === 9 ? ROOM : ROOM * 0.6;
          const written = events
            .map(([where, ...others], at) => way([`${where} ${at + 1}`, ...others], at))
            .filter((text) => text.length <= longest);
          const read = textsOf(pagesOf(written, down, space));
          expect(read).toEqual(written.map((text) => text.replace(/^[•-] /, '')));
        },
      ),
      { numRuns: 300 },
    );
  });

  const SENTENCE =
    'Les élèves de troisième rencontrent au Centre d’information et d’orientation les apprentis de la Chambre de métiers, avec leurs professeurs et leurs parents, de huit heures à midi, puis au Lycée Jean-Moulin';

  it('are one sentence, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 52 }), fc.integer({ min: 8, max: 12 }), (down, count) => {
        const written = Array.from({ length: count }, (_, at) => `${SENTENCE} ${at + 1}`);
        expect(textsOf(pagesOf(written, down, 9))).toEqual(written);
      }),
      { numRuns: 100 },
    );
  });

  it('are one event whose hours are cut over two pages', () => {
    const line = (text: string, y: number) => ({ text, x: MARGIN, x2: MARGIN + widthOf(text), y, size: SIZE });
    const event = 'Forum des métiers – Lycée Jean-Moulin – 10 h 30 à 12 h';
    const pages = [[line(event, HEIGHT - 80)], [line('30', MARGIN)]];
    expect(textsOf(pages.map((runs) => ({ width: WIDTH, height: HEIGHT, runs })))).toEqual([`${event} 30`]);
  });

  it.each([
    [
      'behind the dash of its hours',
      '• Cour-Cheverny (18) – Conférence « La lumière », avec un astronome – CIO – 14h30-',
      '17h',
    ],
    [
      'before a dash',
      '• Bourg-lès-Valence (25) – Réunion des parents de troisième – Lycée professionnel Ampère',
      '– de 9 h à 12 h',
    ],
  ])('are one item that is cut %s', (_, first, second) => {
    const runs = [first, second].map((text, at) => {
      return { text, x: MARGIN, x2: at === 0 ? WIDTH - MARGIN : MARGIN + widthOf(text), y: 300 + at * 14, size: SIZE };
    });
    const glue = first.endsWith('-') ? '' : ' ';
    expect(textsOf([{ width: WIDTH, height: HEIGHT, runs }])).toEqual([`${first.slice(2)}${glue}${second}`]);
  });

  it('are two lines of a poster that is set in its middle', () => {
    const lines = ['Portes ouvertes', 'Samedi 7 mars, de 9 h à 12 h', 'Salle des fêtes', 'Entrée par la cour'];
    const runs = lines.map((text, at) => {
      const width = widthOf(text);
      return { text, x: (WIDTH - width) / 2, x2: (WIDTH + width) / 2, y: 300 + at * 14, size: SIZE };
    });
    expect(textsOf([{ width: WIDTH, height: HEIGHT, runs }])).toEqual(lines);
  });

  it('are one event whose hours are cut at the end of the page, and no page number', () => {
    const lines = ['Forum des métiers – Lycée professionnel Ampère, salle des conférences – 10 h 30 à 12 h', '30'];
    const runs = lines.map((text, at) => {
      return { text, x: MARGIN, x2: MARGIN + widthOf(text), y: HEIGHT - 90 + at * SIZE * 1.2, size: SIZE };
    });
    const number = { text: '1', x: WIDTH / 2, x2: WIDTH / 2 + 6, y: HEIGHT - 36, size: 9 };
    expect(textsOf([{ width: WIDTH, height: HEIGHT, runs: [...runs, number] }])).toEqual([lines.join(' ')]);
  });
});

it('knows the signs of lists that Word and LibreOffice take from fonts of signs', () => {
  const texts = ['\uf0b7 Forum des métiers, 9h', '\uf0a7 Atelier CV, 10h', '\u27a2 Visite du CIO, 14h'];
  const runs = texts.map((text, at) => ({
    text,
    x: MARGIN,
    x2: MARGIN + widthOf(text),
    y: MARGIN + at * 20,
    size: SIZE,
  }));
  const blocks = linesOf(runsToBlocks([{ width: WIDTH, height: HEIGHT, rules: [], runs }]));
  expect(blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'list-item Forum des métiers, 9h',
    'list-item Atelier CV, 10h',
    'list-item Visite du CIO, 14h',
  ]);
});
