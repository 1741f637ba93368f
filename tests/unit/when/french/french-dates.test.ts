import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseHours } from '../../../../main/when/french/hours.ts';
import { parseWhen } from '../../../../main/when/french/parse-when.ts';
import { computing } from '../../../support/computed.ts';
import { brief, briefHours } from '../brief.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };

const nbsp = '\u00a0';
const thin = '\u202f';
const may5 = '2026-05-05';
const week = '2026-05-04..2026-05-07';

const phrases: readonly (readonly [string, string])[] = [
  // One day
  ['5 mai', may5],
  ['05 mai', may5],
  ['le 5 mai', may5],
  ['Le 5 Mai', may5],
  ['5 MAI', may5],
  ['5mai', may5],
  ['mardi 5 mai', may5],
  ['mardi, 5 mai', may5],
  ['le mardi 5 mai', may5],
  ['mardi 5 mai 2026', may5],
  ['MARDI 5 MAI 2026', may5],
  ['mar. 5 mai', may5],
  ['mar 5 mai', may5],
  ['1er juin', '2026-06-01'],
  ['1ER JUIN', '2026-06-01'],
  ['1 juin', '2026-06-01'],
  ['lundi 1er juin 2026', '2026-06-01'],
  ['1ᵉʳ juin', '2026-06-01'],
  ['lun. 1er juin', '2026-06-01'],
  ['05/05/2026', may5],
  ['5/5/2026', may5],
  ['05/05/26', may5],
  ['5/5', may5],
  ['05/05', may5],
  ['mardi 05/05', may5],
  ['mardi 05/05/2026', may5],
  ['16/02', '2027-02-16'],
  ['5-5-2026', may5],
  ['05-05-2026', may5],
  ['05.05.2026', may5],
  ['2026-05-05', may5],
  ['2026/05/05', may5],
  ['2026_05_05', may5],
  ['20260505', may5],
  ['2026‑05‑05', may5],
  [`5${nbsp}mai${nbsp}2026`, may5],
  [`mardi${thin}5${thin}mai`, may5],
  ['mardi\u20095\u2009mai', may5],
  ['  mardi   5 mai  ', may5],
  ['5 fev.', '2027-02-05'],
  ['5 févr. 2027', '2027-02-05'],
  ['5 fe\u0301vrier 2027', '2027-02-05'],
  ['5 FÉVRIER 2027', '2027-02-05'],
  ['15 aout', '2026-08-15'],
  ['15 août', '2026-08-15'],
  ['15 aou\u0302t', '2026-08-15'],
  ['25 décembre', '2026-12-25'],
  ['25 dec.', '2026-12-25'],
  ['12 janv. 2027', '2027-01-12'],
  ['12 jan 2027', '2027-01-12'],
  ['14 juil.', '2026-07-14'],
  ['3 sept. 2026', '2026-09-03'],
  ['3 oct. 2026', '2026-10-03'],
  ['3 nov 2026', '2026-11-03'],
  ['3 avr. 2026', '2026-04-03'],
  // The year rule: from 31 days before the file was last written (20 April 2026)
  ['19 mars', '2027-03-19'],
  ['20 mars', '2026-03-20'],
  ['19 avril', '2026-04-19'],
  ['31 décembre', '2026-12-31'],
  ['1er janvier', '2027-01-01'],
  ['29 février', '2028-02-29'],
  // Ranges
  ['du 4 au 7 mai', week],
  ['Du 4 au 7 mai 2026', week],
  ['du 04 au 07 mai', week],
  ['du lundi 4 au jeudi 7 mai 2026', week],
  ['du lundi 4 mai au jeudi 7 mai', week],
  ['de lundi 4 à jeudi 7 mai', week],
  ['lundi 4 au jeudi 7 mai', week],
  ['4 au 7 mai', week],
  ['4-7 mai', week],
  ['4 - 7 mai', week],
  ['4–7 mai', week],
  ['4 — 7 mai', week],
  ['4−7 mai', week],
  ['4 mai - 7 mai', week],
  ['4 mai – 7 mai 2026', week],
  ['du 04/05 au 07/05', week],
  ['du 04/05/2026 au 07/05/2026', week],
  ['04/05-07/05', week],
  ['entre le 4 et le 7 mai', week],
  ['2026-05-04/2026-05-07', week],
  ['2026-05-04_2026-05-07', week],
  ['2026-05-04 - 2026-05-07', week],
  ['2026-05-04 au 2026-05-07', week],
  ['du 2026-05-04 au 2026-05-07', week],
  ['2026-05-04–2026-05-07', week],
  ['du 28 avril au 3 mai', '2026-04-28..2026-05-03'],
  ['du 28 avril au 3 mai 2027', '2027-04-28..2027-05-03'],
  ['du 30 décembre 2026 au 3 janvier 2027', '2026-12-30..2027-01-03'],
  ['du 30 décembre au 3 janvier', '2026-12-30..2027-01-03'],
  ['du 30 décembre au 3 janvier 2027', '2026-12-30..2027-01-03'],
  ['du 30 décembre 2026 au 3 janvier', '2026-12-30..2027-01-03'],
  ['du 1er mars au 30 avril', '2026-03-01..2026-04-30'],
  ['du 1er septembre au 5 juillet', '2025-09-01..2026-07-05'],
  ["du 2 mars jusqu'au 12 juin", '2026-03-02..2026-06-12'],
  ['à partir du 2 mars 2026 jusqu’au 12 juin', '2026-03-02..2026-06-12'],
  ['mai 2026', '2026-05-01..2026-05-31'],
  ['en mai', '2026-05-01..2026-05-31'],
  ['au mois de mai', '2026-05-01..2026-05-31'],
  // Lists
  ['4, 5 et 7 mai', '2026-05-04,2026-05-05,2026-05-07'],
  ['les 4, 5 et 7 mai 2026', '2026-05-04,2026-05-05,2026-05-07'],
  ['4 et 5 mai', '2026-05-04,2026-05-05'],
  ['4 & 5 mai', '2026-05-04,2026-05-05'],
  ['mardi 5 et jeudi 7 mai', '2026-05-05,2026-05-07'],
  ['mardi 5, jeudi 7 mai', '2026-05-05,2026-05-07'],
  ['5/5, 7/5', '2026-05-05,2026-05-07'],
  ['2026-05-05, 2026-05-07', '2026-05-05,2026-05-07'],
  ['28 avril et 3 mai', '2026-04-28,2026-05-03'],
  ['30 décembre et 3 janvier 2027', '2026-12-30,2027-01-03'],
  ['du 4 au 7 mai et du 12 au 15 mai', '2026-05-04..2026-05-07,2026-05-12..2026-05-15'],
  ['du 4 au 7 mai, le 12 mai', '2026-05-04..2026-05-07,2026-05-12'],
  // No end
  ["jusqu'au 12 juin", '..2026-06-12'],
  ['jusqu’au 12 juin', '..2026-06-12'],
  ["JUSQU'AU 12 JUIN 2026", '..2026-06-12'],
  ["jusqu'au vendredi 12 juin", '..2026-06-12'],
  ['jusqu’au 12-06', '..2026-06-12'],
  ['avant le 12-06', '..2026-06-11'],
  ['à partir du 02.05', '2026-05-02..'],
  ['du 15-12 au 05-01-2027', '2026-12-15..2027-01-05'],
  ["jusqu'à vendredi 12 juin inclus", '..2026-06-12'],
  ['à partir du 2 mars', '2027-03-02..'],
  ['A PARTIR DU 2 MARS 2026', '2026-03-02..'],
  ['dès le 2 mai', '2026-05-02..'],
  ['à compter du 2 mai', '2026-05-02..'],
  ['depuis le 2 mars 2026', '2026-03-02..'],
  ['toujours', '..'],
  // What comes back
  ['tous les mardis', '.. w2'],
  ['Tous les mardis', '.. w2'],
  ['chaque mardi', '.. w2'],
  ['le mardi', '.. w2'],
  ['les mardis', '.. w2'],
  ['tous les mardis et jeudis', '.. w2,4'],
  ['tous les mardis et tous les jeudis', '.. w2,4'],
  ['le mardi et le jeudi', '.. w2,4'],
  ['tous les lundis, mardis et jeudis', '.. w1,2,4'],
  ['tous les mardis et jeudis de mars', '.. w2,4 m3'],
  ["tous les mardis d'avril", '.. w2 m4'],
  ['tous les mardis de mars à juin', '.. w2 m3,4,5,6'],
  ['tous les mardis de mars 2026', '2026-03-01..2026-03-31 w2'],
  ['chaque premier lundi du mois', '.. w1#1'],
  ['le premier lundi du mois', '.. w1#1'],
  ['le 1er lundi de chaque mois', '.. w1#1'],
  ['tous les premiers lundis du mois', '.. w1#1'],
  ['le dernier vendredi du mois', '.. w-1#5'],
  ['le 2e mardi du mois', '.. w2#2'],
  ['chaque premier et troisième mardi du mois', '.. w1#2,3#2'],
  ['le premier mardi de mai', '.. w1#2 m5'],
  ['du lundi au vendredi', '.. w1,2,3,4,5'],
  ['lundi-vendredi', '.. w1,2,3,4,5'],
  ['lun.-ven.', '.. w1,2,3,4,5'],
  ['en semaine', '.. w1,2,3,4,5'],
  ['le week-end', '.. w6,7'],
  ['tous les jours', '..'],
  ["tous les mardis jusqu'au 12 juin", '..2026-06-12 w2'],
  ['tous les mardis à partir du 5 mai', '2026-05-05.. w2'],
  ['tous les mardis, du 5 mai au 9 juin', '2026-05-05..2026-06-09 w2'],
  ['du lundi au vendredi, du 4 au 15 mai', '2026-05-04..2026-05-15 w1,2,3,4,5'],
  // Exceptions
  ['du 4 au 15 mai sauf le 8 mai', '2026-05-04..2026-05-15 -2026-05-08'],
  ['du 4 au 15 mai, sauf le 8', '2026-05-04..2026-05-15 -2026-05-08'],
  ['du 4 au 15 mai (sauf les 8 et 9 mai)', '2026-05-04..2026-05-15 -2026-05-08,2026-05-09'],
  ['du 4 au 29 mai sauf du 14 au 17 mai', '2026-05-04..2026-05-29 -2026-05-14..2026-05-17'],
  ['du 4 au 15 mai sauf mercredi', '2026-05-04..2026-05-15 -w3'],
  ['tous les jours sauf le mercredi et le dimanche', '.. -w3,7'],
  ['tous les mardis sauf le 12 mai', '.. w2 -2026-05-12'],
  ['tous les jours hors week-end', '.. -w6,7'],
  ['tous les jours sauf le mercredi et le 8 mai', '.. -2026-05-08 -w3'],
  ['du 28 décembre au 4 janvier sauf le 1er janvier', '2026-12-28..2027-01-04 -2027-01-01'],
  // Hours
  ['mardi 5 mai 9h', `${may5} h09:00`],
  ['mardi 5 mai à 9h', `${may5} h09:00`],
  ['mardi 5 mai, 9h30', `${may5} h09:30`],
  ['mardi 5 mai 09:30', `${may5} h09:30`],
  ['mardi 5 mai 9 h 30', `${may5} h09:30`],
  [`mardi 5 mai 9${nbsp}h${nbsp}30`, `${may5} h09:30`],
  ['mardi 5 mai 14 heures', `${may5} h14:00`],
  ['mardi 5 mai de 9h à 12h', `${may5} h09:00-12:00`],
  ['mardi 5 mai 9h-12h', `${may5} h09:00-12:00`],
  ['mardi 5 mai 9-12h', `${may5} h09:00-12:00`],
  ['mardi 5 mai de 9 à 12 h', `${may5} h09:00-12:00`],
  ['mardi 5 mai 9h–12h', `${may5} h09:00-12:00`],
  ['mardi 5 mai entre 9h et 12h', `${may5} h09:00-12:00`],
  ['mardi 5 mai 9:00-12:00', `${may5} h09:00-12:00`],
  ['mardi 5 mai 9h-12h et 14h-17h', `${may5} h09:00-12:00,14:00-17:00`],
  ['mardi 5 mai 9h-12h, 14h-17h', `${may5} h09:00-12:00,14:00-17:00`],
  ['mardi 5 mai de 9h à 12h et de 14h à 17h', `${may5} h09:00-12:00,14:00-17:00`],
  ['mardi 5 mai à partir de 14h', `${may5} h14:00-`],
  ['mardi 5 mai dès 14h', `${may5} h14:00-`],
  ["mardi 5 mai jusqu'à 18h", `${may5} h-18:00`],
  ['mardi 5 mai matin', `${may5} h-12:00`],
  ['mardi 5 mai au matin', `${may5} h-12:00`],
  ['mardi 5 mai après-midi', `${may5} h12:00-18:00`],
  ["mardi 5 mai l'après-midi", `${may5} h12:00-18:00`],
  ['mardi 5 mai midi', `${may5} h12:00-14:00`],
  ['mardi 5 mai à midi', `${may5} h12:00`],
  ['mardi 5 mai de 10h à midi', `${may5} h10:00-12:00`],
  ['mardi 5 mai de 18h à minuit', `${may5} h18:00-`],
  ['samedi 9 mai 22h-2h', '2026-05-09 h22:00-02:00'],
  ['14h-17h mardi 5 mai', `${may5} h14:00-17:00`],
  ['mardi 5 mai, toute la journée', may5],
  ['tous les mardis de 12h30 à 13h30', '.. w2 h12:30-13:30'],
  ['tous les mardis matin', '.. w2 h-12:00'],
  ['du lundi au vendredi, 7h30-19h', '.. w1,2,3,4,5 h07:30-19:00'],
  ['du 4 au 7 mai, 9h-12h', `${week} h09:00-12:00`],
  ['7h-19h', '.. h07:00-19:00'],
  ['2026-05-05T14:00', `${may5} h14:00`],
  ['2026-05-05T12:00:00Z', `${may5} h14:00`],
  ['2026-05-05T22:30:00.000Z', '2026-05-06 h00:30'],
  ['2026-05-05T14:00+02:00', `${may5} h14:00`],
  ['2026-05-05 14:00', `${may5} h14:00`],
  ['2026-05-05T14:00:00', `${may5} h14:00`],
  ['2026-05-05 14:00-17:00', `${may5} h14:00-17:00`],
  ['2026-05-05T14:00/17:00', `${may5} h14:00-17:00`],
  ['2026-05-05T14:00/2026-05-05T17:00', `${may5} h14:00-17:00`],
  ['mardi 5 mai à 8 heures du matin', `${may5} h08:00`],
  ['mardi 5 mai à 6h du soir', `${may5} h18:00`],
  ['mardi 5 mai à 2h30 de l’après-midi', `${may5} h14:30`],
  ['5 mai de 14h à 17h précises', `${may5} h14:00-17:00`],
  ['5 mai, journée entière', may5],
  ['le matin de 9h à 12h30, mardi 5 mai', `${may5} h09:00-12:30`],
  ['tous les midis', '.. h12:00-14:00'],
  ['chaque soir de 17h à 19h', '.. h17:00-19:00'],
  // Weeks of the calendar, from Monday to Sunday; the year rule is that of a date without a year
  ['semaine 19', '2026-05-04..2026-05-10'],
  ['la semaine n° 19', '2026-05-04..2026-05-10'],
  ['sem. 19', '2026-05-04..2026-05-10'],
  ['S19', '2026-05-04..2026-05-10'],
  ['s19', '2026-05-04..2026-05-10'],
  ['S19 2027', '2027-05-10..2027-05-16'],
  ['2027-S19', '2027-05-10..2027-05-16'],
  ['semaine 19 de 2027', '2027-05-10..2027-05-16'],
  ['S10', '2027-03-08..2027-03-14'],
  ['S01', '2027-01-04..2027-01-10'],
  ['S53', '2026-12-28..2027-01-03'],
  ['semaines 19 et 21', '2026-05-04..2026-05-10,2026-05-18..2026-05-24'],
  ['semaines 19 à 21', '2026-05-04..2026-05-24'],
  ['S19-S20', '2026-05-04..2026-05-17'],
  ['semaine 19, du 4 au 7 mai', week],
  ['semaine du 4 mai', '2026-05-04..2026-05-10'],
  ['semaine du mercredi 6 mai', '2026-05-04..2026-05-10'],
  ['week-end du 9 mai', '2026-05-09..2026-05-10'],
  ['week-end du 14 mai', '2026-05-14..2026-05-17'],
  // Times at the ends of ranges
  ['du 4 mai 14h au 7 mai 12h', '2026-05-04T14:00..2026-05-07T12:00'],
  ['du 4 mai (14h) au 7 mai (12h)', '2026-05-04T14:00..2026-05-07T12:00'],
  ['2026-05-04T14:00/2026-05-07T12:00', '2026-05-04T14:00..2026-05-07T12:00'],
  ['du mardi 12 mai au soir au lundi 18 mai', '2026-05-12T18:00..2026-05-18'],
  ['mardi 12 mai (au soir) au lundi 18 mai (au matin)', '2026-05-12T18:00..2026-05-18T12:00'],
  ['du 4 mai jusqu’au 7 mai à 12h', '2026-05-04..2026-05-07T12:00'],
  ['jusqu’au 8 mai à 12h', '..2026-05-08T12:00'],
  ['jusqu’au vendredi 8 mai, 12h', '..2026-05-08T12:00'],
  ['jusqu’au 8 mai midi', '..2026-05-08T12:00'],
  ['jusqu’au 8 mai à minuit', '..2026-05-08'],
  ['jusqu’au 8 mai, 9h-12h', '..2026-05-08 h09:00-12:00'],
  ['à partir du lundi 4 mai 8h', '2026-05-04T08:00..'],
  ['à partir du 4 mai à 8h jusqu’au 8 mai à 12h', '2026-05-04T08:00..2026-05-08T12:00'],
  ['tous les mardis jusqu’au 9 juin à 14h', '..2026-06-09 w2 h14:00'],
  ['tous les jours, jusqu’au 9 juin, à 14h', '..2026-06-09 h14:00'],
  // Ends that were not understood
  ['du 4 mai au 7', week],
  ['du lundi 4 mai au jeudi 7', week],
  ['04.05-07.05', week],
  ['du 04-05 au 07-05', week],
  ['2026-05-04 -- 2026-05-07', week],
  ['avant le 15 mai', '..2026-05-14'],
  ['avant le 15 mai à 17h', '..2026-05-15T17:00'],
  ['après le 15 mai', '2026-05-16..'],
  ['jusqu’en juin', '..2026-06-30'],
  ['à partir de juin', '2026-06-01..'],
  ['mardi 5.05', may5],
  ['1 er juin', '2026-06-01'],
  ['05/2026', '2026-05-01..2026-05-31'],
  ['2026-05', '2026-05-01..2026-05-31'],
];

