import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

/** Programmes as offices type them, found wanting when they were first tried. As if written on 1 February 2026. */
const PROGRAMMES: readonly (readonly [name: string, kind: 'md' | 'txt', text: string, events: readonly string[]])[] = [
  [
    'days without their month, under a title with the week',
    'txt',
    'AGENDA – SEMAINE DU 4 AU 8 MAI\n\nLUNDI 4\n  10h30 – Réunion des délégués (salle 204)\nJEUDI 7\n  12h30-13h30 – Club théâtre, foyer\n',
    [
      ' | – | Réunion des délégués | salle 204 | 2026-05-04 10:30-',
      ' | – | Club théâtre | foyer | 2026-05-07 12:30-13:30',
    ],
  ],
  [
    'days without their month, under a title with the month',
    'md',
    '# Vie culturelle – mai\n\n- **Mardi 5** : concert des élèves, 18h, auditorium\n- **Jeudi 7** : ciné-club, 17h30, salle polyvalente\n',
    [
      ' | – | concert des élèves | auditorium | 2026-05-05 18:00-',
      ' | – | ciné-club | salle polyvalente | 2026-05-07 17:30-',
    ],
  ],
  [
    'a list of dates, each with one word',
    'txt',
    'Sorties et voyages :\n- 12 mai : musée du Louvre\n- 19 mai : bowling\n- 2 juin : cinéma Le Majestic\n',
    [
      ' | – | musée du Louvre | – | 2026-05-12',
      ' | – | bowling | – | 2026-05-19',
      ' | – | cinéma Le Majestic | – | 2026-06-02',
    ],
  ],
  [
    'a town that has the name of a place',
    'txt',
    'Portes ouvertes\n\nSalles : lycée Grenet, samedi 14 mars, 9h-13h\nRue : lycée Lavoisier, vendredi 20 mars, 17h-20h\n',
    [
      'Salles | – | lycée Grenet | – | 2026-03-14 09:00-13:00',
      'Rue | – | lycée Lavoisier | – | 2026-03-20 17:00-20:00',
    ],
  ],
  [
    'hours with a full stop, until midnight, in the kitchen of the school',
    'txt',
    'JEUDI 4 JUIN 2026\n• 8.30 - 9.00 : accueil café (hall)\n• 10.45 - 12.00 : ateliers cuisine (cuisine pédagogique)\n• 20h - minuit : bal (préau)\n',
    [
      ' | – | accueil café | hall | 2026-06-04 08:30-09:00',
      ' | – | ateliers cuisine | cuisine pédagogique | 2026-06-04 10:45-12:00',
      ' | – | bal | préau | 2026-06-04 20:00-',
    ],
  ],
  [
    'town and venue above the hours of their events',
    'txt',
    'Programme\n\nMercredi 6 mai\nBeauvais\nLycée Félix-Faure\n14h – Atelier d’écriture\n16h – Spectacle\n',
    [
      'Beauvais | – | Atelier d’écriture | Lycée Félix-Faure | 2026-05-06 14:00-',
      'Beauvais | – | Spectacle | Lycée Félix-Faure | 2026-05-06 16:00-',
    ],
  ],
  [
    'columns named by questions, and a date for two rows',
    'md',
    '| Date | Quoi | Où | Heure |\n|---|---|---|---|\n| 11 mai | Conférence | Amphi | 14h-16h |\n|  | Atelier robotique | Salle 12 | 16h |\n',
    [' | – | Conférence | Amphi | 2026-05-11 14:00-16:00', ' | – | Atelier robotique | Salle 12 | 2026-05-11 16:00-'],
  ],
  [
    'columns of other names, and a date for two rows',
    'md',
    '| Jour | Chose | Endroit |\n|---|---|---|\n| 11 mai | Conférence, 14h | Amphi |\n|  | Atelier robotique, 16h | Salle 12 |\n',
    [' | – | Conférence | Amphi | 2026-05-11 14:00-', ' | – | Atelier robotique | Salle 12 | 2026-05-11 16:00-'],
  ],
  [
    'a heading over dated lines, and towns behind their venues',
    'md',
    '# Printemps des arts\n\n*Du 4 au 29 mai*\n\n## Concerts\n- Mardi 12 mai, 20h – Orchestre – Théâtre du Beauvaisis\n- Vendredi 22 mai, 20h30 – Chorale – Église Saint-Samson, Clermont\n',
    [
      ' | – | Orchestre | Théâtre du Beauvaisis | 2026-05-12 20:00-',
      'Clermont | – | Chorale | Église Saint-Samson | 2026-05-22 20:30-',
    ],
  ],
];

describe('a programme that an office typed', () => {
  it.each(PROGRAMMES)('%s', (_name, kind, text, events) => {
    expect(outlineOf(readRelease(text, kind))).toEqual(events);
  });

  it('stays a text where its dates are those of exams, menus or absences', () => {
    const exams = 'Oraux blancs de français\n\nLundi 18 mai : 1re A\nMardi 19 mai : 1re B\nJeudi 21 mai : 1re C\n';
    expect(readRelease(exams, 'txt')).toBeNull();
  });
});
