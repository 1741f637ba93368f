import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

/** What a text becomes: an outline of its events, « town | department | title | venue | day hours ». */
const events = (text: string, kind: 'md' | 'txt' = 'md') => outlineOf(readRelease(text, kind));
const told = (text: string) => (readRelease(text, 'md')?.warnings ?? []).map(({ code }) => code);

/** The same four appointments of a school, in every layout. As if written on 1 February 2026. */
const HAPPENINGS = [
  { weekday: 'lundi', day: '11', month: '05', from: '14h', to: '16h', title: 'Forum des métiers', venue: 'gymnase' },
  { weekday: 'mardi', day: '12', month: '05', from: '17h30', title: 'Réunion parents-professeurs', venue: 'salle 4' },
  { weekday: 'mercredi', day: '13', month: '05', title: 'Sortie au musée' },
  {
    weekday: 'lundi',
    day: '1',
    month: '06',
    from: '18h',
    to: '20h',
    title: 'Conseil de classe 3e A',
    venue: 'salle 104',
  },
] as const;
const WANTED = [
  ' | – | Forum des métiers | gymnase | 2026-05-11 14:00-16:00',
  ' | – | Réunion parents-professeurs | salle 4 | 2026-05-12 17:30-',
  ' | – | Sortie au musée | – | 2026-05-13',
  ' | – | Conseil de classe 3e A | salle 104 | 2026-06-01 18:00-20:00',
];

interface Happening {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly from?: string;
  readonly to?: string;
  readonly title: string;
  readonly venue?: string;
}