describe('dates as a secretary writes them', () => {
  it('has a long list of phrases', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(150);
  });

  it.each(phrases)('« %s » is understood without a doubt', (text, expected) => {
    const result = parseWhen(text, context);
    expect(result.ok ? brief(result.when) : result.fault).toBe(expected);
    expect(result.ok && result.warnings).toEqual([]);
  });
});

/** Text, code, what its sentences must say. */
const doubtful: readonly (readonly [string, string, RegExp])[] = [
  ['', 'date-empty', /vide/],
  ['   ', 'date-empty', /vide/],
  ['31 avril', 'date-impossible', /« 31 avril ».*avril a 30 jours.*« 30 avril »/],
  ['30 février', 'date-impossible', /« 30 février ».*29 jours/],
  ['2026-02-30', 'date-impossible', /« 2026-02-30 ».*« 28 février 2026 »/],
  ['29/02/2026', 'date-impossible', /« 29\/02\/2026 ».*28 jours/],
  ['2026-13-01', 'date-impossible', /mois 13/],
  ['05/25/2026', 'date-impossible', /mois 25.*« 25 mai 2026 »/],
  ['32/01/2026', 'date-impossible', /31 jours/],
  ['0 mai', 'date-impossible', /« 0 mai »/],
  ['du 4 au 31 avril', 'date-impossible', /31 avril|30 jours/],
  ['4, 5 et 31 juin', 'date-impossible', /30 jours/],
  ['du 7 au 4 mai', 'date-backwards', /« du 7 mai au 4 mai ».*« du 4 mai au 7 mai »/],
  ['du 7 au 4 mai 2026', 'date-backwards', /finit avant/],
  ['2026-05-07/2026-05-04', 'date-backwards', /finit avant/],
  ['du 3 janvier 2027 au 30 décembre 2026', 'date-backwards', /finit avant/],
  ['du 3 mai au 28 avril', 'date-backwards', /années/],
  ['lundi 5 mai 2026', 'date-weekday', /mardi.*lundi/],
  ['mercredi 05/05/2026', 'date-weekday', /mardi.*mercredi/],
  ['du mardi 4 au jeudi 7 mai 2026', 'date-weekday', /lundi.*mardi/],
  ['5 mia', 'date-unknown', /« 5 mia ».*« mardi 5 mai »/],
  ['5 septembe', 'date-unknown', /« samedi 5 septembre »/],
  ['madri 5 mai', 'date-unknown', /« madri 5 mai ».*« mardi 5 mai »/],
  ['tous les mecredis', 'date-unknown', /« tous les mercredis »/],
  ['5', 'date-month-missing', /mois.*« 5 »/],
  ['le 5', 'date-month-missing', /mois/],
  ['mardi 5', 'date-month-missing', /mois/],
  ['5-5', 'date-unknown', /« 5\/5 »/],
  ['5.5', 'date-unknown', /« 5\/5 »/],
  ['mardi', 'date-weekday-alone', /« mardi ».*« tous les mardis »/],
  ['mardi, 14h-16h', 'date-weekday-alone', /tous les mardis/],
  ['demain', 'date-relative', /« demain » dépend/],
  ['lundi prochain', 'date-relative', /dépend/],
  ['ce soir', 'date-relative', /dépend/],
  ["aujourd'hui", 'date-relative', /dépend/],
  ['un mardi sur deux', 'date-unknown', /« un mardi sur deux »/],
  ['tous les 15 jours', 'date-unknown', /« tous les 15 jours »/],
  ['5 mai bientôt', 'date-relative', /dépend/],
  ['5 mai avec les parents', 'date-unknown', /« avec les parents »/],
  ['2026', 'date-unknown', /« 2026 »/],
  ['5 mai 25h', 'hour-impossible', /« 25h »/],
  ['5 mai 9h75', 'hour-impossible', /« 9h75 »/],
  ['5 mai 9h-9h', 'hour-same', /mêmes/],
  ['mardi 5 mai 14h, jeudi 7 mai 9h', 'date-hours-differ', /fiche par jour/],
  ['tous les mardis et le 8 mai', 'date-mixed', /deux fiches/],
  ['tous les mardis du 5 mai 14h au 9 juin 16h', 'date-timed-range', /jours entiers/],
  ['du 4 mai 14h au 7 mai 12h, 9h-17h', 'date-timed-range', /jours entiers/],
  ['semaine 60', 'date-impossible', /« semaine 60 » n’existe pas.*52, parfois 53/],
  ['S53 2027', 'date-impossible', /« S53 2027 »/],
  ['tous les jours sauf le premier lundi', 'date-exception', /« le premier lundi »/],
  ["n'importe quoi", 'date-unknown', /« n'importe quoi »/],
];

describe('dates that are refused, or followed with a warning', () => {
  it.each(doubtful)('« %s » says why (%s)', (text, code, pattern) => {
    const result = parseWhen(text, context);
    const fault = result.ok ? result.warnings[0] : result.fault;
    expect(fault?.code).toBe(code);
    const said = `${fault?.message} ${fault?.advice}`.replace(/\u00a0/gu, ' ');
    expect(said).toMatch(pattern);
    expect(fault?.message).toMatch(/[.?!]$/u);
    expect(fault?.advice).toMatch(/[.?!]$/u);
  });

  it('answers 5 MB without a line break at once', () => {
    const result = parseWhen('du 4 au '.repeat(650_000), context);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.fault.message.length).toBeLessThan(200);
  });

  it('answers the longest phrase it reads at once, whatever its pieces', () => {
    for (const piece of ['4, ', 'du 4 au ', '9h-', 'sauf le ', '1/', 'mardi ', '5 mai et ', '‑', '((((']) {
      expect(computing(() => parseWhen(piece.repeat(500).slice(0, 500), context))).toBeLessThan(1000);
    }
  });
});

