import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ParseSource } from '../../../../main/content/kinds/file-kind.ts';
import { withRelease } from '../../../../main/content/press-release/document-text.ts';
import { computedMs } from '../../../support/computed.ts';
import { textDocument } from '../../../support/read-document.ts';

/** « Title | days and hours » of each event of a text written on 20 April 2026, and the codes of what is told. */
function read(text: string) {
  const reference = Temporal.PlainDate.from('2026-04-20');
  const source = { zone: 'Europe/Paris', reference, keepsContacts: false, fileName: 'note.txt', ending: '.txt' };
  const document = withRelease(textDocument('txt', text), source as ParseSource);
  if (!document.ok) throw new Error(document.fault.message);
  const { release, namedDays, soleDay } = document;
  const told = [...(release?.warnings ?? []), ...(namedDays ? [namedDays] : []), ...(soleDay ? [soleDay.told] : [])];
  return {
    events: (release?.events ?? []).map(({ title, when }) =>
      `${title} | ${when.label}`.replace(/[\u00a0\u202f]/gu, ' '),
    ),
    told: told.map(({ code }) => code),
  };
}

type Row = readonly [name: string, text: string, events: readonly string[], told?: readonly string[]];

const programmes: readonly Row[] = [
  [
    'whose lines begin with a day and a month with a point between',
    'Événements à venir :\n\n* 05.05 : réunion\n* 12.05 : forum\n* 19.05 : kermesse\n',
    ['réunion | mardi 5 mai', 'forum | mardi 12 mai', 'kermesse | mardi 19 mai'],
    ['text-dotted-days'],
  ],
  [
    'of which one line begins with a day and a month with a point between, below others with a stroke',
    '05/05 : réunion\n12.05 : forum\n19/05 : kermesse\n',
    ['réunion | mardi 5 mai', 'forum | mardi 12 mai', 'kermesse | mardi 19 mai'],
    ['text-dotted-days'],
  ],
  [
    'whose lines begin with a day and a month with a dash between',
    '05-05 : réunion\n12-05 : forum\n',
    ['réunion | mardi 5 mai', 'forum | mardi 12 mai'],
    ['text-dotted-days'],
  ],
  [
    'of weekdays with their numbers, in a text that names no month',
    'Lundi 4 : réunion des délégués à 10h\nMardi 5 : forum des métiers\nJeudi 7 : concert\n',
    ['réunion des délégués | lundi 4 mai, à 10 h', 'forum des métiers | mardi 5 mai', 'concert | jeudi 7 mai'],
    ['text-month-guessed'],
  ],
  [
    'whose dates stand behind a colon',
    'Oral du brevet : vendredi 29 mai\nFête du collège : samedi 13 juin de 10h à 17h\nFin des cours : vendredi 3 juillet\n',
    [
      'Oral du brevet | vendredi 29 mai',
      'Fête du collège | samedi 13 juin, 10 h – 17 h',
      'Fin des cours | vendredi 3 juillet',
    ],
    ['release-list'],
  ],
  [
    'whose dates stand behind dashes and « le », under a title',
    'Les sorties\nMusée de l’air – 12 mai\nBowling le 19 mai\nCinéma, les 2 et 3 juin\n',
    ['Musée de l’air | mardi 12 mai', 'Bowling | mardi 19 mai', 'Cinéma | mardi 2 et mercredi 3 juin'],
    ['release-list'],
  ],
  [
    'whose short weekdays stand behind « le »',
    'Concert de la chorale le sam. 23 mai 14h\nPortes ouvertes le jeu. 18 juin à 18h\nAtelier CV le sam. 8 août 14 h 30\n',
    [
      'Concert de la chorale | samedi 23 mai, à 14 h',
      'Portes ouvertes | jeudi 18 juin, à 18 h',
      'Atelier CV | samedi 8 août, à 14 h 30',
    ],
  ],
  [
    'whose weekdays stand behind nothing',
    'Concert de la chorale samedi 23 mai à 14h\nPortes ouvertes jeudi 18 juin à 18h\nForum mardi 23 juin à 18h\n',
    [
      'Concert de la chorale | samedi 23 mai, à 14 h',
      'Portes ouvertes | jeudi 18 juin, à 18 h',
      'Forum | mardi 23 juin, à 18 h',
    ],
  ],
  [
    'that is one sentence',
    'Les prochains rendez-vous :\n- le 5 mai à 18 h, conseil d’administration ;\n- le 12 mai à 17 h 30, réunion des parents ;\n- du 18 au 22 mai, voyage en Italie.\n',
    [
      'conseil d’administration | mardi 5 mai, à 18 h',
      'réunion des parents | mardi 12 mai, à 17 h 30',
      'voyage en Italie | du 18 au 22 mai',
    ],
  ],
  [
    'of weeks by their numbers',
    'Semaine 19 : oraux (3e)\nSemaine 20 : stage\nSemaine 21 : voyage\n',
    ['oraux (3e) | du 4 au 10 mai', 'stage | du 11 au 17 mai', 'voyage | du 18 au 24 mai'],
  ],
  [
    'of long lines that begin with « le », which no editor has wrapped',
    'le 17 mai - de 9 à 11 heures - Sortie au musée\nle 6 août - de 9 à 11 heures - Conseil de vie collégienne\nle 8 août - à 18h - Forum des métiers\n',
    [
      'Sortie au musée | dimanche 17 mai, 9 h – 11 h',
      'Conseil de vie collégienne | jeudi 6 août, 9 h – 11 h',
      'Forum des métiers | samedi 8 août, à 18 h',
    ],
  ],
  [
    'of classes under what they are called to, dates behind them',
    'Réunions parents-professeurs :\n6e : lundi 4 mai à 17h\n5e : mardi 5 mai à 17h\n4e et 3e : jeudi 7 mai à 17h30\n',
    [
      'Réunions parents-professeurs – 6e | lundi 4 mai, à 17 h',
      'Réunions parents-professeurs – 5e | mardi 5 mai, à 17 h',
      'Réunions parents-professeurs – 4e et 3e | jeudi 7 mai, à 17 h 30',
    ],
  ],
  [
    'of classes under what they are called to, dates before them',
    'Réunions\nMardi 12 mai - 17h30 - 6e\nJeudi 14 mai - 17h30 - Terminales\n',
    ['Réunions – 6e | mardi 12 mai, à 17 h 30', 'Réunions – Terminales | jeudi 14 mai, à 17 h 30'],
  ],
  [
    'some of whose dates stand behind their titles',
    'PHOTOS DE CLASSE\nMardi 5 mai : 6e et 5e (cour)\nJeudi 7 mai : 4e et 3e (cour)\nRattrapage mardi 19 mai à 10h\n',
    [
      'PHOTOS DE CLASSE – 6e et 5e | mardi 5 mai',
      'PHOTOS DE CLASSE – 4e et 3e | jeudi 7 mai',
      'Rattrapage | mardi 19 mai, à 10 h',
    ],
  ],
];

