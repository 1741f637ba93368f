import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { datesOfPath } from '../../../main/content/names/file-name.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';
import { isActive } from '../../../main/when/occurrence.ts';

const zone = 'Europe/Paris';
const written = Temporal.PlainDate.from('2026-04-20');
const read = (name: string) => datesOfPath(`${name}.md`, false, zone, written);
const plain = (text = '') => text.replace(/[\u00a0\u202f]/gu, ' ');

/** Name, days and hours, title: nothing is in doubt. */
const followed: readonly (readonly [string, string, string])[] = [
  // Names that were shown for ever, or with half of their date in the title
  [
    '1er et 3e jeudis du mois - Café des familles',
    'chaque premier jeudi et chaque troisième jeudi du mois',
    'Café des familles',
  ],
  ['Du lundi 4 mai au jeudi 7 - Semaine du goût', 'du 4 au 7 mai', 'Semaine du goût'],
  ['Mardi 12 mai (au soir) au Lundi 18 mai 2026 - Pont', 'du 12 mai à 18 h au 18 mai', 'Pont'],
  ['S19 - Menus', 'du 4 au 10 mai', 'Menus'],
  ['chaque jeudi de mai - Café parents', 'tous les jeudis de mai', 'Café parents'],
  ['du 4 au 7 mai inclus - Exposition', 'du 4 au 7 mai', 'Exposition'],
  ['jusqu’au 8 mai à 12h - Inscriptions', 'jusqu’au 8 mai à 12 h', 'Inscriptions'],
  ['les mardis et jeudis midi - Club lecture', 'tous les mardis et jeudis, 12 h – 14 h', 'Club lecture'],
  ['mai 2026 - Menus du mois', 'du 1er au 31 mai', 'Menus du mois'],
  ['tous les mardis de mai - Atelier jardin', 'tous les mardis de mai', 'Atelier jardin'],
  ['à partir du lundi 4 mai 8h - Vente de tickets', 'à partir du 4 mai à 8 h', 'Vente de tickets'],
  ['semaine 21 - Menus', 'du 18 au 24 mai', 'Menus'],
  ['19.05.26 - Sortie', 'mardi 19 mai', 'Sortie'],
  // Shown on days that the name does not say, or with a part of the date in the title
  ['5-12-19 mai - Atelier', 'les 5, 12 et 19 mai', 'Atelier'],
  ['Atelier 4-5-6 mai', 'les 4, 5 et 6 mai', 'Atelier'],
  ['Groupe 2 - 12 mai', 'mardi 12 mai', 'Groupe 2'],
  ['Brevet blanc 2 - 12 mai', 'mardi 12 mai', 'Brevet blanc 2'],
  ['ASSR 2 - 12 mai', 'mardi 12 mai', 'ASSR 2'],
  ['Tle 3 - 19 mai - grand oral', 'mardi 19 mai', 'Tle 3 – grand oral'],
  ['Bât. 3 - 12 mai', 'mardi 12 mai', 'Bât. 3'],
  ['Trimestre 3 – 12 mai – bulletins', 'mardi 12 mai', 'Trimestre 3 – bulletins'],
  ['Stage 3e 4-12 mai', 'du 4 au 12 mai', 'Stage 3e'],
  ['Stage 3e - 4 - 12 mai', 'du 4 au 12 mai', 'Stage 3e'],
  ['Stage 3e 4 au 12 mai', 'du 4 au 12 mai', 'Stage 3e'],
  ['Sortie 6e 3 et 4 mai', 'dimanche 3 et lundi 4 mai', 'Sortie 6e'],
  ['Expo lycée 4-7 mai', 'du 4 au 7 mai', 'Expo lycée'],
  ['Semaine 20 menus', 'du 11 au 17 mai', 'Menus'],
  ['Voyage 12 mai 5h30', 'mardi 12 mai, à 5 h 30', 'Voyage'],
  ['12 mai - Philosophie (4h)', 'mardi 12 mai', 'Philosophie (4h)'],
  ['12 mai 8h DS 4h', 'mardi 12 mai, à 8 h', 'DS 4h'],
  ['12 mai - 6A 8h - Oral', 'mardi 12 mai', '6A 8h – Oral'],
  ['12 mai 9a12h Oral', 'mardi 12 mai, 9 h – 12 h', 'Oral'],
  ['12 mai 9H A 12H Oral', 'mardi 12 mai, 9 h – 12 h', 'Oral'],
  ['4 a 7 mai - Oral', 'du 4 au 7 mai', 'Oral'],
  ['4A - 12 mai', 'mardi 12 mai', '4A'],
  // A week or a month, and days of it
  ['Menus du 11 au 15 mai (S20)', 'du 11 au 15 mai', 'Menus'],
  ['S20 - Menus du 11 au 15 mai', 'du 11 au 15 mai', 'Menus'],
  ['S20 - Lundi - Menu', 'lundi 11 mai', 'Menu'],
  ['Semaine 20 - Lundi de la science', 'du 11 au 17 mai', 'Lundi de la science'],
  ['4 mai et S21 - Menus', 'le 4 mai et du 18 au 24 mai', 'Menus'],
  ['mai 2026 - mardi 12 - Réunion', 'mardi 12 mai', 'Réunion'],
  ['mai 2026 - Réunion du 12 mai', 'mardi 12 mai', 'Réunion'],
  ['mai 2026 - Bilan du 4 avril', 'du 1er au 31 mai', 'Bilan du 4 avril'],
  ['mai 2026 - Inscriptions jusqu’au 20 mai', 'du 1er au 31 mai', 'Inscriptions jusqu’au 20 mai'],
  ['Mai 2026/mardi 12 - Réunion', 'mardi 12 mai', 'Réunion'],
  ['Semaine 20/Lundi - Menu', 'lundi 11 mai', 'Menu'],
  ['Menus semaine 20/Vendredi 15', 'vendredi 15 mai', ''],
  ['Semaine du 11 au 15 mai/mercredi 14h-15h - Oral', 'mercredi 13 mai, 14 h – 15 h', 'Oral'],
  // A folder of a day within a folder of its week, with or without the number that keeps the folders in order
  ['Semaine 20/Mardi/Club lecture', 'mardi 12 mai', 'Club lecture'],
  ['Menus du 11 au 15 mai/Jeudi/Entrées', 'jeudi 14 mai', 'Entrées'],
  ['Semaine 20/2 - Mardi/Club lecture', 'mardi 12 mai', 'Club lecture'],
  ['Semaine 20/02 Mardi/Club lecture', 'mardi 12 mai', 'Club lecture'],
  ['Semaine 20/Tous les mardis - Chorale', 'tous les mardis', 'Chorale'],
  ['Brevet blanc 12-13 mai 2026', 'du 12 au 13 mai', 'Brevet blanc'],
  ['Brevet blanc 12 - 13 mai', 'du 12 au 13 mai', 'Brevet blanc'],
  ['Menus 4 - 8 mai', 'du 4 au 8 mai', 'Menus'],
  ['à dater du 5 mai - Résultats', 'à partir du 5 mai', 'Résultats'],
  ['Ma 5 mai - Réunion', 'mardi 5 mai', 'Réunion'],
  ['Ve. 8 mai et Sa 9 mai - Tournoi', 'vendredi 8 et samedi 9 mai', 'Tournoi'],
  ['2026-05 Menus', 'du 1er au 31 mai', 'Menus'],
  ['05-2026 Menus', 'du 1er au 31 mai', 'Menus'],
  ['mai_2026_agenda', 'du 1er au 31 mai', 'Agenda'],
  ['PSC1 20-21-22 mai', 'les 20, 21 et 22 mai', 'PSC1'],
  ['semaine 19 - 20 : évaluations', 'du 4 au 17 mai', 'Évaluations'],
  ['lundi 25 mai (Pentecôte) - fermé', 'lundi 25 mai', 'Pentecôte – fermé'],
  ['MenusS19', 'du 4 au 10 mai', 'Menus'],
  ['Affiche5mai2026', 'mardi 5 mai', 'Affiche'],
  ['Conseil 3e A 12 mai 17h30', 'mardi 12 mai, à 17 h 30', 'Conseil 3e A'],
  ['Conseil 2nde A mardi 12 mai', 'mardi 12 mai', 'Conseil 2nde A'],
  ['5 mai 26 élèves', 'mardi 5 mai', '26 élèves'],
  // What comes back
  ['tous les mardis du mois de mai - Chorale', 'tous les mardis de mai', 'Chorale'],
  ['tous les mardis du 5 mai au 9 juin - Chorale', 'tous les mardis, du 5 mai au 9 juin', 'Chorale'],
  [
    'Les lundis, mardis et jeudis de 12h30 à 13h30 - Aide',
    'tous les lundis, mardis et jeudis, 12 h 30 – 13 h 30',
    'Aide',
  ],
  ['mercredis 13h-15h - Sport', 'tous les mercredis, 13 h – 15 h', 'Sport'],
  ['lun-ven 8h-18h - Vie scolaire', 'du lundi au vendredi, 8 h – 18 h', 'Vie scolaire'],
  ['2e et 4e mercredis du mois Foot', 'chaque deuxième mercredi et chaque quatrième mercredi du mois', 'Foot'],
  ['dernier vendredi du mois - Ciné-club', 'chaque dernier vendredi du mois', 'Ciné-club'],
  ['tous les soirs de 17h à 18h - Étude', 'tous les jours, 17 h – 18 h', 'Étude'],
  ['chaque midi - Jeux', 'tous les jours, 12 h – 14 h', 'Jeux'],
  ['les week-ends de mai - Tournoi', 'tous les samedis et dimanches de mai', 'Tournoi'],
  [
    'tous les jours sauf mercredi et week-end - Cantine',
    'tous les jours sauf le mercredi, le samedi et le dimanche',
    'Cantine',
  ],
  // Weeks and months
  ['Semaine n°21 - Menus', 'du 18 au 24 mai', 'Menus'],
  ['S19-S20_Menus', 'du 4 au 17 mai', 'Menus'],
  ['2026-S19 Menus', 'du 4 au 10 mai', 'Menus'],
  ['S.19 - Menus', 'du 4 au 10 mai', 'Menus'],
  ['S19A - Menus', 'du 4 au 10 mai', 'Menus'],
  ['S19 B', 'du 4 au 10 mai', ''],
  ['Semaine 19 (A) - Menus', 'du 4 au 10 mai', 'Menus'],
  ['semaine du 4 mai - Menus', 'du 4 au 10 mai', 'Menus'],
  ['Semaine 19 (du 4 au 7 mai) - Menus', 'du 4 au 7 mai', 'Menus'],
  ['week-end du 8 mai - Tournoi', 'du 8 au 10 mai', 'Tournoi'],
  ['mai-juin 2026 - Stages', 'du 1er mai au 30 juin', 'Stages'],
  ['en mai : concours', 'du 1er au 31 mai', 'Concours'],
  ['2026-05 - Menus', 'du 1er au 31 mai', 'Menus'],
  // Days, ranges and hours
  ['du 4 mai au 7 - Expo', 'du 4 au 7 mai', 'Expo'],
  ['04.05-07.05 - Expo', 'du 4 au 7 mai', 'Expo'],
  ['2026-05-04--2026-05-07 Expo', 'du 4 au 7 mai', 'Expo'],
  ['20260504-20260507 Expo', 'du 4 au 7 mai', 'Expo'],
  ['05052026 - Sortie', 'mardi 5 mai', 'Sortie'],
  ['mardi 5.05 - Sortie', 'mardi 5 mai', 'Sortie'],
  ['1 er mai - Fête', 'vendredi 1er mai', 'Fête'],
  ['Du 4 mai (8h) au 7 mai (12h) - Stage', 'du 4 mai à 8 h au 7 mai à 12 h', 'Stage'],
  ['à partir du 4 mai et jusqu’au 15 mai - Expo', 'du 4 au 15 mai', 'Expo'],
  ['jusqu’au 8 mai minuit - Inscriptions', 'jusqu’au 8 mai', 'Inscriptions'],
  ['avant le 15 mai - Inscriptions', 'jusqu’au 14 mai', 'Inscriptions'],
  ['mardi 5 mai 6h du soir - Concert', 'mardi 5 mai, à 18 h', 'Concert'],
  ['5 mai (journée entière) - Stage', 'mardi 5 mai', 'Stage'],
  ['5 mai Journée portes ouvertes', 'mardi 5 mai', 'Journée portes ouvertes'],
  // At the end of a name, or set apart in it
  ['Sortie au musée 5 mai', 'mardi 5 mai', 'Sortie au musée'],
  ['JPO 5 mai 2026', 'mardi 5 mai', 'JPO'],
  ['Forum du 5 mai', 'mardi 5 mai', 'Forum'],
  ['JPO_2026-05-05', 'mardi 5 mai', 'JPO'],
  ['JPO (mardi 5 mai, 14h-17h)', 'mardi 5 mai, 14 h – 17 h', 'JPO'],
  ['Expo du 4 au 7 mai (inclus)', 'du 4 au 7 mai', 'Expo'],
  ['Vaccins 5 et 7 mai', 'mardi 5 et jeudi 7 mai', 'Vaccins'],
  ['Inscriptions jusqu’au 15 mai à 17h', 'jusqu’au 15 mai à 17 h', 'Inscriptions'],
  ['CDI ouvert du lundi au vendredi de 8h à 17h', 'du lundi au vendredi, 8 h – 17 h', 'CDI ouvert'],
  ['Chorale le mardi midi', 'tous les mardis, 12 h – 14 h', 'Chorale'],
  ['Menus S19', 'du 4 au 10 mai', 'Menus'],
  ['Menus s.19', 'du 4 au 10 mai', 'Menus'],
  ['Menus S19A', 'du 4 au 10 mai', 'Menus'],
  ['Menus semaine 19-B', 'du 4 au 10 mai', 'Menus'],
  ['Menu de la semaine du 4 mai', 'du 4 au 10 mai', 'Menu'],
  ['Menus mai 2026', 'du 1er au 31 mai', 'Menus'],
  ['Réunion - 5 mai - salle 12', 'mardi 5 mai', 'Réunion – salle 12'],
  ['Sortie 12 - mardi 19 mai', 'mardi 19 mai', 'Sortie 12'],
  // Before the place where it is
  ['Forum 5 mai 2026 au gymnase', 'mardi 5 mai', 'Forum au gymnase'],
  ['Réunion mardi 12 mai 18h salle 12', 'mardi 12 mai, à 18 h', 'Réunion salle 12'],
  ['Réunion le mardi 12 mai à 9h30 au CDI', 'mardi 12 mai, à 9 h 30', 'Réunion au CDI'],
  ['Réunion (4 mai 9h30, CDI)', 'lundi 4 mai, à 9 h 30', 'Réunion – CDI'],
  ['Forum du 5 mai, salle polyvalente', 'mardi 5 mai', 'Forum – salle polyvalente'],
  // Months
  ['mois de mai - Planning', 'du 1er au 31 mai', 'Planning'],
  ['jusqu’au mois de juin - Expo', 'jusqu’au 30 juin', 'Expo'],
  ['tous les matins de mai - Accueil', 'du 1er au 31 mai, le matin', 'Accueil'],
  ['04_05_2026_au_08_05_2026_menus', 'du 4 au 8 mai', 'Menus'],
  // Figures that only the words beside them make days of
  ['du 4 au 8-05 - Oraux', 'du 4 au 8 mai', 'Oraux'],
  ['04-05-2026_08-05-2026 Oraux', 'du 4 au 8 mai', 'Oraux'],
  ['Menus_du_04_05_au_08_05_2026', 'du 4 au 8 mai', 'Menus'],
  ['Menu semaine 04.05 au 08.05', 'du 4 au 8 mai', 'Menu'],
  ['Spectacle le 12-06 à 18h30', 'vendredi 12 juin, à 18 h 30', 'Spectacle'],
  // Behind the date, which version it is; brackets stay whole
  ['Affiche JPO 5 mai v2', 'mardi 5 mai', 'Affiche JPO v2'],
  ['Affiche JPO 5 mai v2 def', 'mardi 5 mai', 'Affiche JPO v2 def'],
  ['Affiche JPO 5 mai VF', 'mardi 5 mai', 'Affiche JPO VF'],
  ['Affiche JPO 5 mai (1)', 'mardi 5 mai', 'Affiche JPO (1)'],
  ['Devoir mardi 5 mai 8h-10h (4e)', 'mardi 5 mai, 8 h – 10 h', 'Devoir (4e)'],
  ['Devoir (4e) mardi 5 mai', 'mardi 5 mai', 'Devoir (4e)'],
  // The old date, and the day on which it is taken off or first shown
  ['Sortie 7 mai (au lieu du 5 mai)', 'jeudi 7 mai', 'Sortie (au lieu du 5 mai)'],
  ['Affiche à retirer après le 5 mai', 'jusqu’au 5 mai', 'Affiche à retirer'],
  ['À enlever le 5 mai - Concours', 'jusqu’au 5 mai', 'À enlever – Concours'],
  ['NE PAS AFFICHER AVANT LE 5 MAI', 'à partir du 5 mai', 'NE PAS AFFICHER'],
  // Signs in place of blanks
  ['menu-semaine-19', 'du 4 au 10 mai', 'Menu'],
  ['du_4_au_7_mai_expo', 'du 4 au 7 mai', 'Expo'],
  ['jpo-5-mai-2026', 'mardi 5 mai', 'Jpo'],
  // No name of a file can have « 15/05 »
  ['jusqu’au 15-05 - Inscriptions', 'jusqu’au 15 mai', 'Inscriptions'],
  ['Inscriptions jusqu’au 15.05', 'jusqu’au 15 mai', 'Inscriptions'],
  ['à partir du 11-05 - Horaires', 'à partir du 11 mai', 'Horaires'],
  ['Ouverture dès le 11-05', 'à partir du 11 mai', 'Ouverture'],
  ['avant le 15-05 - Livres', 'jusqu’au 14 mai', 'Livres'],
  ['du 04-05 au 08-05-2026 Menu', 'du 4 au 8 mai', 'Menu'],
  ['Menu du 4-05 au 8-05-26', 'du 4 au 8 mai', 'Menu'],
  ['Menus du 04.05 au 08.05.2026', 'du 4 au 8 mai', 'Menus'],
  ['2026 05 21 - Bal', 'jeudi 21 mai', 'Bal'],
  ['4 06 2026 - Bal', 'jeudi 4 juin', 'Bal'],
  ['2026 05 21 18h30 Bal', 'jeudi 21 mai, à 18 h 30', 'Bal'],
  // A number that counts something else stands right before the weekday of the date
  ['Conseil de classe 2nde 4 jeudi 11 juin 2026 à 18h', 'jeudi 11 juin, à 18 h', 'Conseil de classe 2nde 4'],
  ['Réunion salle 12 mardi 12 mai', 'mardi 12 mai', 'Réunion salle 12'],
  ['7 mai aprem - CDI fermé', 'jeudi 7 mai, 12 h – 18 h', 'CDI fermé'],
  // What the classes of English write
  ['May 5 - Meeting', 'mardi 5 mai', 'Meeting'],
  ['5th May 2026 - English day', 'mardi 5 mai', 'English day'],
  ['The 5th of May - English day', 'mardi 5 mai', 'English day'],
  ['May 5th, 2026 - English day', 'mardi 5 mai', 'English day'],
  ['Tuesday, May 5 - English day', 'mardi 5 mai', 'English day'],
  ['English day - Tuesday 5 May', 'mardi 5 mai', 'English day'],
  ['4-8 May - Exchange', 'du 4 au 8 mai', 'Exchange'],
  ['Concert Brian May 5 mai', 'mardi 5 mai', 'Concert Brian May'],
];

