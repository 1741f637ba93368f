import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../../main/content/kinds/tables/csv.ts';
import { computedMs } from '../../../../support/computed.ts';

/** « Title | days and hours » of each event of a table, and the codes of what is told. */
function read(text: string, fileName = 'Agenda.csv') {
  const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20'), fileName, path: fileName };
  const { events, faults } = readCsv(Buffer.from(text), context);
  return {
    events: events.map(({ title, when }) => `${title} | ${when.label}`.replace(/[\u00a0\u202f]/gu, ' ')),
    told: faults.map(({ code }) => code),
  };
}

type Row = readonly [name: string, table: string, events: readonly string[], told?: readonly string[], file?: string];

const journeys: readonly Row[] = [
  [
    'of outings and journeys: away from the hour of the first day to that of the last',
    'Date;Destination;Classes;Départ;Retour\n12 mai;Arboretum;5e B;8h15;17h\nDu 18 au 22 mai;Porto;4e A;5h;23h\n',
    ['Arboretum (5e B) | mardi 12 mai, 8 h 15 – 17 h', 'Porto (4e A) | du 18 mai à 5 h au 22 mai à 23 h'],
  ],
  [
    'of journeys whose days stand under « Départ » and « Retour »',
    'Voyage;Départ;Retour\nPorto;18/05/2026 05:00;22/05/2026 23:00\nArboretum;12/05/2026;12/05/2026\n',
    ['Porto | du 18 mai à 5 h au 22 mai à 23 h', 'Arboretum | mardi 12 mai'],
  ],
  [
    'of outings that have titles and destinations',
    'Date;Sortie;Destination;Départ\n12 mai;Botanique;Arboretum;8h15\n',
    ['Botanique | mardi 12 mai, à 8 h 15'],
  ],
  [
    'of outings whose bus does not come back',
    'Date;Destination;Départ;Retour\n18-20 mai;Porto;5h;\n',
    ['Porto | du 18 au 20 mai, à 5 h'],
  ],
];

const english: readonly Row[] = [
  [
    'of Outlook in English',
    'Subject,Start Date,Start Time,End Date,End Time,All Day Event,Location,Private\n' +
      'Forum,05/12/2026,5:00 PM,05/12/2026,6:30 PM,False,Gymnase,False\nBal,05/16/2026,,05/16/2026,,True,,False\n' +
      'Coiffeur,05/13/2026,9:00 AM,05/13/2026,10:00 AM,False,,True\n',
    ['Forum | mardi 12 mai, 17 h – 18 h 30', 'Bal | samedi 16 mai'],
    ['csv-day-order', 'csv-private'],
  ],
  [
    'of Outlook in French, with what is private',
    'Objet;Début le;Début à;Fin le;Fin à;Privé\nForum;12/05/2026;14:00:00;12/05/2026;16:00:00;Faux\nCoiffeur;13/05/2026;9:00:00;13/05/2026;10:00:00;Vrai\n',
    ['Forum | mardi 12 mai, 14 h – 16 h'],
    ['csv-private'],
  ],
  [
    'of Google in English, days in the order of ISO',
    'Subject,Start date,Start time,End date,End time,All day,Location\nForum,2026-05-12,14:00,2026-05-12,17:00,FALSE,CDI\nExpo,2026-05-11,,2026-05-15,,TRUE,CDI\n',
    ['Forum | mardi 12 mai, 14 h – 17 h', 'Expo | du 11 au 15 mai'],
  ],
  [
    'of a lesson, with English days',
    'Day,From,To,Event,Room\nTuesday 12 May 2026,9am,11:30am,Speaking test,12\n',
    ['Speaking test | mardi 12 mai, 9 h – 11 h 30'],
  ],
  [
    'whose figures may be either, under English names',
    'Subject,Start Date,Start Time\nForum,05/06/2026,14:00\n',
    ['Forum | vendredi 5 juin, à 14 h'],
    ['csv-day-order'],
  ],
  [
    'of an American Excel under French names',
    'Date;Titre\n05/13/2026;Forum\n05/06/2026;Bal\n',
    ['Forum | mercredi 13 mai', 'Bal | mercredi 6 mai'],
    ['csv-day-order'],
  ],
  [
    'with one hour of twelve among French ones',
    'Date;Heure;Titre\n05/06/2026;14h;Forum\n05/06/2026;2:30 PM;Bal\n',
    ['Forum | vendredi 5 juin, à 14 h', 'Bal | vendredi 5 juin, à 14 h 30'],
  ],
  [
    'with hours of twelve alone',
    'Date;Heure;Titre\n05/06/2026;2:30 PM;Bal\n',
    ['Bal | mercredi 6 mai, à 14 h 30'],
    ['csv-day-order'],
  ],
  [
    'with one mistyped month among French dates',
    'Date;Titre\n05/05/2026;Forum\n05/13/2026;Bal\n12/05/2026;Cross\n',
    ['Forum | mardi 5 mai', 'Cross | mardi 12 mai'],
    ['date-impossible'],
  ],
  [
    'of a program, with instants',
    'Début,Fin,Titre\n2026-05-05T12:00:00Z,2026-05-05T14:00:00Z,Visio\n2026-05-06T09:00:00+02:00,2026-05-06T10:00:00+02:00,Atelier\n2026-05-07T22:30:00Z,2026-05-07T23:00:00Z,Nuit\n',
    ['Visio | mardi 5 mai, 14 h – 16 h', 'Atelier | mercredi 6 mai, 9 h – 10 h', 'Nuit | vendredi 8 mai, 0 h 30 – 1 h'],
  ],
];