const bracketed: Row = [
  'whose dates stand in brackets',
  'Sorties\nVulcania (5e, 12 mai)\nLe zoo (6e, 2 juin)\nOradour (3e, 19 mai)\n',
  ['Vulcania (5e) | mardi 12 mai', 'Le zoo (6e) | mardi 2 juin', 'Oradour (3e) | mardi 19 mai'],
  ['release-list'],
];

const left: readonly Row[] = [
  [
    'of weekdays with their numbers alone',
    'Nos permanences de mai\nDie, mairie : mardis 5 et 19, 9h-12h\n',
    [],
    ['text-vague-days'],
  ],
  [
    'of one journey, which is over on its last day',
    'Voyage au Portugal\nDu dimanche 17 au vendredi 22 mai 2026\nDépart devant le collège\n',
    [],
    ['text-names-days', 'text-until-day'],
  ],
  [
    'of two groups, which is over with the second',
    'Révisions\nGroupe A : lundi 4 et mardi 5 mai, 9h-12h, salle 201\nGroupe B : mercredi 6 et jeudi 7 mai, 9h-12h, salle 202\n',
    [],
    ['text-names-days', 'text-until-day'],
  ],
  ['of hours', 'Journée d’accueil\n08.05 : accueil\n09.10 : atelier\n10.15 : pause\n', []],
  ['of hours with the figures of months', '8.05 : accueil\n9.10 : atelier\n', []],
  ['of numbers', '12.05 kg de papier\n3.04 kg de verre\n', []],
  ['that names its months elsewhere', 'Mardi 12 : forum\nRésultats en juin.\n', [], ['text-vague-days']],
  ['of weekdays with hours', 'Lundi 14h : échecs\nMardi 12-13h : chorale\n', []],
  [
    'of what is to be remembered',
    'Dates à retenir\nOral le 29 mai\nBrevet les 25 et 26 juin\n',
    [],
    ['text-names-days'],
  ],
  [
    'of limits',
    'Inscriptions : jusqu’au 15 mai\nDossiers : avant le 18 mai\nOral : 20 mai\n',
    [],
    ['text-names-days', 'text-until-day'],
  ],
  [
    'of a letter, whose meeting takes place on the last day that it names',
    'Le 20 avril 2026\nMadame, Monsieur,\nNous vous invitons à la réunion des familles, qui se tiendra le mardi 12 mai 2026 de 18h à 19h30 au réfectoire. Réponse attendue le 5 mai.\n',
    [],
    ['text-names-days', 'text-until-day'],
  ],
  [
    'of a letter that names a later day than that of its meeting',
    'Madame, Monsieur,\nLa réunion aura lieu le mardi 12 mai 2026 au réfectoire. Les résultats sont connus le 5 juin 2026.\n',
    [],
    ['text-names-days'],
  ],
  [
    'of an invitation with what can be seen for some time',
    'La classe de 4e C vous attend au vernissage\n« Bords de rivière »\njeudi 28 mai 2026\nSculptures visibles au CDI jusqu’au 19 juin\n',
    [],
    ['text-names-days', 'text-until-day'],
  ],
  [
    'with a sentence below, whose first line is no heading of the others',
    'Concert de la chorale le samedi 23 mai à 14h\nPortes ouvertes le jeudi 18 juin à 18h\nAtelier CV le samedi 8 août à 18h\nVenez nombreux à ces trois rendez-vous.\n',
    [],
    ['text-names-days'],
  ],
  [
    'with a sentence below',
    'Oral : 29 mai\nBrevet : 25 juin\nVenez nombreux au collège.\n',
    [],
    ['text-names-days', 'text-until-day'],
  ],
];