describe('the year of a release', () => {
  it('wins over the day the file was written', () => {
    const result = parseWhen('du 4 au 7 mai', { ...context, year: 2024 });
    expect(result.ok && brief(result.when)).toBe('2024-05-04..2024-05-07');
  });
  it('is that of the beginning of a range over New Year', () => {
    const result = parseWhen('du 30 décembre au 3 janvier', { ...context, year: 2026 });
    expect(result.ok && brief(result.when)).toBe('2026-12-30..2027-01-03');
  });
  it('does not win over a year that is written', () => {
    const result = parseWhen('5 mai 2025', { ...context, year: 2026 });
    expect(result.ok && brief(result.when)).toBe('2025-05-05');
  });
});

describe('hours alone', () => {
  it.each([
    ['14h-17h', ['14:00-17:00']],
    ['9h30', ['09:30']],
    ['de 9h à 12h et de 14h à 17h', ['09:00-12:00', '14:00-17:00']],
    ['9h-12h / 14h-17h', ['09:00-12:00', '14:00-17:00']],
    ['matin', ['-12:00']],
    ['toute la journée', []],
    ['14:30', ['14:30']],
  ])('« %s » are read', (text, expected) => {
    const result = parseHours(text);
    expect(result.ok && result.hours.map(briefHours)).toEqual(expected);
  });
  it.each(['', '25h', 'tôt', '9h-12h environ', '5 mai'])('« %s » are refused', (text) => {
    expect(parseHours(text).ok).toBe(false);
  });
});