const titled: readonly Row[] = [
  [
    'of class councils',
    'Classe;Date;Heure;Salle\n6e A;lundi 8 juin;17h00;B12\n6e B;lundi 8 juin;18h00;B12\n',
    ['Conseil de classe – 6e A | lundi 8 juin, à 17 h', 'Conseil de classe – 6e B | lundi 8 juin, à 18 h'],
    [],
    'Conseils de classe.csv',
  ],
  [
    'of mock exams, under its title',
    'Bac blanc;;;\nDate;Horaires;Matière;Classes\nlundi 11 mai;8h-12h;Français;1re G\n;14h-16h;Maths;Tle\n',
    ['Bac blanc – Français – 1re G | lundi 11 mai, 8 h – 12 h', 'Bac blanc – Maths – Tle | lundi 11 mai, 14 h – 16 h'],
    ['csv-date-above'],
  ],
  ['with titles and classes', 'Date;Titre;Niveau\n12 mai;Brevet blanc;3e\n', ['Brevet blanc (3e) | mardi 12 mai']],
  ['of lessons is no list of events', 'Jour;Heure;Classe;Matière\nLundi;8h;3A;Maths\n', [], ['table-plain']],
  ['of pupils is no list of events', 'Élève;Classe;Date;Heure\nX;3A;12/05/2026;14h\n', [], ['table-plain']],
];