/** Name, days and hours, title, what is told. */
const guessed: readonly (readonly [string, string, string, RegExp])[] = [
  // Days without their months: the nearest ones
  ['mardi 12 14h - Réunion', 'mardi 12 mai, à 14 h', 'Réunion', /« mardi 12 » .* c’est le mardi 12 mai/],
  ['Réunion lundi 4 à 18h', 'lundi 4 mai, à 18 h', 'Réunion', /« lundi 4 »/],
  ['lundi 4 et mardi 5 - Stage', 'lundi 4 et mardi 5 mai', 'Stage', /« lundi 4 et mardi 5 »/],
  ['du lundi 11 au vendredi 15 - Stage', 'du 11 au 15 mai', 'Stage', /« du lundi 11 au vendredi 15 »/],
  ['du 28 au 3 - Stage', 'du 28 avril au 3 mai', 'Stage', /« du 28 au 3 »/],
  ['Menu du 4 au 8', 'du 4 au 8 mai', 'Menu', /« du 4 au 8 »/],
  [
    'Semaine 21 du 11 au 15 mai - Menus',
    'du 11 au 15 mai',
    'Menus',
    /« Semaine 21 » n’est pas la semaine de ces jours/,
  ],
  ['S21 - Menus du 11 au 15 mai', 'du 18 au 24 mai', 'Menus du 11 au 15 mai', /c’est la semaine qui est suivie/],
  // « S12 » is rather a room
  ['mardi 12 mai 14h (S12) - Oral', 'mardi 12 mai, à 14 h', 'Oral', /« S12 » n’est pas la semaine/],
  ['Semaine du 11 au 15 mai/Samedi - Bal', 'samedi 25 avril', 'Bal', /« Samedi » est compté/],
  ['Mai 2026/Mardi - Réunion', 'mardi 21 avril', 'Réunion', /« Mardi » est compté/],
  [
    'Philosophie 12 mai (4 h)',
    'mardi 12 mai, à 4 h',
    'Philosophie',
    /« 4 h » dans le nom est compris comme une heure de la nuit/,
  ],
  ['Expo 3 - 12 mai', 'du 3 au 12 mai', 'Expo', /« 3 - 12 mai » est compris comme une période/],
  [
    '12 mai 18h-17h - Bal',
    'mardi 12 mai, 18 h – 17 h',
    'Bal',
    /de 18 h à 17 h : leur fin est comprise comme celle du lendemain/,
  ],
  ['semaine du 11 - Menus', 'du 11 au 17 mai', 'Menus', /« semaine du 11 »/],
  ['jusqu’au 8 - Inscriptions', 'jusqu’au 8 mai', 'Inscriptions', /« jusqu’au 8 »/],
  ['à partir du vendredi 8 - Vente', 'à partir du 8 mai', 'Vente', /« à partir du vendredi 8 »/],
  // What comes back, by its title or because it has several weekdays
  [
    'Permanence CIO mardi 14h-17h',
    'tous les mardis, 14 h – 17 h',
    'Permanence CIO',
    /« mardi » est compris comme « tous les mardis »/,
  ],
  ['mardi 12h-13h - Club échecs', 'tous les mardis, 12 h – 13 h', 'Club échecs', /« tous les mardis »/],
  [
    'Club échecs mardi et jeudi midi',
    'tous les mardis et jeudis, 12 h – 14 h',
    'Club échecs',
    /« tous les mardis et jeudis »/,
  ],
  [
    'Infirmière lundi mardi jeudi vendredi',
    'tous les lundis, mardis, jeudis et vendredis',
    'Infirmière',
    /« lundi mardi jeudi vendredi » est compris/,
  ],
  ['Menus_4mai_8mai', 'lundi 4 et vendredi 8 mai', 'Menus', /« 4mai_8mai » est compris comme tous ces jours/],
  ['jeudi 12 mars - Vœux', 'jeudi 12 mars 2026', 'Vœux', /^D’après le jour de la semaine, c’est le jeudi 12 mars 2026/],
  ['du lundi 2 au vendredi 6 mars - Oraux', 'du 2 au 6 mars 2026', 'Oraux', /^D’après le jour de la semaine/],
  // The weekday is wrong in both years: it was mistyped
  ['mercredi 12 mars - Vœux', 'vendredi 12 mars 2027', 'Vœux', /est un vendredi, et non un mercredi/],
  ['5 ou 7 mai - Rattrapage', 'mardi 5 et jeudi 7 mai', 'Rattrapage', /« 5 ou 7 mai » est compris/],
  ['5 mai 16h-14h - Réunion', 'mardi 5 mai, 16 h – 14 h', 'Réunion', /^Les heures finissent avant de commencer/],
  ['120526 Conseil', 'mardi 12 mai', 'Conseil', /« 120526 » est compris comme une date/],
  ['260512_CA', 'mardi 12 mai', 'CA', /« 260512 » est compris comme une date/],
  [
    'un mardi sur deux, du 5 mai au 16 juin - Club',
    'du 5 mai au 16 juin',
    'Un mardi sur deux – Club',
    /« un mardi sur deux »/,
  ],
  [
    'Club photo un mardi sur deux à partir du 5 mai',
    'à partir du 5 mai',
    'Club photo un mardi sur deux',
    /« un mardi sur deux »/,
  ],
  ['tous les 15 jours, le mardi - Club', 'tous les mardis', 'Tous les 15 jours – Club', /« tous les 15 jours »/],
  ['hors vacances - tous les mardis - Club', 'tous les mardis', 'Hors vacances – Club', /« hors vacances »/],
  ['12 mai 26 réunion', 'mardi 12 mai', '26 réunion', /« 26 réunion »/],
  ['5 mai 14-16 Atelier', 'mardi 5 mai', '14-16 Atelier', /« 14-16 Atelier »/],
  ['début mai - Expo', 'du 1er au 10 mai', 'Expo', /« début mai » est compris comme une période, jusqu’au 10 mai/],
  ['mi-mai - Photos', 'du 11 au 20 mai', 'Photos', /« mi-mai » est compris/],
  // The last day, or the fourteenth file
  [
    '2026.05.12-14 Séjour',
    'mardi 12 mai',
    '14 Séjour',
    /« 14 » n’est pas compris comme une date : seul « 2026.05.12 » est suivi/,
  ],
  ['2026-05-04 au 08 Oraux', 'du 4 au 8 mai', 'Oraux', /jusqu’au 8 mai/],
  // The second date of machines without its year: which number is the month, the first date tells.
  ['2026-05-04 au 05-08', 'du 4 au 8 mai', '', /jusqu’au 8 mai/],
  ['2026-05-04 au 05-08 - Menus', 'du 4 au 8 mai', 'Menus', /jusqu’au 8 mai/],
  ['du 2026-05-04 au 08-05 - Menus', 'du 4 au 8 mai', 'Menus', /jusqu’au 8 mai/],
  ['2026-05-28_au_06-02_Menus', 'du 28 mai au 2 juin', 'Menus', /jusqu’au 2 juin/],
  ['2026-05-04-au-05-08 Menus', 'du 4 au 8 mai', 'Menus', /jusqu’au 8 mai/],
  ['2026-05-04 au 08 - Menus', 'du 4 au 8 mai', 'Menus', /jusqu’au 8 mai/],
  ['Menus 2026-05-04 au 05-08', 'du 4 au 8 mai', 'Menus', /jusqu’au 8 mai/],
  ['Braderie - fin juin', 'du 21 au 30 juin', 'Braderie', /« fin juin » est compris/],
  ['Mars - la planète rouge', 'du 1er au 31 mars', 'La planète rouge', /« Mars » est compris comme un mois entier/],
  [
    'tous les mardis impairs - Club',
    'tous les mardis',
    'Impairs – Club',
    /« impairs » n’est pas compris .* seul « tous les mardis »/,
  ],
  [
    'tous les mardis hors vacances zone B - Club',
    'tous les mardis sauf vacances',
    'Zone B – Club',
    /« zone B » n’est pas compris/,
  ],
];

