import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { textDocument } from '../../../../main/content/kinds/text/text-document.ts';
import { createDateReader } from '../../../../main/content/press-release/days/read-dates.ts';
import { outline } from '../../../../main/content/press-release/outline/outline.ts';
import { RULES, releaseOf, step } from '../../../../main/content/press-release/release-reader.ts';
import { INITIAL_STATE, type ReleaseState } from '../../../../main/content/press-release/release-state.ts';

const dates = createDateReader({ zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') }, null);

/** Freezes a value and all that is in it. */
function frozen(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
}

/** The state after the lines of `above`, and what one rule makes of the line that follows them. */
function tryRule(name: string, text: string, above: string): { before: ReleaseState; after: ReleaseState | null } {
  const lines = outline(textDocument('.md', `${above}\n\n${text}`).blocks, dates);
  const release = releaseOf(lines);
  const at = outline(textDocument('.md', above).blocks, dates).length;
  const before = lines
    .slice(0, at)
    .reduce((state, line, rank) => step(state, { line, at: rank, release }), INITIAL_STATE);
  const rule = RULES.find((each) => each.name === name);
  const line = lines[at];
  if (rule === undefined || line === undefined) throw new Error(`no rule or no line: ${name}`);
  frozen(before);
  return { before, after: rule.read({ ...before, awaits: null }, { line, at, release, awaited: before.awaits }) };
}

const DAY = '## Mardi 5 mai 2026';
const EVENT = `${DAY}\n\n### Arles (13) - Forum - CIO`;
const TABLE = '| Date | Ville | Action |\n|---|---|---|';

/** What a line must be, below other lines, for a rule to take it; and a line that the rule leaves to others. */
const CASES: readonly (readonly [name: string, above: string, taken: string, left: string])[] = [
  ['heading of a contact', EVENT, 'Contact presse', 'Le service de presse présente son travail à tous les élèves.'],
  [
    'day on which the release was written',
    '# Communiqué',
    '**Arles, le 24 avril 2026**',
    'Arles (13), le 24 avril 2026',
  ],
  ['heading row of a table', DAY, TABLE, '| Lundi | Carottes | Poulet |\n|---|---|---|'],
  ['row of a table', DAY, '', ''],
  ['title of a form', DAY, '### Forum\n\nDate : jeudi 7 mai\n\nLieu : CIO', '### Forum\n\nVenez.'],
  ['status of the event above it', EVENT, '(reporté au 7 mai)', 'Sète (34) – Bal (reporté au 7 mai)'],
  ['date of the event above it', EVENT, 'Date : jeudi 7 mai', 'Jeudi 7 mai'],
  [
    'venue of the dated lines under it',
    '# Communiqué',
    'Gymnase\n\nJeudi 7 mai : judo\n\nSalle des fêtes\n\nVendredi 8 mai : bal',
    'Gymnase\n\nJeudi 7 mai : judo',
  ],
  [
    'one of several dates of the title above',
    '# Café des parents',
    'Jeudi 7 mai, 18h, CDI\n\nJeudi 4 juin, 18h, CDI',
    'Jeudi 7 mai\n\nJeudi 4 juin',
  ],
  [
    'date and venue of the event under them',
    DAY,
    'Jeudi 7 mai, 18h – CDI\n\nConseil\n\nVendredi 8 mai, 20h – Gymnase\n\nBal',
    'Jeudi 7 mai, 18h – CDI\n\nEntrée libre',
  ],
  ['date alone on its line', EVENT, 'Jeudi 7 mai', 'Jeudi 7 mai, tout le monde vient.'],
  ['month of the days under it', EVENT, 'Juin', 'Juin rouge'],
  ['period without its days', EVENT, '## Toute la semaine', '## Dans la semaine'],
  ['hours and venue of the event above them', EVENT, 'De 14h à 17h', 'Venez de 14h à 17h.'],
  ['hours of the events under them', DAY, '### 14h – 17h', '### Forum, 14h – 17h'],
  [
    'title of a whole programme, with its days',
    'Communiqué',
    '# Semaine des langues – du 4 au 7 mai\n\n## Lundi 4 mai',
    '# Semaine des langues – du 4 au 7 mai\n\nVenez.',
  ],
  [
    'heading with a date in it',
    EVENT,
    '## Jeudi 7 mai : journée des lycées\n\n### Sète (34) - Bal - Port',
    '## Journée des lycées\n\n### Sète (34) - Bal - Port',
  ],

  [
    'date with its town and its venue',
    EVENT,
    'Jeudi 7 mai – Laon, salle des fêtes\n\nForum des métiers',
    'Jeudi 7 mai – Laon, salle des fêtes\n\nVenez nombreux.',
  ],
  ['event that begins with its date', DAY, '- Jeudi 7 mai : Sète : bal, mairie', '- Sète : bal, mairie'],
  ['line of a contact', `${EVENT}\n\nContact presse`, 'Camille Untel', '### Sète (34) - Bal - Port'],
  ['department of the events under it', DAY, '### Hérault (34)', '### Sète (34)'],
  ['town of the events under it', DAY, '### Sète (34)', '### Sète (34) - Bal - Port'],
  ['town alone, without its department', DAY, '### Sète\n\n- Bal, mairie, 14h', '### Sète\n\nVenez.'],
  ['venue of the events under it', DAY, 'Salle des fêtes\n\n14h : conférence', 'Salle des fêtes\n\n14h-17h'],
  ['heading of an event', DAY, '### Sète (34) - Bal - Port', 'Venez nombreux.'],
  ['venue under its title', `${DAY}\n\nForum des métiers à Sète`, 'Salle que nous aimons, 10h-12h', 'Venez nombreux.'],
  ['event among the lines under its date', DAY, '14h : conférence – CDI', 'Dans le hall, venez nombreux.'],
  ['title under its date or town', DAY, 'Forum des métiers à Sète', 'Venez nombreux.'],
  [
    'heading that ends a date',
    EVENT,
    '## Autres actions\n\n### Sète (34) - Bal - Port',
    '#### Le mot du maire\n\nVenez.',
  ],
];

describe('each rule of a press release', () => {
  it.each(CASES.filter(([, , taken]) => taken !== ''))(
    'takes its own line and no other: %s',
    (name, above, taken, left) => {
      expect(tryRule(name, taken, above).after, taken).not.toBeNull();
      expect(tryRule(name, left, above).after, left).toBeNull();
    },
  );

  it('is in this list, and the last rule takes whatever is left', () => {
    expect(RULES.map(({ name }) => name)).toEqual([...CASES.map(([name]) => name), 'description of an event']);
    expect(tryRule('description of an event', 'Venez nombreux.', EVENT).after?.draft?.description).toEqual([
      { text: 'Venez nombreux.', isItem: false },
    ]);
  });

  it('gives a new state and changes nothing in the state before it', () => {
    for (const [name, above, taken] of CASES) {
      // `tryRule` freezes the state: a rule that wrote into it would throw.
      if (taken !== '') expect(tryRule(name, taken, above).after, name).not.toBeNull();
    }
  });
});

describe('a row of a table', () => {
  it('is an event under the date of the row above where its own cell is empty', () => {
    const lines = outline(
      textDocument('.md', `${TABLE}\n| 16/03/2026 | Arles | Concert |\n| | Sète | Bal |\n`).blocks,
      dates,
    );
    const release = releaseOf(lines);
    const state = lines.reduce((before, line, at) => step(before, { line, at, release }), INITIAL_STATE);
    expect(state.draft).toMatchObject({ heading: { town: 'Sète', title: 'Bal' }, daysText: '16/03/2026' });
    expect(state.closed).toMatchObject([{ heading: { town: 'Arles', title: 'Concert' } }]);
  });

  it('is left to other rules under a contact', () => {
    const { after } = tryRule('heading row of a table', TABLE, 'Contact presse');
    expect(after).toBeNull();
  });
});

describe('what a rule does', () => {
  it('a contact ends the event above it', () => {
    const { after } = tryRule('heading of a contact', 'Contact presse', EVENT);
    expect(after).toMatchObject({ draft: null, inContact: true, closed: [{ heading: { town: 'Arles' } }] });
  });

  it('a date ends the town above it, unless the date stands under the town', () => {
    const apart = tryRule('date alone on its line', 'Jeudi 7 mai', '### Sète (34)');
    expect(apart.after?.town).toBeNull();
    const under = tryRule('date alone on its line', '#### Jeudi 7 mai', '### Sète (34)');
    expect(under.after?.town).toMatchObject({ town: 'Sète', department: '34' });
  });

  it('an event without a town is in the town above it', () => {
    const { after } = tryRule('event that begins with its date', '- Jeudi 7 mai : Bal, mairie', '### Sète (34)');
    expect(after?.draft?.heading).toMatchObject({ town: 'Sète', department: '34', title: 'Bal', venue: 'mairie' });
  });

  it('an event under a date that cannot be read is counted, and its fault is told once', () => {
    const { after } = tryRule('heading of an event', '### Sète (34) - Bal - Port', '## Mardi 32 mai');
    expect(after).toMatchObject({ draft: null, announcements: 1, warnings: [{ code: 'date-impossible' }] });
    expect(after?.section?.warnings).toEqual([]);
  });
});
