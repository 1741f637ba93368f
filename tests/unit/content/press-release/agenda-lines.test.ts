import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ParseSource } from '../../../../main/content/kinds/file-kind.ts';
import { withRelease } from '../../../../main/content/press-release/document-text.ts';
import { textDocument } from '../../../support/read-document.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

/** Each event of a text written on 20 April 2026, « title | days and hours | venue, town | status », and the codes of what is told. */
function read(text: string) {
  const reference = Temporal.PlainDate.from('2026-04-20');
  const source = { zone: 'Europe/Paris', reference, keepsContacts: false, fileName: 'note.txt', ending: '.txt' };
  const document = withRelease(textDocument('txt', text), source as ParseSource);
  if (!document.ok) throw new Error(document.fault.message);
  const { release } = document;
  return {
    events: (release?.events ?? []).map(({ title, when, venue, town, status }) =>
      plain([title, when.label, [venue, town].filter(Boolean).join(', '), status?.label ?? ''].join(' | ')).replace(
        /[ |]+$/u,
        '',
      ),
    ),
    told: (release?.warnings ?? []).map(({ code }) => code),
  };
}

type Row = readonly [name: string, text: string, events: readonly string[], told?: readonly string[]];

const rows: readonly Row[] = [
  [
    'says in brackets, alone on its line, that what stands above it is postponed',
    'Mardi 5 mai 2026\nArles (13) : atelier, CIO\n(reporté au 12 mai)\nSète (34) : forum\nAnnulé !\n',
    ['atelier | mardi 5 mai | CIO, Arles | reporté au mardi 12 mai', 'forum | mardi 5 mai | Sète | annulé'],
  ],
  [
    'names the week by its Monday, above weekdays',
    'Semaine du 4 mai\nLundi : réunion 17h\nMardi : sortie\nMercredi : AS 13h-15h\n',
    ['réunion | lundi 4 mai, à 17 h', 'sortie | mardi 5 mai', 'AS | mercredi 6 mai, 13 h – 15 h'],
  ],
  [
    'names the week by its Monday, above what lasts all week',
    'Semaine du 11 mai 2026\n- exposition au CDI\nSemaine du 18 mai 2026\n- stage des 3e\n',
    ['exposition au CDI | du 11 au 17 mai', 'stage des 3e | du 18 au 24 mai'],
  ],
  [
    'begins with what lasts several days, above the days within',
    'Voyages\n\nDu 4 au 8 mai : séjour à Oslo (4e)\nMardi 5 mai : cirque, 14h\nJeudi 7 mai : aquarium (5e), 14h\n',
    ['séjour à Oslo (4e) | du 4 au 8 mai', 'cirque | mardi 5 mai, à 14 h', 'aquarium (5e) | jeudi 7 mai, à 14 h'],
  ],
  [
    'begins so without a title',
    'Du 4 au 8 mai : séjour à Oslo (4e)\nMardi 5 mai : théâtre, 14h\nJeudi 7 mai : cinéma, 14h\n',
    ['séjour à Oslo (4e) | du 4 au 8 mai', 'théâtre | mardi 5 mai, à 14 h', 'cinéma | jeudi 7 mai, à 14 h'],
    ['release-list'],
  ],
  [
    'says when a bus is back: what takes place does not begin then',
    'Sorties\nMardi 5 mai : Oslo (6e), départ 7h, retour 19h\nMercredi 6 mai : cirque, retour à 17h30\nJeudi 7 mai : examen blanc, fin 16h\n',
    [
      'Oslo (6e), départ 7h, retour 19h | mardi 5 mai',
      'cirque, retour à 17h30 | mercredi 6 mai',
      'examen blanc, fin 16h | jeudi 7 mai',
    ],
    ['release-list'],
  ],
  [
    'has times that no clock tells',
    "Mercredi 6 mai\n\n10h – Sète – exposition\nEn fin d'après-midi – Arles – concert\n20h30 – Nîmes – ciné-débat\n",
    [
      'exposition | mercredi 6 mai, à 10 h | Sète',
      'concert (en fin d’après-midi) | mercredi 6 mai | Arles',
      'ciné-débat | mercredi 6 mai, à 20 h 30 | Nîmes',
    ],
  ],
  [
    'has hours without « h »',
    'Mardi 5 mai\nDe 9 à 11 : atelier CV\nAprès les cours : goûter des délégués\nJeudi 7 mai\nDe 14 à 16 : forum\n',
    [
      'atelier CV | mardi 5 mai, 9 h – 11 h',
      'goûter des délégués (après les cours) | mardi 5 mai',
      'forum | jeudi 7 mai, 14 h – 16 h',
    ],
  ],
  [
    'has hours in brackets at both ends of several days',
    'Du lundi 4 mai (14h) au mercredi 6 mai (12h) : stage\nJeudi 7 mai : bilan\nVendredi 15 mai : fête\n',
    ['stage | du 4 mai à 14 h au 6 mai à 12 h', 'bilan | jeudi 7 mai', 'fête | vendredi 15 mai'],
  ],
  [
    'names another day and its hour beside what takes place',
    'Mardi 5 mai : réunion des délégués, compte rendu le 12 mai\nJeudi 7 mai : concert, répétition le 6 mai à 17h\nMardi 12 mai : bilan\n',
    [
      'réunion des délégués, compte rendu le 12 mai | mardi 5 mai',
      'concert, répétition le 6 mai à 17h | jeudi 7 mai',
      'bilan | mardi 12 mai',
    ],
  ],
  [
    'names what a day is for above its hours',
    'Vendredi 12 juin : Fête du collège\n16h : accueil\n17h : spectacle\n\nSamedi 13 juin : brocante de 8h à 18h\n',
    [
      'Fête du collège | vendredi 12 juin',
      'accueil | vendredi 12 juin, à 16 h',
      'spectacle | vendredi 12 juin, à 17 h',
      'brocante | samedi 13 juin, 8 h – 18 h',
    ],
  ],
  [
    'says when and where above what',
    'Mardi 5 mai 2026, 18h30 - Salle des fêtes\nAssemblée générale du foyer\nJeudi 7 mai 2026, 20h, gymnase\nConcert de la chorale\n',
    [
      'Assemblée générale du foyer | mardi 5 mai, à 18 h 30 | Salle des fêtes',
      'Concert de la chorale | jeudi 7 mai, à 20 h | gymnase',
    ],
  ],
  [
    'says where alone, with a remark below the last line',
    'Portes ouvertes\nSamedi 16 mai, 9h-12h – Lycée Curie\nSamedi 23 mai, 9h-16h – Lycée Ampère\nEntrée libre\n',
    [
      'Portes ouvertes | samedi 16 mai, 9 h – 12 h | Lycée Curie',
      'Portes ouvertes | samedi 23 mai, 9 h – 16 h | Lycée Ampère',
    ],
  ],
  [
    'has an hour for each class',
    'Réunions parents-professeurs\nLundi 1er juin\n6A : 17h\n6B : 18h\nMardi 2 juin\n5A : 17h\n',
    [
      'Réunions parents-professeurs – 6A | lundi 1er juin, à 17 h',
      'Réunions parents-professeurs – 6B | lundi 1er juin, à 18 h',
      'Réunions parents-professeurs – 5A | mardi 2 juin, à 17 h',
    ],
  ],
  [
    'lists lycées of one town, and one of two days with hours of their own',
    'Journées portes ouvertes\n\nCollège Braille – Sète : samedi 16 mai (9h-12h)\nLycée Curie – Sète : samedi 16 mai (9h-16h) et vendredi 22 mai (17h-20h)\nLP Ampère – Sète : les 16 et 23 mai, 9h-12h\n',
    [
      'Collège Braille | samedi 16 mai, 9 h – 12 h | Sète',
      'Lycée Curie | samedi 16 mai, 9 h – 16 h | Sète',
      'Lycée Curie | vendredi 22 mai, 17 h – 20 h | Sète',
      'LP Ampère | samedi 16 et samedi 23 mai, 9 h – 12 h | Sète',
    ],
  ],
  [
    'goes from September to July under the name of its school year',
    'Calendrier 2026-2027\n1er septembre : rentrée\n4 janvier : reprise\n2 juillet : fin des cours\n',
    ['rentrée | mardi 1er septembre', 'reprise | lundi 4 janvier 2027', 'fin des cours | vendredi 2 juillet 2027'],
    ['release-order', 'release-list'],
  ],
  [
    'goes from September to July, of which its weekdays tell the years',
    'Dates\nMardi 1er septembre : rentrée\nLundi 4 janvier : reprise\nVendredi 2 juillet : fin des cours\n',
    ['rentrée | mardi 1er septembre', 'reprise | lundi 4 janvier 2027', 'fin des cours | vendredi 2 juillet 2027'],
    ['release-order', 'release-list'],
  ],
  [
    'goes from September to July of the year in which it was written',
    'Dates\nLundi 1er septembre : rentrée\nLundi 5 janvier : reprise\nVendredi 3 juillet : fin des cours\n',
    ['rentrée | lundi 1er septembre 2025', 'reprise | lundi 5 janvier 2026', 'fin des cours | vendredi 3 juillet'],
    ['release-order', 'release-list'],
  ],
];

describe('an agenda', () => {
  it.each(rows.map((row) => ({ name: row[0], row })))('that $name', ({ row: [, text, events, told = []] }) => {
    expect(read(text)).toEqual({ events, told });
  });

  it('keeps the words of a sentence that begins with such a time as they are', () => {
    const { events } = read(
      'Mercredi 6 mai 2026\n\nArles (13) – Forum – CIO\n\nAprès les cours, goûter pour tous.\n\nSète (34) – Bal – Mairie\n',
    );
    expect(events).toEqual(['Forum | mercredi 6 mai | CIO, Arles', 'Bal | mercredi 6 mai | Mairie, Sète']);
  });
});
