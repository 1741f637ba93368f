import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { EVERY_ENDING } from '../support/every-ending.ts';
import { FIRST_DAY, ficheOf, wantedFiche } from '../support/generated-fiches.ts';
import { png } from '../support/media-files.ts';
import type { Folders } from '../support/service.ts';

/** A content folder, and when and where its programme is asked for. */
export interface Scene {
  readonly name: string;
  readonly from: 'empty' | 'sample';
  write(folders: Folders): Promise<void>;
  /** Local times of Paris. */
  readonly instants: readonly string[];
  readonly screens: readonly string[];
}

const GENERATED = 10;
const SEED = 20_260_505;

const TIMES = ['00:00', '08:15', '12:00', '14:30', '18:45'];
const instantsFrom = (first: Temporal.PlainDate, days: number) =>
  Array.from({ length: days }, (_, day) => first.add({ days: day })).flatMap((day) =>
    TIMES.map((time) => `${day}T${time}`),
  );

const settings = [
  'lieu: Lycée Test',
  'ville: Yville-sur-Eau',
  'ecrans:',
  '  - nom: hall',
  '    ville: Xville',
  '    heures: 8h-18h',
  '  - nom: cantine',
  '',
].join('\n');

const calendar = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//essai//FR'],
  ...['BEGIN:VEVENT', 'UID:1@essai', 'DTSTAMP:20330101T000000Z', 'DTSTART;TZID=Europe/Paris:20330905T120000'],
  ...['DTEND;TZID=Europe/Paris:20330905T150000', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=6', 'SUMMARY:Chorale'],
  ...['LOCATION:Salle 2', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

const table = [
  'date;heure;ville;titre;lieu',
  '2033-09-05;9h-12h;Xville;Don du sang;Salle 101',
  '2033-09-05;14h;Yville-sur-Eau;Forum;Gymnase',
  '2033-09-07;22h-2h;Saint-Zède;Nuit des étoiles;Cour',
  '2033-09-08;;Xville;Don du sang;Salle 102',
  '',
].join('\n');

/** What stands in each generated folder beside its fiches: hours, recurrence, albums, an exhibition, a tree, screens. */
async function writeCompany(folders: Folders): Promise<void> {
  await folders.write('preau.yml', settings);
  await folders.write('Chorale.ics', calendar);
  await folders.write('Agenda.csv', table);
  for (const n of [1, 2, 10]) await folders.write(`Album/photo ${n}.png`, await png());
  await folders.write('2033-09-06_2033-09-08 Voyage/photo.png', await png());
  await folders.write('écrans/cantine/Menu.md', '# Menu\n\nCouscous et fruits.\n');
  await folders.write('Tous les mardis 12h-14h - Club.txt', 'Le club se retrouve au foyer.\n');
  const dated = 'dates: du 5 septembre 2033 au 12 septembre 2033\n';
  await folders.write('Expo/exposition.md', `---\ntitre: Regards\nville: Xville\n${dated}---\nDes regards.\n`);
  for (const n of [1, 2]) await folders.write(`Expo/${n}.png`, await png());
  await folders.write('Arbre/arbre.md', '---\ntitre: Feuilles\n---\n');
  await folders.write('Arbre/messages.txt', 'Un message.\nUn autre.\n');
}

function generatedScenes(): Scene[] {
  const lists = fc.sample(fc.array(wantedFiche, { minLength: 1, maxLength: 14 }), { seed: SEED, numRuns: GENERATED });
  return lists.map((list, index) => ({
    name: `generated ${index + 1}`,
    from: 'empty',
    instants: instantsFrom(FIRST_DAY.subtract({ days: 3 }), 16),
    screens: ['', 'Hall', 'cantine'],
    async write(folders) {
      await writeCompany(folders);
      for (const [at, each] of list.entries()) await folders.write(...ficheOf(each, at));
    },
  }));
}

const every: Scene = {
  name: 'every ending',
  from: 'empty',
  instants: instantsFrom(Temporal.PlainDate.from('2031-03-08'), 9),
  screens: ['', 'hall'],
  async write(folders) {
    await folders.write('preau.yml', settings);
    for (const [name, make] of Object.entries(EVERY_ENDING)) await folders.write(name, await make());
  },
};

const alert: Scene = {
  name: 'alert',
  from: 'sample',
  instants: instantsFrom(Temporal.PlainDate.from('2026-05-04'), 3),
  screens: ['', 'hall'],
  write: (folders) => folders.write('alerte/Sortez calmement.md', 'Par la cour.\n'),
};

const sample: Scene = {
  name: 'sample',
  from: 'sample',
  instants: instantsFrom(Temporal.PlainDate.from('2026-04-01'), 45),
  screens: ['', 'hall'],
  write: async () => undefined,
};

export const SCENES: readonly Scene[] = [sample, alert, every, ...generatedScenes()];