const completed: readonly Row[] = [
  [
    'in several weeks by their numbers',
    'Semaine;Classe;Événement\n20 et 21;Tle MELEC;PFMP\n22-24;2nde;Stage\n25 à 26;1re;Oraux\n',
    [
      'PFMP (Tle MELEC) | du 11 au 17 mai et du 18 au 24 mai',
      'Stage (2nde) | du 25 mai au 14 juin',
      'Oraux (1re) | du 15 au 28 juin',
    ],
  ],
  [
    'weekdays of the week that the name of the file says',
    'Jour;Horaire;Animation\nLundi;10h;Accueil\nJeudi;18h;Concert\n',
    ['Accueil | lundi 4 mai, à 10 h', 'Concert | jeudi 7 mai, à 18 h'],
    [],
    'Semaine du 4 au 8 mai 2026.csv',
  ],
  [
    'weekdays of the week that the name of its folder says',
    'Jour;Animation\nMardi;Forum\n',
    ['Forum | mardi 5 mai'],
    [],
    'du 4 au 8 mai 2026/Programme.csv',
  ],
  [
    'numbers of the month that the name of the file says',
    'Jour;Animation\n4;Accueil\n12;Bal\n',
    ['Accueil | lundi 4 mai', 'Bal | mardi 12 mai'],
    [],
    'Planning mai 2026.csv',
  ],
  [
    'weekdays with their numbers, under months',
    'Mai 2026;\nDate;Animation\nLundi 4;Accueil\nJuin 2026;\nLundi 1;Concert\n',
    ['Accueil | lundi 4 mai', 'Concert | lundi 1er juin'],
  ],
  [
    'weekdays with their numbers, under nothing',
    'Date;Animation\nLundi 4 et mardi 5;Stage\nvendredi 8;Repos\n12;Bal\n',
    ['Stage | lundi 4 et mardi 5 mai', 'Repos | vendredi 8 mai'],
    ['csv-month-guessed', 'date-month-missing'],
  ],
  [
    'weekdays with their numbers, under nothing, in the months to come',
    'Date;Animation\nmercredi 27;Stage\njeudi 11;Bal\nlundi 6;Rien\n',
    ['Stage | mercredi 27 mai', 'Bal | jeudi 11 juin'],
    ['csv-month-guessed', 'date-month-missing'],
  ],
  [
    'weeks by their numbers and by their days',
    'Semaine;Activité\nS19;Goût\n20;Oraux\n18/05;Stage\ndu 25 au 29 mai;Langues\n',
    ['Goût | du 4 au 10 mai', 'Oraux | du 11 au 17 mai', 'Stage | du 18 au 24 mai', 'Langues | du 25 au 29 mai'],
  ],
  [
    'weeks beside weekdays',
    'Semaine;Jour;Activité\n19;Lundi;Accueil\n;Mardi;Forum\n20;Jeudi;Concert\n',
    ['Accueil | lundi 4 mai', 'Forum | mardi 5 mai', 'Concert | jeudi 14 mai'],
  ],
  [
    'months and years in columns of their own',
    'Jour;Mois;Année;Événement\n5;5;2026;Réunion\n12;;;Forum\n2;juin;2027;Fête\n',
    ['Réunion | mardi 5 mai', 'Forum | mardi 12 mai', 'Fête | mercredi 2 juin 2027'],
  ],
  [
    'days in rows of their own, and a sum below',
    'Heure;Titre;Lieu\nLundi 4 mai;;\n8h;Réunion;CDI\n10h;Atelier;B12\nMardi 5 mai;;\n9h;Forum;Gymnase\nTotal;3;\n',
    ['Réunion | lundi 4 mai, à 8 h', 'Atelier | lundi 4 mai, à 10 h', 'Forum | mardi 5 mai, à 9 h'],
    ['csv-total'],
  ],
  [
    'days in rows of their own, above the names of the columns',
    'Lundi 4 mai 2026;;\nHeure;Titre;Lieu\n8h;Réunion;CDI\nMardi 5 mai 2026;;\nHeure;Titre;Lieu\n9h;Forum;Gymnase\n',
    ['Réunion | lundi 4 mai, à 8 h', 'Forum | mardi 5 mai, à 9 h'],
  ],
  [
    'days in rows of their own, and their month in a title',
    'Agenda de mai 2026;;\nHeure;Activité;Salle\nLundi 4;;\n8h;Réunion;12\nMar. 5;;\n9h;Tests;12\n',
    ['Réunion | lundi 4 mai, à 8 h', 'Tests | mardi 5 mai, à 9 h'],
  ],
  [
    'short weekdays with their numbers, under a month',
    'Agenda mai 2026;;\nJour;Heure;Titre\nlundi 4;8h;Réunion\nven 8;;Férié\n',
    ['Réunion | lundi 4 mai, à 8 h', 'Férié | vendredi 8 mai'],
  ],
  [
    'a sum below',
    'Date;Titre;Places\n05/05/2026;Forum;12\nTotal;;12\n',
    ['Forum | mardi 5 mai'],
    ['csv-unknown-column', 'csv-total'],
  ],
  [
    'whole days from midnight to the last minute',
    'Date;Heure début;Heure fin;Titre\n05/05/2026;00:00;23:59;Tests\n06/05/2026;20:00;23:59;Bal\n',
    ['Tests | mardi 5 mai', 'Bal | mercredi 6 mai, 20 h – 23 h 59'],
  ],
  ['periods', 'Période;Événement\ndu 4 au 7 mai;Stage\n', ['Stage | du 4 au 7 mai']],
  [
    'weekdays alone are each week, as before',
    'Jour;Heure;Activité\nLundi;12h-13h;Échecs\n',
    ['Échecs | tous les lundis, 12 h – 13 h'],
    ['date-weekday-alone'],
  ],
];

describe.each([
  ['a table', english],
  ['a table', journeys],
  ['a table without titles', titled],
  ['a table says the rest of its dates elsewhere:', completed],
])('%s', (_name, rows) => {
  it.each(rows.map((row) => ({ name: row[0], row })))('$name', ({ row: [, table, events, told = [], file] }) => {
    expect(read(table, file)).toEqual({ events, told });
  });
});

it('a table of 200,000 characters in one cell is read in no time', () => {
  const cells = ['1/'.repeat(50_000), 'lundi '.repeat(16_000), '1:'.repeat(50_000), '9 '.repeat(50_000)];
  const before = computedMs();
  for (const cell of cells) read(`Date;Heure;Titre\n${cell};${cell};Forum\n05/13/2026;5 PM;Bal\n`);
  expect(computedMs() - before).toBeLessThan(2_000);
});
