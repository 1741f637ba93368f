import type { AbsenceEntry } from '../../../main/contract.ts';
import type { KindSamples, Sample } from './kind-samples.ts';

const ENTRIES: AbsenceEntry[] = [
  {
    teacher: 'Mme Roussel',
    subject: 'anglais',
    classes: '6e B',
    hours: '8 h – 10 h',
    room: '12',
    replacement: 'M. Petit',
    now: true,
  },
  { teacher: 'M. Garnier', classes: '4e C, 4e D', hours: '9 h – 10 h', replacement: 'étude' },
  { teacher: 'M. Lefèvre', subject: 'EPS', classes: '3e A', hours: '10 h – 12 h', room: 'gymnase' },
  { teacher: 'Mme Da Silva', classes: '5e A', hours: '13 h 30 – 14 h 30', note: 'cours reporté au jeudi 7 mai' },
  { teacher: 'M. Nguyen', classes: 'toutes ses classes' },
];

const many: AbsenceEntry[] = Array.from({ length: 14 }, (_, n) => ({
  teacher: `Mme Martin-${String.fromCharCode(65 + n)}`,
  classes: `${3 + (n % 4)}e ${String.fromCharCode(65 + (n % 5))}`,
  hours: `${8 + (n % 9)} h – ${9 + (n % 9)} h`,
  room: `${101 + n}`,
}));

const board = (teacher: string): Sample<'absences'> => ({
  kind: 'absences',
  day: '2026-05-05',
  label: 'Aujourd’hui',
  entries: [{ teacher, classes: '6e A', hours: '8 h – 9 h' }],
});

export const absencesSamples: KindSamples<'absences'> = {
  examples: {
    absences: { kind: 'absences', title: 'Absences', day: '2026-05-05', label: 'Aujourd’hui', entries: ENTRIES },
    'absences-many': { kind: 'absences', title: 'Absences', day: '2026-05-06', label: 'Demain', entries: many },
  },
  filled: ({ title, town, venue, hours }) => ({
    absences: {
      kind: 'absences',
      day: '2026-05-05',
      label: 'Aujourd’hui',
      entries: [
        { teacher: town, subject: title, classes: title, hours, room: venue, replacement: title, note: title },
        { teacher: town, now: true },
      ],
    },
  }),
  pairs: { absences: [board('M. Autre'), board('Mme Nulle')] },
};