describe('a list of dates', () => {
  it.each([...programmes, bracketed].map((row) => ({ name: row[0], row })))(
    '$name is a programme',
    ({ row: [, text, events, told = []] }) => {
      expect(read(text)).toEqual({ events, told });
    },
  );

  it.each(left.map((row) => ({ name: row[0], row })))(
    '$name is left as it is',
    ({ row: [, text, events, told = []] }) => {
      expect(read(text)).toEqual({ events, told });
    },
  );

  it('of 200,000 characters is read in no time', () => {
    const before = computedMs();
    for (const line of ['05.05 : ', 'lundi 4 ', '6e, ', 'Oral : ', '05-05 '])
      read(`${line.repeat(200_000 / line.length)}\n05.05 : a\n12.05 : b\n`);
    expect(computedMs() - before).toBeLessThan(4_000);
  });
});

it('keeps the places of a table whose column « Lycée » the reader of tables does not know', () => {
  const text =
    '# Mini-stages\n\n| Lycée | Formation | Dates | Horaires |\n|---|---|---|---|\n| LP Berlioz, Vienne | Coiffure | mardi 12 mai | 8h30-11h30 |\n| LP Ampère, Gap | Maçonnerie | mercredi 13 mai | 13h30-16h30 |\n';
  const source = {
    zone: 'Europe/Paris',
    reference: Temporal.PlainDate.from('2026-04-20'),
    fileName: 'x.md',
    ending: '.md',
  };
  const document = withRelease(textDocument('md', text), { ...source, keepsContacts: false } as ParseSource);
  expect(document.ok && document.release?.events).toMatchObject([
    { title: 'Coiffure', town: 'Vienne', venue: 'LP Berlioz' },
    { title: 'Maçonnerie', town: 'Gap', venue: 'LP Ampère' },
  ]);
});
