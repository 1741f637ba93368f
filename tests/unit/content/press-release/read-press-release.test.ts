import { describe, expect, it } from 'vitest';
import { computing } from '../../../support/computed.ts';
import { outlineOf, readRelease } from './release-outline.ts';

const read = readRelease;
const outline = (text: string, kind: 'md' | 'txt' = 'md'): string[] => outlineOf(read(text, kind));

describe('the shapes of a press release', () => {
  it.each([
    [
      'a list of dated lines',
      '- Lundi 16/02 : Arles : forum des métiers, salle des fêtes\n- Mardi 17/02 : Sète : atelier, Lycée Pasteur\n',
      [
        'Arles | – | forum des métiers | salle des fêtes | 2026-02-16',
        'Sète | – | atelier | Lycée Pasteur | 2026-02-17',
      ],
    ],
    [
      'dated lines without bullets',
      'Lundi 16/02 : Arles (13) - Forum - CIO\nMardi 17/02 – Sète – Atelier – CIO\n',
      ['Arles | 13 | Forum | CIO | 2026-02-16', 'Sète | – | Atelier | CIO | 2026-02-17'],
    ],
    [
      'one line an event under a date, without blank lines',
      'Mardi 17 février\nArles (13) - Forum - CIO\nVenez nombreux.\nSète - Atelier - Lycée Pasteur\nDu 18 au 20 février :\nNîmes (30) – Exposition – Hall\n',
      [
        'Arles | 13 | Forum | CIO | 2026-02-17',
        'Sète | – | Atelier | Lycée Pasteur | 2026-02-17',
        'Nîmes | 30 | Exposition | Hall | 2026-02-18/2026-02-20',
      ],
    ],
    [
      'lists under date headings',
      '## Mardi 17 février 2026\n\n- Arles : forum des métiers, salle des fêtes\n- Saint-Just-en-Chaussée : "Oser, rebondir", collège Jules-Verne\n',
      [
        'Arles | – | forum des métiers | salle des fêtes | 2026-02-17',
        'Saint-Just-en-Chaussée | – | « Oser, rebondir » | collège Jules-Verne | 2026-02-17',
      ],
    ],
    [
      'a table',
      '| Date | Ville | Action | Lieu |\n|---|---|---|---|\n| Mardi 17 février | Arles (13) | Forum | CIO |\n| 18/02 | Sète (34) | Atelier | Lycée Pasteur |\n',
      ['Arles | 13 | Forum | CIO | 2026-02-17', 'Sète | 34 | Atelier | Lycée Pasteur | 2026-02-18'],
    ],
    [
      'a town with its dated list',
      '### Arles (13)\n\n- Mardi 17 février : Forum des métiers, CIO\n- Jeudi 19 février, 14h-17h : Atelier CV, CIO\n',
      ['Arles | 13 | Forum des métiers | CIO | 2026-02-17', 'Arles | 13 | Atelier CV | CIO | 2026-02-19 14:00-17:00'],
    ],
    [
      'dashes, colons and quotes within titles',
      '# Mardi 17 février\n\n## Arles (13) – « Oser - rebondir : mode d’emploi » – suite – CIO\n\n## Sète (34) — Forum 2026-2030 : les métiers - Salle 3\n\n## Nîmes (30): Portes ouvertes - CIO\n',
      [
        'Arles | 13 | « Oser – rebondir : mode d’emploi » – suite | CIO | 2026-02-17',
        'Sète | 34 | Forum 2026-2030 : les métiers | Salle 3 | 2026-02-17',
        'Nîmes | 30 | Portes ouvertes | CIO | 2026-02-17',
      ],
    ],
    [
      'no venue, no town, a postcode',
      '# Mardi 17 février\n\n## Arles (13200) - Forum des métiers\n\n## Atelier CV - CIO\n',
      ['Arles | 13 | Forum des métiers | – | 2026-02-17', ' | – | Atelier CV | CIO | 2026-02-17'],
    ],
    [
      'hours beside the title, in brackets, below, and days of its own',
      '# Mardi 17 février\n\n## Arles (13) - 14h-17h - Forum - CIO\n\n## Sète (34) - Atelier (de 9h à 12h) - CIO\n\n## Nîmes (30) - Visite - Musée\n\nHoraires : 10h-12h\n\n## Lyon (69) - jeudi 19 février - Concert - Salle Rameau\n',
      [
        'Arles | 13 | Forum | CIO | 2026-02-17 14:00-17:00',
        'Sète | 34 | Atelier | CIO | 2026-02-17 09:00-12:00',
        'Nîmes | 30 | Visite | Musée | 2026-02-17 10:00-12:00',
        'Lyon | 69 | Concert | Salle Rameau | 2026-02-19',
      ],
    ],
    [
      'several days, several shapes',
      '**Programme du mardi 17 février**\n\n**Arles (13) - Forum - CIO**\n\n**Mardi 17 et jeudi 19 février**\n\n**Sète (34) - Atelier - CIO**\n\n**17/02/2026**\n\n**Nîmes (30) - Visite - CIO**\n',
      [
        'Arles | 13 | Forum | CIO | 2026-02-17',
        'Sète | 34 | Atelier | CIO | 2026-02-17+2026-02-19',
        'Nîmes | 30 | Visite | CIO | 2026-02-17',
      ],
    ],
  ])('%s', (_shape, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it('without a department or a heading mark is read from plain text too', () => {
    const text =
      'Communiqué\n\nMardi 17 février\n\nArles - Forum - CIO\n\nUne phrase - longue - qui se termine.\n\nSète - Atelier - Lycée Pasteur\n';
    expect(outline(text, 'txt')).toEqual([
      'Arles | – | Forum | CIO | 2026-02-17',
      'Sète | – | Atelier | Lycée Pasteur | 2026-02-17',
    ]);
  });
});

describe('the year of a press release', () => {
  const events = '\n\nLundi 11 janvier\n\n## Arles (13) - Forum - CIO\n\n## Sète (34) - Atelier - CIO\n';
  const first = (text: string): string | null | undefined => read(text)?.events[0]?.when.ranges[0]?.from;

  it('is that of its own date, wherever the file’s date is', () => {
    expect(first(`Vendredi 2 janvier 2015${events}`)).toBe('2015-01-11');
    expect(first(`Arles, le 2 janvier 2015${events}`)).toBe('2015-01-11');
  });

  it('is the next one for a spring announced in autumn', () => {
    expect(first(`Vendredi 18 décembre 2026${events}`)).toBe('2027-01-11');
  });
});

describe('what a press release keeps to itself', () => {
  const text = [
    '# Mardi 17 février 2026',
    '## Arles (13) - Forum (03 44 11 22 33) - CIO',
    'Inscription au 03.44.11.22.33 ou par mail : a.b@example.org. Venez nombreux (tél. : +33 3 44 11 22 33) !',
    'Contact : Mme Untel, 0344112233',
    '## Sète (34) - Atelier - CIO',
    '## Contact presse',
    'Camille Untel – 06 00 00 00 00',
    '## Service communication',
    'Rédaction : Camille Untel',
  ].join('\n\n');

  it('are its press contact and all under it, telephone numbers and addresses', () => {
    const release = read(text);
    expect(JSON.stringify(release)).not.toMatch(/Untel|example|44|33|@|00/);
    expect(release?.events.map(({ title, description }) => [title, description])).toEqual([
      ['Forum', 'Venez nombreux\u202f!'],
      ['Atelier', undefined],
    ]);
  });

  it('a press contact above the programme hides no event', () => {
    const above = `Contact presse\n\nCamille Untel, 06 00 00 00 00\n\n${text}`;
    expect(outline(above)).toHaveLength(2);
    expect(JSON.stringify(read(above))).not.toContain('Untel');
  });
});

describe('a text that is not a press release is left alone', () => {
  it.each([
    ['a notice with a date', '# Cantine\n\nMardi 17 février\n\nPas de frites.\n\nJeudi 19 février\n\nDes frites.\n'],
    ['one event', '# Mardi 17 février\n\n## Arles (13) - Forum - CIO\n'],
    ['events without a date', '## Arles (13) - Forum - CIO\n\n## Sète (34) - Atelier - CIO\n'],
    ['a menu', '- Lundi : carottes\n\n- Mardi : poulet\n'],
    ['nothing', ''],
    [
      'the release’s own date',
      'Jeudi 30 avril 2026\n\nOrganisée par la région - comme chaque année - la semaine aura lieu.\n',
    ],
  ])('%s', (_kind, text) => {
    expect(read(text)).toBeNull();
    expect(read(text, 'txt')).toBeNull();
  });
});

describe('a press release with mistakes', () => {
  const good = '# Mardi 17 février 2026\n\n## Arles (13) - Forum - CIO\n\n## Sète (34) - Atelier - CIO\n\n';

  it('shows what it understands and names the date it does not', () => {
    const release = read(`${good}# Mardi 32 février\n\n## Nîmes (30) - Visite - Musée\n`);
    expect(release?.events.map((event) => event.town)).toEqual(['Arles', 'Sète']);
    expect(release?.warnings).toMatchObject([
      { code: 'date-impossible', line: 7, message: expect.stringContaining('32 février') },
    ]);
  });

  it('shows the event whose weekday contradicts its date, and says so', () => {
    const release = read(good.replace('Mardi', 'Lundi'));
    expect(release?.events).toHaveLength(2);
    expect(release?.warnings).toMatchObject([{ code: 'date-weekday', line: 1 }]);
  });

  it('names the line under a date that has hours and is understood by no rule', () => {
    const release = read(`${good}# Jeudi 19 février 2026\n\n> Départ du car à 8h.\n>\n> 14h : retour\n`);
    expect(release?.events).toHaveLength(2);
    expect(release?.warnings).toMatchObject([
      { code: 'release-line-unread', message: expect.stringContaining('retour'), line: 9 },
    ]);
  });

  it('a heading of the whole programme is no line of it', () => {
    const lines = ['Semaine des jardins du 9 au 13 mars 2026', 'PROGRAMME DE LA SEMAINE DANS LE DÉPARTEMENT', ''];
    const days = [
      'Mardi 10 mars 2026',
      'Arles (13) - Visite - Musée',
      '',
      'Jeudi 12 mars 2026',
      'Sète (34) - Atelier - Port',
    ];
    const release = read([...lines, ...days].join('\n'));
    expect(release?.events.map(({ town }) => town)).toEqual(['Arles', 'Sète']);
    expect(release?.warnings).toEqual([]);
  });

  it('cut anywhere never breaks, and loses only what was cut', () => {
    const whole = read(`${good}# Du 18 au 20 février\n\n## Nîmes (30) - Visite - Musée\n\nVenez.\n`);
    const text = `${good}# Du 18 au 20 février\n\n## Nîmes (30) - Visite - Musée\n\nVenez.\n`;
    for (let end = 0; end <= text.length; end++) {
      const events = read(text.slice(0, end))?.events ?? [];
      // Only the last event read may be incomplete.
      expect(events.slice(0, -1)).toEqual(whole?.events.slice(0, Math.max(0, events.length - 1)));
    }
    expect(whole?.events).toHaveLength(3);
  });

  it('of 5 MB without a line break is answered within a second', () => {
    for (const piece of ['mot ', 'Arles (13) - ', '[*_`<a ', '03 44 ', '5 mai : ', '"«(', '&amp;', 'a@']) {
      for (const kind of ['md', 'txt'] as const) {
        const text = piece.repeat(Math.ceil(5_000_000 / piece.length));
        expect(
          computing(() => read(text, kind)),
          `${kind}: ${piece}`,
        ).toBeLessThan(1_000);
      }
    }
  });
});
