import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** What the fiche of an event says, and where its date is written. */
export interface Wanted {
  readonly town: string;
  readonly title: string;
  readonly from: Temporal.PlainDate;
  readonly days: number;
  readonly written: 'front matter' | 'file name' | 'folder name' | 'words';
}

/** No fiche of these is on before this day, nor a fortnight after it. */
export const FIRST_DAY = Temporal.PlainDate.from('2033-09-05');
const towns = fc.constantFrom('Xville', 'Yville-sur-Eau', 'Saint-Zède', 'L’Île-Test', 'Œuf-en-Essai');
export const wantedFiche: fc.Arbitrary<Wanted> = fc.record({
  town: towns,
  title: fc.constantFrom('Forum', 'Visite : l’atelier', 'Concert « Ensemble »', 'Réunion 2', 'Portes'),
  from: fc.integer({ min: 0, max: 6 }).map((days) => FIRST_DAY.add({ days })),
  days: fc.integer({ min: 0, max: 4 }),
  written: fc.constantFrom('front matter', 'file name', 'folder name', 'words'),
});

/** The path and the text of a fiche that says this, the date written in one of the ways staff have. */
export function ficheOf({ town, title, from, days, written }: Wanted, index: number): [string, string] {
  const to = from.add({ days });
  const iso = days === 0 ? from.toString() : `${from}_${to}`;
  const long = (day: Temporal.PlainDate) =>
    day.toLocaleString('fr', { day: 'numeric', month: 'long', year: 'numeric' });
  const words = days === 0 ? long(from) : `du ${long(from)} au ${long(to)}`;
  const about = `titre: "${title}"\nville: ${town}\n`;
  switch (written) {
    case 'front matter':
      return [`fiches/${index}.md`, `---\n${about}dates: ${iso.replace('_', '/')}\n---\nUne phrase.\n`];
    case 'words':
      return [`fiches/${index}.md`, `---\n${about}dates: ${words}\n---\nUne phrase.\n`];
    case 'file name':
      return [`${iso} fiche ${index}.md`, `---\n${about}---\nUne phrase.\n`];
    case 'folder name':
      return [`${iso} dossier ${index}/fiche.md`, `---\n${about}---\n`];
  }
}