/** Names none of whose words is followed, and what is told. */
const unfollowed: readonly (readonly [string, RegExp])[] = [
  ['un mardi sur deux - Club', /« un mardi sur deux » n’est pas comprise/],
  ['tous les 15 jours - Club', /« tous les 15 jours »/],
  ['tous les jours ouvrables - Accueil', /« tous les jours ouvrables »/],
  ['pendant les vacances - CDI', /« pendant les vacances »/],
  ['semaine paire - Menus', /« semaine paire »/],
  ['du 28 avril au 3 - Expo', /Il manque le mois dans « du 28 avril au 3 »/],
  ['le 5 - Réunion', /Il manque le mois/],
  ['Mardi 5 Réunion', /« Mardi 5 » dans le nom n’est pas compris/],
  ['vendredi 13 - Film', /Il manque le mois dans « vendredi 13 »/],
  ['Forum 5 mai 2026 des familles', /« 5 mai 2026 » dans le nom n’est pas suivie/],
  ['Atelier du 4 au 8', /« du 4 au 8 »/],
  ['Menus_05_2026', /« 05_2026 »/],
  ['19.05 - Sortie', /« 19\.05 » n’est pas compris/],
  ['5 mia - Sortie', /« 5 mia » n’est pas comprise/],
  ['14h-17h - Portes ouvertes', /« 14h-17h » ne dit pas de jour/],
  ['Club échecs - les lundis semaines paires', /« semaines paires » dans le nom n’est pas compris/],
  ['Permanence CPE un mardi sur deux', /« un mardi sur deux » dans le nom n’est pas compris/],
  ['21.05 Réunion parents', /« 21\.05 »/],
  ['26-06 Bal', /« 26-06 »/],
  ['L M J V 17h-18h - Aide aux devoirs', /« L M J V »/],
  ['jusqu’aux vacances - Vente de gâteaux', /« jusqu’aux vacances »/],
  // Another date than the one that is meant, or one of several
  ['Sauf le 8 mai - CDI', /« le 8 mai »/],
  ['Sortie 7 mai au lieu du 5 mai', /« 7 mai »/],
  ['Sortie initialement prévue le 5 mai', /« le 5 mai »/],
  ['Sortie 5 mai -> 7 mai', /« 5 mai »/],
  ['Menus 4 8 mai', /« 8 mai »/],
  ['Menus 04.05 - 08.05.2026', /08\.05\.2026 »/],
  ['Stage 4.5 mai', /« 5 mai »/],
  ['Menus mai juin 2026', /« juin 2026 »/],
  ['CDI fermé ce jour', /« ce jour »/],
  ['Menu du jour', /« du jour »/],
  ['Date limite d’inscription 15 mai', /« 15 mai »/],
  ['Fin des inscriptions le 15 mai', /« le 15 mai »/],
  // Days without a month or a year, in figures and in words
  ['Mardi quinze mai - Devoir', /« Mardi quinze mai »/],
  ['Cross 22.05', /« 22\.05 »/],
  ['Profs absents 22-05', /« 22-05 »/],
  ['12-05 Forum', /« 12-05 »/],
  ['Stage 11-05_22-05', /« 11-05 »/],
  ['Cross 22 05 26', /« 22 05 26 »/],
  ['Cross 220526', /« 220526 »/],
  // A day in 2026 or in 2028
  ['280526 cross', /« 280526 »/],
  ['26-05-12 Cross', /« 26-05-12 »/],
  ['20260512Cross', /« 20260512 »/],
  ['12_05 Forum', /« 12_05 »/],
  ['JPO_16_05', /« 16_05 »/],
  ['From 4 to 8 May - Exchange', /« 8 May »/],
  ['autour du 5 mai - Résultats', /« 5 mai »/],
  ['courant mai - Résultats', /« courant mai »/],
  ['Voyage Rome 30_05 au 02_06', /« 30_05 au 02 »/],
  ['Menus_mai26', /« mai26 »/],
  ['9_10 mai - Tournoi', /« 10 mai »/],
  ['Groupe 2-12 mai', /« 2-12 mai »/],
  ['le 15 de chaque mois - Collecte', /« le 15 de chaque mois »/],
  ['L, M, J, V - Accueil', /« L, M, J, V »/],
  ['mai 12 réunion', /« mai 12 »/],
  ['chaque semaine du 4 mai au 12 juin - Club', /« semaine du 4 mai au 12 juin »/],
  ['Cross 22052026', /« 22052026 »/],
  ['Menus de mai', /« mai »/],
  ['S1 - Menus', /« S1 »/],
  ['EDT S19 6e', /« S19 »/],
  ['20260505_1400_Forum', /« 20260505_1400 »/],
  ['20260505T140000 Forum', /« 20260505T140000 »/],
  ['Menus 05-2026', /« 05-2026 »/],
  ['Menu_1105_1505', /« 1105_1505 »/],
  ['Forum le 12 et 13', /« le 12 et 13 »/],
  // Weeks A and B, feasts and holidays
  ['À la rentrée - Manuels', /« À la rentrée »/],
  ['Club manga - semaine A', /« semaine A »/],
  ['Semaine B', /« Semaine B »/],
  ['Club échecs 1 mardi sur 2', /« 1 mardi sur 2 »/],
  ['A partir de la rentrée - Club', /« A partir de la rentrée »/],
  ['Avant Noël - Collecte', /« Avant Noël »/],
  ['Lundi de Pentecôte - fermé', /« Lundi de Pentecôte »/],
  ['Pont de l’Ascension - fermé', /« Pont de l’Ascension »/],
  ['Ascension - fermé', /« Ascension »/],
  ['Noël 2026 - Marché', /« Noël 2026 »/],
  ['Rentrée 2026 - Fournitures', /« Rentrée 2026 »/],
  ['Vacances d’été - fermé', /« Vacances d’été »/],
  ['Menu du lundi', /« lundi » dans le nom n’est pas suivie/],
  ['Brevet blanc 5, 6 mai', /dans le nom n’est pas suivie/],
  // Past when the file was written, or so far away that the year is not the one that is meant
  ['Photos du 12 avril', /« 12 avril » dans le nom n’est pas suivie/],
  ['Compte rendu du 5 mars 2026', /« 5 mars 2026 »/],
  ['Journée du 8 mars', /« 8 mars »/],
];

