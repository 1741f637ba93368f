import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../../main/content/kinds/tables/csv.ts';
import { firstCells } from '../../../../../main/content/kinds/tables/first-cells.ts';

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

  it('is none where a title or its name says that it is of absences', () => {
    const list = 'Nom;Du;Au\nMme Roux;05/05/2026;07/05/2026\n';
    expect(read(list).events.map(({ title }) => title)).toEqual(['Mme Roux']);
    expect(read(`Professeurs absents\n${list}`).events).toEqual([]);
    expect(readCsv(Buffer.from(list), { ...context, fileName: 'Absences.csv' }).events).toEqual([]);
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

  it('without a heading line is shown as it stands, and says which line to write', () => {
    expect(read('5 mai;Arles;Forum\n6 mai;;Atelier')).toMatchObject({
      events: [],
      blocks: [{ kind: 'table', rows: [[{ lines: ['5 mai'] }, { lines: ['Arles'] }, { lines: ['Forum'] }], {}] }],
      faults: [{ code: 'table-plain', advice: expect.stringContaining('date\u202f; heure\u202f; ville\u202f; titre') }],
    });
    expect(read('')).toMatchObject({ events: [], blocks: [], faults: [{ code: 'table-empty' }] });
  });

  it.each([
    ['at the end', 'date;titre\n5 mai;Un\n6 mai;"Deux\n7 mai;Trois\n', ['Un', 'Deux', 'Trois'], [3]],
    [
      'before quotes that are',
      'date;titre;lieu\n5 mai;"Un;CIO\n6 mai;"Deux";"CIO"\n7 mai;Trois;CIO\n',
      ['Un', 'Deux', 'Trois'],
      [2],
    ],
    ['several times', 'date;titre\n5 mai;"Un\n6 mai;"Deux\n7 mai;Trois\n', ['Un', 'Deux', 'Trois'], [2, 3]],
    ['in the first line', 'date;titre\n"5 mai;Un\n6 mai;Deux\n', ['Un', 'Deux'], [2]],
    [
      'nowhere, though a cell has lines',
      'date;titre\n5 mai;"Un\nbeau\njour"\n6 mai;Deux\n',
      ['Un beau jour', 'Deux'],
      [],
    ],
  ])('with a quote that is not closed %s keeps every other row, and names its line', (_name, text, titles, at) => {
    const { events, faults } = read(text);
    expect(events.map((event) => event.title)).toEqual(titles);
    expect(faults.map(({ line }) => line)).toEqual(at);
    if (at.length > 0) expect(faults[0]).toMatchObject({ code: 'csv-broken', line: at[0] });
  });

  it('whose every line opens a quote keeps its rows', () => {
    const { events, faults } = read(`date;titre\n${'5 mai;"Un\n'.repeat(1_000)}`);
    expect(events).toHaveLength(1_000);
    expect(faults).toHaveLength(50);
  });

  // Looked for line after line to the end, a quote that is never closed would cost the square of these.
  it.each([`date;titre\n${'"x\n'.repeat(20_000)}`, '"'.repeat(5_000_000)])(
    'of nothing but quotes is answered',
    (text) => {
      expect(read(text).events).toEqual([]);
    },
  );

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

/** The one event of a table of these headings and cells: its label, its title and what is said of it. */
function one(heading: string, row: string) {
  const { events, faults } = read(`${heading}\n${row}\n`);
  const label = events[0]?.when.label.replace(/\u00a0/gu, ' ');
  return { label, title: events[0]?.title, venue: events[0]?.venue, town: events[0]?.town, faults };
}

describe('the hours of a table', () => {
  it.each([
    ['14', 'mardi 5 mai, à 14 h'],
    ['14-16', 'mardi 5 mai, 14 h – 16 h'],
    ['14 - 16', 'mardi 5 mai, 14 h – 16 h'],
    ['9 à 12', 'mardi 5 mai, 9 h – 12 h'],
    ['de 9 à 12 et de 14 à 17', 'mardi 5 mai, 9 h – 12 h et 14 h – 17 h'],
    ['14h-16', 'mardi 5 mai, 14 h – 16 h'],
    ['14 h 30', 'mardi 5 mai, à 14 h 30'],
    ['14:00:00', 'mardi 5 mai, à 14 h'],
    ['14.30-16.00', 'mardi 5 mai, 14 h 30 – 16 h'],
    ['9h30/12h', 'mardi 5 mai, 9 h 30 – 12 h'],
    ['Toute la journée', 'mardi 5 mai'],
    ['journée', 'mardi 5 mai'],
    ['-', 'mardi 5 mai'],
  ])('are hours, never days: %s', (hour, label) => {
    expect(one('date;heure;titre', `05/05/2026;${hour};Forum`)).toMatchObject({ label, faults: [] });
  });

  it.each(['après la classe', '14h/salle 2', '25h', '5 mai'])(
    'do not cost the event its day where they are %s',
    (hour) => {
      const { label, faults } = one('date;heure;titre', `05/05/2026;${hour};Forum`);
      expect(label).toBe('mardi 5 mai');
      expect(faults).toMatchObject([{ line: 2, message: expect.stringMatching(/^Ligne 2.*sans ses heures\.$/u) }]);
    },
  );
});

describe('the headings of a table', () => {
  it.each([
    ['Événement', 'titre'],
    ['INTITULÉ', 'titre'],
    ['Titre de l’événement :', 'titre'],
    ['Objet', 'titre'],
    ['Titres', 'titre'],
    ['Lieux', 'lieu'],
    ['Établissement', 'lieu'],
    ['Emplacement', 'lieu'],
    ['Lieu / salle', 'lieu'],
    ['Commune', 'ville'],
    ['Villes', 'ville'],
  ])('may be what people write: %s is %s', (heading, column) => {
    const others = { titre: 'Forum', lieu: 'CIO', ville: 'Arles' };
    const { [column as 'titre']: own, ...rest } = others;
    const read = one(
      ['Dates', heading, ...Object.keys(rest)].join(';'),
      ['5 mai', own, ...Object.values(rest)].join(';'),
    );
    expect(read).toMatchObject({ title: 'Forum', venue: 'CIO', town: 'Arles', faults: [] });
  });

  it('may be « De » and « À »', () => {
    expect(one('Date;De;À;Titre', '5 mai;8h;10h;Examen')).toMatchObject({
      label: 'mardi 5 mai, 8 h – 10 h',
      faults: [],
    });
  });

  it('has weekdays of the week that a title names', () => {
    const { events, faults } = read(
      'Semaine du 4 au 8 mai 2026;;\nJour;Heure;Activité\nLundi;9h;Accueil\nMardi;14h;Forum\n',
    );
    expect(events.map(({ when }) => when.label.replace(/\u00a0/gu, ' '))).toEqual([
      'lundi 4 mai, à 9 h',
      'mardi 5 mai, à 14 h',
    ]);
    expect(faults).toEqual([]);
  });

  it('of persons is no list of events', () => {
    expect(read('Nom;Prénom;Date;Heure\nUntel;Léa;05/05/2026;14h\n').events).toEqual([]);
  });

  it('tells of hours that end before they begin', () => {
    expect(one('Date;Heure;Titre', '5 mai;16h-14h;Réunion').faults).toMatchObject([{ code: 'hour-next-day' }]);
    expect(one('Date;Heure;Titre', '5 mai;20h-2h;Bal').faults).toEqual([]);
    expect(one('Début;Fin;Titre', '05/05/2026 16:00;06/05/2026 14:00;Séjour').faults).toEqual([]);
  });

  it('of a whole day that ends at midnight do not make it last a day more', () => {
    const heading = 'Objet;Date de début;Heure de début;Date de fin;Heure de fin;Journée entière';
    const last = (row: string) => one(heading, row);
    expect(last('Voyage;18/05/2026;00:00:00;23/05/2026;00:00:00;Vrai')).toMatchObject({
      label: 'du 18 au 22 mai',
      faults: [],
    });
    expect(last('Forum;18/05/2026;00:00:00;19/05/2026;00:00:00;Vrai').label).toBe('lundi 18 mai');
    expect(last('Forum;18/05/2026;08:00:00;19/05/2026;18:00:00;Vrai').label).toBe('du 18 au 19 mai');
    expect(last('Forum;18/05/2026;;19/05/2026;;Vrai').label).toBe('du 18 au 19 mai');
  });

  it('with words that are no hour under « De » tell of them', () => {
    expect(one('Date;Titre;De', '05/05/2026;Lettre;Mme Untel').faults).toMatchObject([{ code: 'csv-day-ignored' }]);
    expect(one('Date;Titre;Début', '05/05/2026;Forum;05/05/2026 14:00')).toMatchObject({ faults: [] });
  });

  it('may give the number of a room alone', () => {
    expect(one('Date;Titre;Salle', '5 mai;Conseil de classe;12')).toMatchObject({ venue: 'Salle 12' });
    expect(one('Date;Titre;Lieu', '5 mai;Conseil de classe;B204')).toMatchObject({ venue: 'Salle B204' });
  });

  it.each(['Horaire', 'Horaires', 'Heures', 'Heure de début', 'Créneau horaire'])(
    'may call the hours %s',
    (heading) => {
      expect(one(`Date (jj/mm/aaaa);${heading};Titre`, '5 mai;14h;Forum')).toMatchObject({
        label: 'mardi 5 mai, à 14 h',
        faults: [],
      });
    },
  );

  it('that mean the same are told, and the usual one is read', () => {
    const { title, faults } = one('date;Événement;Titre', '5 mai;Salon;Forum');
    expect(title).toBe('Forum');
    expect(faults).toMatchObject([{ code: 'csv-double-column', message: expect.stringContaining('Événement') }]);
  });

  it.each([
    ['under « sep=; »', 'sep=;\ndate;titre\n5 mai;Un, deux\n', 3],
    ['under « sep=, »', 'sep=,\ndate,titre\n5 mai,"Un, deux"\n', 3],
    ['under a title and empty lines', 'Programme, mai, juin;;\n;;\n\ndate;titre;\n5 mai;Un, deux;\n', 5],
    ['with lines in a heading', '"date\nde début";titre\n5 mai;Un, deux\n', 3],
    ['after empty lines', '\n\ndate;titre\n5 mai;Un, deux\n', 4],
  ])('are found %s', (_name, text, line) => {
    const { events, faults } = read(text);
    expect(faults).toEqual([]);
    expect(events).toMatchObject([{ title: 'Un, deux', line }]);
  });

  it.each([
    ['Date;;Titre\nDébut;Fin;\n4 mai;7 mai;Semaine du goût\n', 'du 4 au 7 mai'],
    ['Date;Horaires;;Titre\n;Début;Fin;\n5 mai;14h;16h;Forum\n', 'mardi 5 mai, 14 h – 16 h'],
  ])('may stand in two rows: %j', (text, label) => {
    const { events, faults } = read(text);
    expect(events.map(({ when }) => when.label.replace(/\u00a0/gu, ' '))).toEqual([label]);
    expect(faults).toEqual([]);
  });

  it('are told where one has no name and words under it', () => {
    const { events, faults } = read('Date;;Titre\n5 mai;14h;Forum\n');
    expect(events.map(({ title }) => title)).toEqual(['Forum']);
    expect(faults).toMatchObject([{ code: 'csv-unnamed-column', message: expect.stringContaining('14h') }]);
  });

  it('with one of two days have both, as a guess', () => {
    const { events, faults } = read('date;titre\n5 ou 12 mai;Un\n');
    expect(events).toHaveLength(1);
    expect(faults).toMatchObject([{ code: 'date-either', about: 'guessed' }]);
  });

  it('have under them what is read: what looks like a row above them is told', () => {
    const { events, faults } = read('4 mai;Zéro\ndate;titre\n5 mai;Un\n');
    expect(events.map(({ title }) => title)).toEqual(['Un']);
    expect(faults).toMatchObject([{ code: 'csv-above-heading', line: 1 }]);
  });
});

describe('the days of a table', () => {
  const dates = 'Date de début;Date de fin;Titre';
  const agenda = 'Début;Fin;Titre';
  const outlook = 'Objet;Début le;Début;Fin le;Fin';
  it.each([
    ['date;titre', '05-mai-26;Forum', 'mardi 5 mai'],
    ['date;titre', '5-mai;Forum', 'mardi 5 mai'],
    ['date;titre', 'mardi 5 mai 2026;Forum', 'mardi 5 mai'],
    ['date;titre', '05/05/2026 00:00:00;Forum', 'mardi 5 mai'],
    ['date;heure;titre', '05/05/2026 00:00:00;14h;Forum', 'mardi 5 mai, à 14 h'],
    [dates, '04/05/2026;07/05/2026;Forum', 'du 4 au 7 mai'],
    [dates, '04/05/2026;;Forum', 'lundi 4 mai'],
    [dates, '04/05/2026;04/05/2026;Forum', 'lundi 4 mai'],
    [dates, '04/05/2026;4 mai;Forum', 'lundi 4 mai'],
    [dates, 'lundi 4 mai;jeudi 7 mai;Forum', 'du 4 au 7 mai'],
    [dates, '04/05/2026 00:00;07/05/2026 00:00;Forum', 'du 4 au 7 mai'],
    ['Du;Au;Horaires;Titre', '4 mai;7 mai;9h-12h;Forum', 'du 4 au 7 mai, 9 h – 12 h'],
    ['Date;Heure début;Heure fin;Titre', '05/05/2026;14:00;16:30;Forum', 'mardi 5 mai, 14 h – 16 h 30'],
    ['Date;Début;Fin;Titre', '05/05/2026;14;16;Forum', 'mardi 5 mai, 14 h – 16 h'],
    ['Date;Heure;Heure de fin;Titre', '05/05/2026;;16h;Forum', 'mardi 5 mai, jusqu’à 16 h'],
    [agenda, '05/05/2026 14:00;05/05/2026 16:30;Forum', 'mardi 5 mai, 14 h – 16 h 30'],
    [agenda, '05/05/2026 22:00;06/05/2026 02:00;Forum', 'mardi 5 mai, 22 h – 2 h'],
    [agenda, '05/05/2026 22:00;06/05/2026 00:00;Forum', 'mardi 5 mai, à partir de 22 h'],
    [agenda, '04/05/2026;07/05/2026;Forum', 'du 4 au 7 mai'],
    [outlook, 'Forum;05/05/2026;14:00:00;05/05/2026;16:30:00', 'mardi 5 mai, 14 h – 16 h 30'],
    // Days without a year, that could be hours
    ['date;titre', '05/05;Forum', 'mardi 5 mai'],
    ['date;titre', '5/6;Forum', 'vendredi 5 juin'],
    ['date;titre', '05.05;Forum', 'mardi 5 mai'],
    ['date;titre', '05-05;Forum', 'mardi 5 mai'],
    ['date;titre', '05/05 et 07/05;Forum', 'mardi 5 et jeudi 7 mai'],
    ['date;heure;titre', '07/05;;Forum', 'jeudi 7 mai'],
    ['date;heure;titre', '05/05;8/10;Forum', 'mardi 5 mai, 8 h – 10 h'],
    [dates, '05/05;07/05;Forum', 'du 5 au 7 mai'],
    [agenda, '05/05;07/05;Forum', 'du 5 au 7 mai'],
    // The weekday in a column of its own
    ['Jour;Date;Titre', 'Mardi;05/05;Forum', 'mardi 5 mai'],
    ['Date;Jour;Titre', '05/05/2026;mar.;Forum', 'mardi 5 mai'],
    ['Jour;Titre', '05/05;Forum', 'mardi 5 mai'],
  ])('%s, %s is %s', (heading, row, label) => {
    expect(one(heading, row)).toMatchObject({ label, title: 'Forum', faults: [] });
  });

  it('that an agenda gives from midnight to midnight end before the last, and it is told', () => {
    const whole = (end: string) => one(outlook, `Forum;05/05/2026;00:00:00;${end};00:00:00`);
    expect(whole('06/05/2026')).toMatchObject({ label: 'mardi 5 mai', faults: [{ code: 'csv-whole-days' }] });
    expect(whole('08/05/2026')).toMatchObject({ label: 'du 5 au 7 mai', faults: [{ code: 'csv-whole-days' }] });
  });

  it('begin at the hour of the first and end at that of the last', () => {
    const read = (row: string) => one(agenda, row);
    expect(read('04/05/2026 14:00;07/05/2026 12:00;Forum')).toMatchObject({
      label: 'du 4 mai à 14 h au 7 mai à 12 h',
      faults: [],
    });
    expect(read('04/05/2026 14:00;07/05/2026 00:00;Forum')).toMatchObject({
      label: 'du 4 mai à 14 h au 6 mai',
      faults: [],
    });
  });

  it('that contradict the weekday beside them are followed, and it is told', () => {
    expect(one('Jour;Date;Titre', 'Lundi;07/05;Forum')).toMatchObject({
      label: 'jeudi 7 mai',
      faults: [{ code: 'date-weekday', line: 2 }],
    });
  });

  it('that go backwards are refused', () => {
    expect(one(dates, '07/05/2026;04/05/2026;Forum')).toMatchObject({
      title: undefined,
      faults: [{ code: 'date-backwards', line: 2 }],
    });
  });
});

describe('a date that is not written in its row', () => {
  const days = (text: string) => {
    const { events, faults } = read(text);
    return {
      shown: events.map(({ line, title, when }) => `${line} ${title} ${when.ranges[0]?.from ?? ''}`),
      told: faults.map(({ code, about }) => `${about ?? ''} ${code}`.trim()),
      message: faults[0]?.message.replace(/[\u00a0\u202f]/gu, ' '),
    };
  };

  it('is the one above, as where cells were merged, and it is told', () => {
    expect(days('date;heure;titre\n5 mai;9h;Accueil\n;10h;Atelier\n;;Bilan\n7 mai;;Forum\n')).toEqual({
      shown: ['2 Accueil 2026-05-05', '3 Atelier 2026-05-05', '4 Bilan 2026-05-05', '5 Forum 2026-05-07'],
      told: ['guessed csv-date-above'],
      message: 'Lignes 3 et 4 : la case de la date est vide ; c’est la date écrite au-dessus qui est prise.',
    });
    const { events } = read('date;heure;titre\n5 mai;9h;Accueil\n;;Atelier\n');
    expect(events[1]?.when.hours).toEqual([]);
  });

  it('may stand alone in a row above, as a heading', () => {
    expect(days('date;titre\nmardi 5 mai;\n;Accueil\n;Atelier\n')).toMatchObject({
      shown: ['3 Accueil 2026-05-05', '4 Atelier 2026-05-05'],
      told: ['guessed csv-date-above'],
    });
    expect(days('date;titre\nmardi 5 mai;\n6 mai;Accueil\n').told).toEqual(['dropped csv-no-title']);
  });

  it.each(['idem', 'Idem', 'id.', '〃'])(
    'is the one above where the cell says %s, and so is any other cell',
    (ditto) => {
      const { events, faults } = read(`date;titre;lieu\n5 mai;Accueil;CDI\n${ditto};Visite;${ditto}\n`);
      expect(events.map(({ venue, when }) => [venue, when.ranges[0]?.from])).toEqual([
        ['CDI', '2026-05-05'],
        ['CDI', '2026-05-05'],
      ]);
      expect(faults).toEqual([]);
    },
  );

  it('is none where the row above has none, or one that is not understood', () => {
    expect(days('date;titre\n;Un\n32 mai;Deux\n;Trois\n')).toMatchObject({
      shown: [],
      told: ['dropped csv-no-date', 'dropped date-impossible', 'dropped csv-no-date'],
    });
  });

  it('is the one above where only the weekday is written, and it is the same', () => {
    expect(days('jour;date;titre\nMardi;5 mai;Accueil\nMardi;;Visite\nJeudi;;Bilan\n')).toMatchObject({
      shown: ['2 Accueil 2026-05-05', '3 Visite 2026-05-05'],
      told: ['guessed csv-date-above', 'dropped csv-no-date'],
    });
  });

  it('has the last day of the row above too', () => {
    const { events } = read('du;au;titre\n4 mai;7 mai;Exposition\n;;Visites\n');
    expect(events.map(({ when }) => when.ranges)).toEqual([
      [{ from: '2026-05-04', to: '2026-05-07' }],
      [{ from: '2026-05-04', to: '2026-05-07' }],
    ]);
  });
});

describe('a number that a spreadsheet writes for a day or an hour', () => {
  it.each([
    ['date;titre', '46147;Forum', 'mardi 5 mai'],
    ['date;titre', '46147,583333333;Forum', 'mardi 5 mai, à 14 h'],
    ['date;titre', '46147.0;Forum', 'mardi 5 mai'],
    ['date;heure;titre', '46147;0,583333333333333;Forum', 'mardi 5 mai, à 14 h'],
    ['date;heure début;heure fin;titre', '46147;0,375;0,5;Forum', 'mardi 5 mai, 9 h – 12 h'],
    ['début;fin;titre', '46147,5833333;46147,6875;Forum', 'mardi 5 mai, 14 h – 16 h 30'],
    ['date de début;date de fin;titre', '46146;46149;Forum', 'du 4 au 7 mai'],
  ])('%s, %s is %s', (heading, row, label) => {
    expect(one(heading, row)).toMatchObject({ label, title: 'Forum', faults: [] });
  });

  it.each(['12', '460', '99999', '1234567'])('is no day where it is none of this century: %s', (number) => {
    expect(one('date;titre', `${number};Forum`)).toMatchObject({ title: undefined, faults: [{ about: 'dropped' }] });
  });
});

describe('the messages of a tree in a table', () => {
  it('are all kept, though one forgets to close its quote', () => {
    expect(firstCells('message;classe\n"Bravo;3A\n"Merci";3B\nCourage;3C\n')).toEqual(['Bravo', 'Merci', 'Courage']);
    expect(firstCells('"Deux\nlignes";3A\nUn\n')).toEqual(['Deux\nlignes', 'Un']);
  });
});

describe('what a table says of what does not take place', () => {
  const status = (text: string) => {
    const { events, faults } = read(text);
    return {
      shown: events.map((event) => [event.title, event.status?.label.replace(/\u00a0/gu, ' '), event.description]),
      told: faults.map(({ code, about }) => `${about ?? ''} ${code}`.trim()),
    };
  };

  it('in a column for it is told in the agenda', () => {
    const rows =
      '5 mai;Un;annulée\n6 mai;Deux;Reporté au 12/05\n7 mai;Trois;maintenu\n8 mai;Quatre;\n9 mai;Cinq;complet\n';
    expect(status(`date;titre;statut\n${rows}`)).toEqual({
      shown: [
        ['Un', 'annulée', undefined],
        ['Deux', 'reporté au mardi 12 mai', undefined],
        ['Trois', undefined, undefined],
        ['Quatre', undefined, undefined],
        ['Cinq', undefined, undefined],
      ],
      told: ['dropped csv-status'],
    });
  });

  it('is a cross or « oui » in a column for it', () => {
    const rows = '5 mai;Un;oui\n6 mai;Deux;non\n7 mai;Trois;X\n8 mai;Quatre;\n9 mai;Cinq;peut-être\n';
    expect(status(`date;titre;annulé\n${rows}`)).toEqual({
      shown: [
        ['Un', 'annulé', undefined],
        ['Deux', undefined, undefined],
        ['Trois', 'annulé', undefined],
        ['Quatre', undefined, undefined],
        ['Cinq', undefined, undefined],
      ],
      told: ['dropped csv-status'],
    });
  });

  it('alone among the remarks is told there too, and other remarks are shown', () => {
    expect(status('date;titre;observations\n5 mai;Un;Annulé\n6 mai;Deux;prévoir un pique-nique\n')).toEqual({
      shown: [
        ['Un', 'annulé', undefined],
        ['Deux', undefined, 'prévoir un pique-nique'],
      ],
      told: [],
    });
  });
});
