import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../main/content/tables/csv.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-01') };
const read = (text: string) => readCsv(Buffer.from(text), context);

describe('a table of events', () => {
  it('gives an event a line, with its line number', () => {
    const { events, faults } = read(
      'date;heure;ville;titre;lieu;description\n05/05/2026;14h-17h;Arles;Forum des métiers;Lycée Pasteur;Venez\n7 mai;;Sète;"Atelier ; cuisine";CIO;"Deux\nlignes"\n',
    );
    expect(faults).toEqual([]);
    expect(events).toMatchObject([
      { town: 'Arles', title: 'Forum des métiers', venue: 'Lycée Pasteur', description: 'Venez', line: 2 },
      { town: 'Sète', title: 'Atelier\u202f; cuisine', description: 'Deux lignes' },
    ]);
    expect(events[0]?.when).toMatchObject({
      ranges: [{ from: '2026-05-05', to: '2026-05-05' }],
      hours: [{ from: '14:00', to: '17:00' }],
    });
    expect(events[1]?.when.ranges).toEqual([{ from: '2026-05-07', to: '2026-05-07' }]);
  });

  it('has its columns in any order, in capitals and with accents, with commas or tabs', () => {
    for (const separator of [',', ';', '\t']) {
      const { events, faults } = read(
        ['Titre,DATES,Département,Catégorie', 'Forum,5 mai 2026,2,Salon'].join('\n').replaceAll(',', separator),
      );
      expect(faults).toEqual([]);
      expect(events).toMatchObject([{ title: 'Forum', town: '', department: '02', category: 'Salon' }]);
    }
  });

  it('is read from Windows-1252, UTF-16 and UTF-8 with a mark alike', () => {
    const text = 'date;ville;titre\r\n5 mai 2026;Sète;Fête de l’école\r\n';
    for (const bytes of [
      Buffer.from(text.replace('’', "'"), 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`),
    ]) {
      expect(readCsv(bytes, context).events).toMatchObject([{ town: 'Sète', title: 'Fête de l’école' }]);
    }
  });

  it('keeps its good lines and names each bad one', () => {
    const { events, faults } = read(
      [
        'date;ville;titre;lieu',
        '5 mai;Arles;Un;CIO',
        '32 mai;Arles;Deux;CIO',
        '6 mai;Arles;Trois',
        '7 mai;Arles;Quatre;CIO;trop;long',
        ';Arles;Cinq;CIO',
        '8 mai;Arles;;CIO',
        '9 mai;Arles;Sept;CIO;;',
      ].join('\n'),
    );
    expect(events.map((event) => event.title)).toEqual(['Un', 'Trois', 'Sept']);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'date-impossible'],
      [4, 'csv-ragged'],
      [5, 'csv-ragged'],
      [6, 'csv-no-date'],
      [7, 'csv-no-title'],
    ]);
    for (const { message, line } of faults) expect(message).toContain(`Ligne ${line}`);
  });

  it('proposes the nearest name for a column it does not know, and reads the others', () => {
    const { events, faults } = read('date;vile;titre\n5 mai;Arles;Forum');
    expect(events).toMatchObject([{ title: 'Forum', town: '' }]);
    expect(faults).toMatchObject([{ code: 'csv-unknown-column', line: 1, advice: expect.stringContaining('ville') }]);
  });

  it('without a heading line says which line to write', () => {
    expect(read('5 mai;Arles;Forum')).toMatchObject({
      events: [],
      faults: [{ code: 'csv-heading', advice: expect.stringContaining('date;heure;ville;titre;lieu;description') }],
    });
    expect(read('')).toMatchObject({ events: [], faults: [{ code: 'csv-heading' }] });
  });

  it('with a quote that is never closed keeps what stands before it', () => {
    const { events, faults } = read('date;titre\n5 mai;Un\n6 mai;"Deux\n7 mai;Trois\n');
    expect(events.map((event) => event.title)).toEqual(['Un']);
    expect(faults).toMatchObject([{ code: 'csv-broken' }]);
  });

  it('whatever bytes it holds, is answered and never breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
        const { events, faults } = readCsv(
          headed ? Buffer.concat([Buffer.from('date;titre\n'), bytes]) : bytes,
          context,
        );
        for (const event of events) expect(event.title).not.toBe('');
        for (const { message, advice } of faults) expect(message.length * advice.length).toBeGreaterThan(0);
      }),
    );
  });

  it('with any words in any quotes gives them back', () => {
    const word = fc.stringMatching(/^[A-Za-zéèàç;,]{1,8}( [A-Za-zéè,;]{1,8}){0,4}$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ titre: word, ville: word, day: fc.integer({ min: 1, max: 31 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom(';', ','),
        (rows, separator) => {
          const quote = (text: string): string => `"${text}"`;
          const lines = rows.map(({ titre, ville, day }) =>
            [quote(titre), quote(`${day} mai 2026`), quote(ville)].join(separator),
          );
          const { events } = read([['titre', 'date', 'ville'].join(separator), ...lines].join('\n'));
          const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, '').replaceAll(' ', '');
          expect(events.map((event) => [plain(event.title), plain(event.town), event.when.ranges[0]?.from])).toEqual(
            rows.map(({ titre, ville, day }) => [
              plain(titre),
              plain(ville),
              `2026-05-${String(day).padStart(2, '0')}`,
            ]),
          );
        },
      ),
    );
  });
});