/** Names without a date, though with words of dates. */
const undated = [
  ...['Mai 68', 'Les affiches de mai 68', 'Fleurs de mai', 'Mardi gras', 'Jeudi noir', 'Les mardis du cinéma'],
  ...[
    'Dimanche à la ferme',
    'Vendredi ou la vie sauvage',
    'Le 20h',
    '24h du Mans',
    '1er prix',
    'Salle S19',
    'S1 - Bulletins',
  ],
  ...[
    '8 mai 1945',
    'Commémoration du 8 mai 1945',
    'Concert - 8 mai 1945 - récit',
    '2025-2026 Règlement',
    'Livret 2026',
  ],
  ...[
    'Mardi 5 élèves absents',
    'Tome 1.02',
    'Version 2.05',
    'Semaine Babel',
    'Programme de français',
    'Marché de Noël',
  ],
  ...['Semaine 5 sens', 'Semaine 10 jours sans écran', 'Semaine 20 ans du lycée', 'Semaine 48 pays'],
  ...['mardi-gras', '24h-du-mans', '1-2-3-soleil', 'Tournoi 3x3', '3e B - Photo de classe', 'Bal de fin d’année'],
];

describe('dates in the names of files', () => {
  it.each(followed)('« %s » is « %s », then « %s »', (name, label, title) => {
    const { when, title: found, problems, fault } = read(name);
    expect([plain(when?.label), plain(found), problems, fault]).toEqual([label, title, [], null]);
  });

  it.each(guessed)('« %s » is « %s », then « %s », and what was guessed is told', (name, label, title, told) => {
    const { when, title: found, problems } = read(name);
    expect([plain(when?.label), plain(found)]).toEqual([label, title]);
    expect(plain(problems[0]?.message)).toMatch(told);
  });

  it.each(unfollowed)('of « %s » it is told that no date is followed', (name, told) => {
    const { when, fault, problems } = read(name);
    expect([when, fault, problems.length]).toEqual([null, null, 1]);
    expect(plain(problems[0]?.message)).toMatch(told);
    expect(plain(problems[0]?.message)).toMatch(/la fiche est montrée tous les jours\.$/u);
  });

  it.each(undated)('« %s » has none', (name) => {
    expect(read(name)).toMatchObject({ when: null, fault: null, problems: [] });
  });
});

