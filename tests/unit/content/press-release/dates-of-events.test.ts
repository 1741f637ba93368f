import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

const THREE = [
  'Arles | 13 | Atelier CV | CIO | 2026-05-05 09:00-12:00',
  'Sète | 34 | Forum | Mairie | 2026-05-06 14:00-',
  'Nîmes | 30 | Visite | Musée | 2026-05-07',
];
const titles = ['Arles (13) - Atelier CV - CIO', 'Sète (34) - Forum - Mairie', 'Nîmes (30) - Visite - Musée'];
const days = ['Mardi 5 mai 2026, de 9h à 12h', 'Mercredi 6 mai 2026 à 14h', 'Jeudi 7 mai 2026'];
const each = (line: (title: string, day: string) => string): string =>
  titles.map((title, at) => line(title, days[at] ?? '')).join('');

describe('a date under the heading of its event', () => {
  it.each([
    ['right under it', each((title, day) => `### ${title}\n${day}\n\nVenez.\n\n`)],
    ['in a paragraph of its own', each((title, day) => `### ${title}\n\n${day}\n\nVenez.\n\n`)],
    ['without any other text', each((title, day) => `### ${title}\n\n${day}\n\n`)],
    ['after « Date : »', each((title, day) => `### ${title}\n\nDate : ${day}\n\nVenez.\n\n`)],
    ['under bold headings', each((title, day) => `**${title}**\n\n${day}\n\nVenez.\n\n`)],
    ['in bold', each((title, day) => `### ${title}\n\n**${day}**\n\nVenez.\n\n`)],
    ['in a smaller heading', each((title, day) => `### ${title}\n\n#### ${day}\n\nVenez.\n\n`)],
  ])('is its own, not that of the next: %s', (_place, body) => {
    expect(outlineOf(readRelease(`# Communiqué de presse\n\nArles, le 20 avril 2026\n\n${body}`))).toEqual(THREE);
    expect(outlineOf(readRelease(`Communiqué\n\nLundi 20 avril 2026\n\nUne semaine de plus.\n\n${body}`))).toEqual(
      THREE,
    );
  });

  it.each([
    ['a date', each((title, day) => `${title}\n${day}\n\n`)],
    ['« Date : »', each((title, day) => `${title}\nDate : ${day}\n\n`)],
    ['« Quand : »', each((title, day) => `${title}\nQuand : ${day}\nVenez.\n\n`)],
  ])('is its own in plain text: %s', (_shape, body) => {
    expect(outlineOf(readRelease(`Communiqué de presse - 20 avril 2026\n\n${body}`, 'txt'))).toEqual(THREE);
  });

  it('is waited for, and an event that has none is named instead of shown on a wrong day', () => {
    const release = readRelease(
      `Communiqué\n\n${each((title, day) => `### ${title}\n\n${day}\n\n`)}### Lyon (69) - Bal - Hall\n\nVenez.\n`,
    );
    expect(outlineOf(release)).toEqual(THREE);
    expect(release?.warnings).toMatchObject([
      { code: 'release-event-undated', message: expect.stringContaining('Lyon') },
    ]);
  });

  it('adds a second date to the first', () => {
    const release = readRelease(
      `Communiqué\n\n${each((title, day) => `### ${title}\n\n${day}\n\n`)}Vendredi 8 mai 2026\n`,
    );
    expect(release?.events[2]?.when.ranges.map(({ from }) => from)).toEqual(['2026-05-07', '2026-05-08']);
  });
});