const named = ({ day, month }: Happening) => `${day === '1' ? '1er' : day} ${month === '05' ? 'mai' : 'juin'}`;
const figures = ({ day, month }: Happening) => `${day.padStart(2, '0')}/${month}`;
const DAYS: readonly ((each: Happening) => string)[] = [
  (each) => `${each.weekday} ${named(each)}`,
  (each) => `${each.weekday.slice(0, 1).toUpperCase()}${each.weekday.slice(1)} ${named(each)} 2026`,
  named,
  (each) => `Le ${named(each)}`,
  figures,
  (each) => `${figures(each)}/2026`,
  (each) => `${each.weekday.slice(0, 3)}. ${figures(each)}`,
  (each) => `${figures(each).replace('/', '.')}.26`,
  (each) => `${each.weekday} ${each.day} ${named(each).split(' ')[1]}`.toUpperCase(),
];
const joined = (sign: string, ...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(sign);
const hours = ({ from, to }: Happening) => joined('-', from, to);
const said = ({ from, to }: Happening) => (to ? `de ${from} à ${to}` : from ? `à ${from}` : '');
const LINES: readonly ((day: string, each: Happening) => string)[] = [
  (day, each) => `${day} : ${joined(', ', each.title, hours(each), each.venue)}`,
  (day, each) => joined(' – ', day, each.title, hours(each), each.venue),
  (day, each) => joined(' – ', day, hours(each), each.title, each.venue),
  (day, each) => `${joined(' ', day, said(each))} : ${joined(', ', each.title, each.venue)}`,
  (day, each) => `${each.title} : ${joined(', ', day, hours(each), each.venue)}`,
  (day, each) => joined(' – ', each.title, day, hours(each), each.venue),
  (day, each) => `${each.title} (${joined(', ', day, hours(each), each.venue)})`,
];
const BLOCKS: readonly ((day: string, each: Happening) => string)[] = [
  (day, each) => `${joined('\n', day, each.title, hours(each), each.venue)}\n`,
  (day, each) => `${day}\n${joined(', ', each.title, hours(each), each.venue)}\n`,
  (day, each) => `${day}\n${joined(' : ', hours(each), joined(', ', each.title, each.venue))}\n`,
  (day, each) => `**${day}**\n- ${joined(' ', hours(each), each.title)}${each.venue ? ` (${each.venue})` : ''}\n`,
  (day, each) => `${each.title}\n${joined(' ', day, said(each))}\n${each.venue ?? ''}\n`,
  (day, each) =>
    `${each.title}\nDate : ${day}${each.from ? `\nHeure : ${hours(each)}` : ''}${each.venue ? `\nLieu : ${each.venue}` : ''}\n`,
];
const HEADS = ['# Agenda du collège\n\n', 'Calendrier de fin d’année\n\n', ''];

describe('the agenda of a school', () => {
  it('is on the wall with each appointment on its own day, whatever the layout', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HEADS),
        fc.constantFrom(...DAYS),
        fc.oneof(
          fc.record({ line: fc.constantFrom(...LINES), mark: fc.constantFrom('', '- ') }),
          fc.record({ line: fc.constantFrom(...BLOCKS), mark: fc.constant('') }),
        ),
        fc.constantFrom('md' as const, 'txt' as const),
        (head, day, { line, mark }, kind) => {
          const text = head + HAPPENINGS.map((each) => mark + line(day(each), each)).join('\n');
          const release = readRelease(text, kind);
          // A list that nothing marks as a programme stays a text, which is told elsewhere.
          if (release !== null) expect(outlineOf(release), text).toEqual(WANTED);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says nothing of a heading above its forms, which is the title of none of them', () => {
    const text = `# Agenda du collège

Forum des métiers
Date : lundi 11 mai
Heure : 14h-16h

Sortie au musée
Date : mercredi 13 mai
`;
    expect(events(text)).toEqual([
      ' | – | Forum des métiers | – | 2026-05-11 14:00-16:00',
      ' | – | Sortie au musée | – | 2026-05-13',
    ]);
    expect(told(text)).toEqual([]);
  });

  it('has the days of a week under their weekdays alone', () => {
    const text = `# Semaine du 18 au 22 mai 2026

## Lundi
- Remise des bulletins 3e

## Mardi
- 8h-10h : oral blanc 3e
- 17h30 : réunion CESC

## Vendredi
- 12h-14h : tournoi d’échecs
`;
    expect(events(text)).toEqual([
      ' | – | Remise des bulletins 3e | – | 2026-05-18',
      ' | – | oral blanc 3e | – | 2026-05-19 08:00-10:00',
      ' | – | réunion CESC | – | 2026-05-19 17:30-',
      ' | – | tournoi d’échecs | – | 2026-05-22 12:00-14:00',
    ]);
    expect(told(text)).toEqual([]);
  });

  it('has the days of a week on lines that begin with a weekday', () => {
    const text = `# Semaine 20 (du 11 au 15 mai)

Lundi : conseil pédagogique à 17h
Mardi matin : sortie au théâtre 5e C
Vendredi : forum des métiers
`;
    expect(events(text)).toEqual([
      ' | – | conseil pédagogique | – | 2026-05-11 17:00-',
      ' | – | sortie au théâtre 5e C | – | 2026-05-12 -12:00',
      ' | – | forum des métiers | – | 2026-05-15',
    ]);
    expect(told(text)).toEqual([]);
  });

  it('has no weekday of a longer period, which has several', () => {
    const text = `# Quinzaine du 18 au 31 mai 2026

## Mardi
- Atelier CV, salle 12

## Mercredi 20 mai
- Forum des métiers, gymnase
`;
    const read = readRelease(text, 'md')?.events ?? [];
    expect(read.filter(({ title }) => title.startsWith('Atelier')).map(({ when }) => when.ranges)).not.toContainEqual([
      { from: '2026-05-19', to: '2026-05-19' },
    ]);
  });

  it('reads days in the order of a year as of that year, and says so', () => {
    const read = (text: string) => readRelease(`# Rappels\n\n${text}`, 'md', '2026-04-20');
    const says = (text: string) => read(text)?.warnings.some(({ code }) => code === 'release-order');
    const begun = '- 12 mars : forum des métiers\n- 2 avril : atelier CV\n- 2 juin : concert\n';
    expect(outlineOf(read(begun))[0]).toContain('2026-03-12');
    expect(says(begun)).toBe(true);
    // All to come, in no order, or with a year somewhere: nothing is turned round.
    expect(says('- 12 mai : forum des métiers\n- 2 juin : atelier CV\n')).toBe(false);
    const unordered = '- 2 juin : forum des métiers\n- 12 mars : atelier CV\n';
    expect(outlineOf(read(unordered))[1]).toContain('2027-03-12');
    expect(says('- 12 mars : forum des métiers\n- 2 juin 2027 : atelier CV\n')).toBe(false);
  });

  it('takes no title for a town, and says that it is not shown', () => {
    const text = `# Rappels

- 12 mars : forum des métiers
- 2 avril : atelier CV
- 2 juin : concert
`;
    expect(events(text)).toEqual([
      ' | – | forum des métiers | – | 2026-03-12',
      ' | – | atelier CV | – | 2026-04-02',
      ' | – | concert | – | 2026-06-02',
    ]);
    expect(told(text)).toContain('release-title-left');
  });

  it.each(['Pont de l’Ascension', 'Français', 'Intendance', 'Transports', 'Grève', 'Délégués', 'Danse'])(
    'takes « %s » before a colon for no town',
    (word) => {
      const text = `# Agenda de la semaine\n\n## Vendredi 15 mai\n${word} : réunion à 14h\n\n## Lundi 18 mai\n9h : forum des métiers\n`;
      expect((readRelease(text)?.events ?? []).map(({ town }) => town)).toEqual(['', '']);
    },
  );

  it('is no notice of one kind because one appointment is a council', () => {
    const text = `AGENDA DE LA SEMAINE DU 11 AU 15 MAI

LUNDI 11 MAI
Conseil de classe 3e A à 17h
Conseil de classe 3e B à 18h

MARDI 12 MAI
Réunion parents 6e à 17h30
`;
    expect(events(text, 'txt')).toEqual([
      ' | – | Conseil de classe 3e A | – | 2026-05-11 17:00-',
      ' | – | Conseil de classe 3e B | – | 2026-05-11 18:00-',
      ' | – | Réunion parents 6e | – | 2026-05-12 17:30-',
    ]);
  });

  it('takes headings of the same look for the towns that they are', () => {
    const text = `## Beauvais

- 12 mars : forum des métiers, lycée Truffaut
- 2 avril : atelier CV, CIO

## Creil

- 2 juin : concert, lycée Uhry
`;
    expect(events(text).map((line) => line.split(' | ')[0])).toEqual(['Beauvais', 'Beauvais', 'Creil']);
  });

  it('lists establishments under the name of what takes place in each of them', () => {
    const text = (lines: string) => `# Portes ouvertes des lycées\n\n${lines}`;
    const places = `- Lycée Félix-Faure – Beauvais – samedi 16 mai 2026
- Lycée Jules-Uhry – Creil – samedi 23 mai 2026, 9h-12h
`;
    expect(events(text(places))).toEqual([
      'Beauvais | – | Lycée Félix-Faure | – | 2026-05-16',
      'Creil | – | Lycée Jules-Uhry | – | 2026-05-23 09:00-12:00',
    ]);
    // Where one of them is an event of its own, the others may be so too.
    expect(events(text(`${places}- Lycée Condorcet – Forum des métiers – samedi 30 mai 2026\n`))[2]).toBe(
      ' | – | Forum des métiers | Lycée Condorcet | 2026-05-30',
    );
  });

  it('cuts a title at the hours between it and its venue', () => {
    const text = `# Agenda

mardi 12 mai Réunion parents-professeurs 17h30 salle polyvalente
jeudi 14 mai Forum des métiers 17h gymnase
`;
    expect(events(text)).toEqual([
      ' | – | Réunion parents-professeurs | salle polyvalente | 2026-05-12 17:30-',
      ' | – | Forum des métiers | gymnase | 2026-05-14 17:00-',
    ]);
  });
});