describe('an hour at the end of a range', () => {
  const isShown = (name: string, at: string) => {
    const { when } = read(name);
    if (!when) throw new Error(`« ${name} » has no date`);
    return isActive(when, Temporal.PlainDateTime.from(at).toZonedDateTime(zone));
  };

  it('is not the hour of each day', () => {
    const name = 'jusqu’au 8 mai à 12h - Inscriptions';
    expect(isShown(name, '2026-05-05T09:00')).toBe(true);
    expect(isShown(name, '2026-05-07T23:00')).toBe(true);
    expect(isShown(name, '2026-05-08T11:59')).toBe(true);
    expect(isShown(name, '2026-05-08T12:00')).toBe(false);
  });

  it('opens it on the first day, and then for good', () => {
    const name = 'à partir du lundi 4 mai 8h - Vente de tickets';
    expect(isShown(name, '2026-05-04T07:59')).toBe(false);
    expect(isShown(name, '2026-05-04T08:00')).toBe(true);
    expect(isShown(name, '2026-05-05T03:00')).toBe(true);
  });

  it('opens it in the evening of its first day', () => {
    const name = 'Mardi 12 mai (au soir) au Lundi 18 mai 2026 - Pont';
    expect(isShown(name, '2026-05-12T12:00')).toBe(false);
    expect(isShown(name, '2026-05-12T18:00')).toBe(true);
    expect(isShown(name, '2026-05-18T23:59')).toBe(true);
    expect(isShown(name, '2026-05-19T00:00')).toBe(false);
  });
});