describe('a heading with more than a date', () => {
  const under = (heading: string, mark = '## '): ReturnType<typeof readRelease> =>
    readRelease(
      `# Communiqué du 20 avril 2026\n\n## Lundi 4 mai 2026\n\n### Arles (13) - Atelier - CIO\n\n${mark}${heading}\n\n### Sète (34) - Forum - Mairie\n\n### Nîmes (30) - Visite - Musée\n`,
    );

  it.each([
    ['Mardi 5 mai 2026 – Journée des lycées', '2026-05-05'],
    ['Mercredi 6 mai : journée des collèges', '2026-05-06'],
    ['Semaine du 11 au 15 mai', '2026-05-11/2026-05-15'],
    ['Et aussi : jeudi 19 mars', '2026-03-19'],
    ['Vendredi 8 mai (férié)', '2026-05-08'],
    ['La journée du samedi 9 mai, pour tous', '2026-05-09'],
    ['Temps 2 : les 18 et 19 mai', '2026-05-18+2026-05-19'],
  ])('opens the days it names: %s', (heading, expected) => {
    for (const mark of ['## ', '', '**']) {
      const written = mark === '**' ? `${heading}**` : heading;
      expect(outlineOf(under(written, mark)), mark).toEqual([
        'Arles | 13 | Atelier | CIO | 2026-05-04',
        `Sète | 34 | Forum | Mairie | ${expected}`,
        `Nîmes | 30 | Visite | Musée | ${expected}`,
      ]);
    }
  });

  it('says so where a plain line is taken for a date', () => {
    expect(under('Et aussi : jeudi 19 mars', '')?.warnings).toMatchObject([{ code: 'release-date-in-words' }]);
    expect(under('Et aussi : jeudi 19 mars')?.warnings).toEqual([]);
  });

  it.each(['Tout au long de la semaine', 'Date à préciser', 'Dans la semaine', 'Autres actions'])(
    'that names no day leaves what stands under it off, and is quoted: %s',
    (heading) => {
      const release = under(heading);
      expect(outlineOf(release)).toEqual(['Arles | 13 | Atelier | CIO | 2026-05-04']);
      expect(release?.warnings).toMatchObject([
        { code: 'release-heading-undated', message: expect.stringContaining(heading), line: 7 },
      ]);
    },
  );

  it.each(['Toute la semaine', 'Tout au long de la semaine'])(
    'of a week that is named nowhere dates nothing with the day above it: %s',
    (words) => {
      for (const mark of ['## ', '', '**']) {
        const heading = `${mark}${words}${mark === '**' ? mark : ''}`;
        const text = `## Lundi 4 mai 2026\n\n- Arles (13) : atelier, CIO\n\n${heading}\n\n- Sète (34) : forum, mairie\n`;
        const release = readRelease(text);
        expect(outlineOf(release), mark).toEqual(['Arles | 13 | atelier | CIO | 2026-05-04']);
        expect(release?.warnings, mark).toMatchObject([
          { code: 'release-heading-undated', message: expect.stringContaining(words) },
        ]);
      }
    },
  );

  it('below the level of its day groups the events of that day', () => {
    const release = readRelease(
      '## Lundi 4 mai 2026\n\n### Dans le nord\n\n#### Arles (13) - Atelier - CIO\n\n### Dans le sud\n\n#### Sète (34) - Forum - Mairie\n',
    );
    expect(outlineOf(release)).toHaveLength(2);
    expect(release?.warnings).toEqual([]);
  });

  it('that dates the release itself opens nothing', () => {
    const release = readRelease(
      'Arles, le 20 avril 2026\n\n### Sète (34) - Forum - Mairie\n\n### Nîmes (30) - Visite - Musée\n',
    );
    expect(release).toBeNull();
  });
});

describe('days whose month stands behind the last of them', () => {
  it.each([
    ['Mardi 5 et mercredi 6 mai 2026, de 9 h à 17 h', '2026-05-05+2026-05-06 09:00-17:00'],
    ['du mardi 5 au jeudi 7 mai', '2026-05-05/2026-05-07'],
    ['mardi 5, mercredi 6 et jeudi 7/05', '2026-05-05+2026-05-06+2026-05-07'],
  ])('are not of the month in which the text was written: %s', (when, days) => {
    const form = (title: string) => `Quoi ? ${title}\nQuand ? ${when}\nOù ? CIO\n\n`;
    const release = readRelease(`Communiqué\n\nNancy, le 21 avril 2026\n\n${form('Finale')}${form('Forum')}`, 'txt');
    expect(outlineOf(release)).toEqual([` | – | Finale | CIO | ${days}`, ` | – | Forum | CIO | ${days}`]);
    expect(release?.warnings).toEqual([]);
  });

  it.each([
    ['Jeudi 30 avril 2026', 'Lundi 4', '2026-05-04'],
    ['Mercredi 30 décembre 2026', 'Mardi 5', '2027-01-05'],
    ['Mardi 28 avril 2026', 'Mercredi 29', '2026-04-29'],
  ])('are of the next month where the weekday says so: « %s », then « %s »', (first, then, day) => {
    const text = `Communiqué\n\n${first}\nArles (13) - Atelier - CIO\n\n${then}\nSète (34) - Forum - Mairie\n`;
    expect(outlineOf(readRelease(text, 'txt'))[1]).toBe(`Sète | 34 | Forum | Mairie | ${day}`);
  });
});