describe('any date beside any title', () => {
  const day = fc.integer({ min: 1, max: 28 });
  const month = fc.constantFrom('mai', 'juin', 'juillet', 'septembre');
  const weekday = fc.constantFrom('lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi');
  const hour = fc.integer({ min: 8, max: 15 });
  const join = (...parts: (fc.Arbitrary<string | number> | string)[]) =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''));
  const days = fc.oneof(
    join(day, ' ', month),
    join('le ', day, ' ', month, ' 2026'),
    join('2026-06-', fc.integer({ min: 10, max: 28 })),
    join('du ', fc.integer({ min: 1, max: 9 }), ' au ', fc.integer({ min: 10, max: 28 }), ' ', month),
    join('du ', fc.integer({ min: 1, max: 9 }), ' mai au ', day, ' juin', fc.constantFrom('', ' inclus', ' 2026')),
    join('jusqu’au ', day, ' ', month),
    join('à partir du ', day, ' ', month),
    join('semaine ', fc.integer({ min: 20, max: 40 })),
    join('S', fc.integer({ min: 20, max: 40 })),
    join('semaine du ', day, ' ', month),
    join(month, ' 2026'),
  );
  const recurring = fc.oneof(
    join('tous les ', weekday, 's'),
    join('chaque ', weekday, fc.constantFrom('', ' de mai', ' du mois de juin', ' de mai à juillet')),
    join('tous les ', weekday, 's du 4 mai au ', day, ' juin'),
    join('tous les jours', fc.constantFrom('', ' sauf le mercredi', ' de juin')),
    join(fc.constantFrom('le premier ', '2e ', 'dernier '), weekday, ' du mois'),
    join('du lundi au vendredi'),
  );
  const hours = fc.oneof(
    fc.constant(''),
    join(' à ', hour, 'h30'),
    hour.map((start) => ` de ${start}h à ${start + 2}h`),
    hour.map((start) => `, ${start}h-${start + 1}h et ${start + 2}h-${start + 3}h`),
  );
  const phrase = join(fc.oneof(days, recurring), hours);
  const words = fc.constantFrom(
    ...[
      'Atelier',
      'Club',
      'lecture',
      'Forum',
      'des',
      'métiers',
      'Café',
      'parents',
      'au',
      'CDI',
      'de',
      'la',
      '3e B',
      '24',
      'à',
    ],
    ...[
      'Mans',
      'et',
      'le',
      'jardin',
      'Expo',
      '« Vu d’ici »',
      'photo',
      'pour',
      'tous',
      'Été',
      'Midi',
      'heures',
      'en',
      'Mardi',
    ],
  );
  const title = fc
    .tuple(
      fc.constantFrom('Atelier', 'Forum', '24h du Mans', 'Été', 'Midi musical', 'De la Terre', '3e', 'Mardi gras'),
      fc.array(words, { maxLength: 3 }),
      fc.constantFrom('jardin', 'CDI', 'parents'),
    )
    .map(([first, between, last]) => [first, ...between, last].join(' '));
  const separator = fc.constantFrom(' - ', ' – ', ' : ', '_');

  it('gives both back where the date comes first', () => {
    fc.assert(
      fc.property(phrase, separator, title, (date, sign, words_) => {
        const expected = parseWhen(date, { zone, reference: written });
        fc.pre(expected.ok);
        const found = read(`${date}${sign}${words_}`);
        const alone = read(words_);
        expect([plain(found.when?.label), found.title]).toEqual([plain(expected.when.label), alone.title]);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives both back where the date comes last, unless it is past', () => {
    fc.assert(
      fc.property(days, hours, separator, title, (date, time, sign, words_) => {
        const expected = parseWhen(`${date}${time}`, { zone, reference: written });
        fc.pre(expected.ok);
        const found = read(`${words_}${sign}${date}${time}`);
        expect([plain(found.when?.label), found.title]).toEqual([plain(expected.when.label), read(words_).title]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the number of a class before a dash and a day', () => {
  it('is of its title, and begins no range', () => {
    const level = fc.constantFrom(
      '6e',
      '5ème',
      '4eme',
      '3e',
      '2nde',
      '2de',
      '1re',
      '1ère',
      'Tle',
      'Term',
      '1STMG',
      'Terminale',
    );
    const dash = fc.constantFrom(' - ', ' – ', ' — ');
    const behind = fc.constantFrom('', ' 14h', ' - Oral', ' 8h-10h - Conseil');
    fc.assert(
      fc.property(
        level,
        fc.integer({ min: 1, max: 11 }),
        dash,
        fc.integer({ min: 12, max: 28 }),
        behind,
        (name, number, sign, day, rest) => {
          const { when, title, problems } = read(`${name} ${number}${sign}${day} mai${rest}`);
          const [only, ...others] = when?.ranges ?? [];
          expect([only?.from, only?.to, others, problems]).toEqual([`2026-05-${day}`, `2026-05-${day}`, [], []]);
          expect(title.startsWith(`${name} ${number}`)).toBe(true);
        },
      ),
    );
  });
});

describe('the name of a folder of photos', () => {
  it.each([
    ['Voyage à Rome/IMG_1.jpg', 'Voyage à Rome'],
    ['12 mai - Sortie au zoo/IMG_1.jpg', 'Sortie au zoo'],
    ['Année/Fête du 5 mai/IMG_1.jpg', 'Fête'],
    ['écrans/hall/Voyage/IMG_1.jpg', 'Voyage'],
    ['écrans/hall/IMG_1.jpg', ''],
    ['IMG_1.jpg', ''],
    ['Photos/IMG_1.jpg', ''],
    ['Nouveau dossier (2)/IMG_1.jpg', ''],
    ['100APPLE/IMG_1.jpg', ''],
    ['2026-05-12/IMG_1.jpg', ''],
  ])('%s is that of the album « %s »', (path, album) => {
    expect(plain(datesOfPath(path, false, zone, written).album)).toBe(album);
  });
});

describe('a folder with the number of its month before it', () => {
  it.each([
    ['05-Mai/Conseil.jpg', 'du 1er au 31 mai', ['date-month-alone']],
    ['2026/06. Juin 2026/Conseil.jpg', 'du 1er au 30 juin', []],
    ['05-Mai/12 mai - Conseil.jpg', 'mardi 12 mai', []],
    ['05-Mai/Conseil du 12 mai.jpg', 'du 1er au 31 mai', ['date-month-alone', 'name-date-ignored']],
    ['04-Mai/Conseil.jpg', 'lundi 4 mai', []],
    ['5 mai/Conseil.jpg', 'mardi 5 mai', []],
  ])('%s: %s', (path, label, told) => {
    const { when, problems } = datesOfPath(path, false, zone, written);
    expect(plain(when?.label)).toBe(label);
    expect(problems.map(({ code }) => code)).toEqual(told);
  });
});
