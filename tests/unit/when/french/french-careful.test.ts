import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseHours } from '../../../../main/when/french/hours.ts';
import { parseWhen } from '../../../../main/when/french/parse-when.ts';
import { brief, briefHours } from '../brief.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };
const may5 = '2026-05-05';
const week = '2026-05-04..2026-05-07';

/** Phrases that were once understood as something else, or refused, and what they say. */
const phrases: readonly (readonly [string, string])[] = [
  // A start and an end, whatever joins them
  ['5 mai de 18h jusqu’à 22h', `${may5} h18:00-22:00`],
  ['5 mai dès 18h jusqu’à 22h', `${may5} h18:00-22:00`],
  ['5 mai 18h jusqu’à 20h', `${may5} h18:00-20:00`],
  ['5 mai à partir de 18h et jusqu’à 20h', `${may5} h18:00-20:00`],
  ['5 mai à partir de 18h, jusqu’à 20h', `${may5} h18:00-20:00`],
  ['5 mai à partir de 18h jusqu’à minuit', `${may5} h18:00-`],
  ['5 mai de 14h. à 16h.', `${may5} h14:00-16:00`],
  ['5 mai 08h00/09h00', `${may5} h08:00-09:00`],
  ['5 mai 9h30/11h', `${may5} h09:30-11:00`],
  ['du lundi au vendredi, 8h - 12h30 / 13h30 - 17h', '.. w1,2,3,4,5 h08:00-12:30,13:30-17:00'],
  ['du lundi au vendredi, 8 h - 12 h 30 / 13 h 30 - 17 h', '.. w1,2,3,4,5 h08:00-12:30,13:30-17:00'],
  ['5 mai 18h 30', `${may5} h18:30`],
  ['5 mai 18h 30 - 20h 30', `${may5} h18:30-20:30`],
  ['14 h 12 mai', '2026-05-12 h14:00'],
  ['14h 12/05', '2026-05-12 h14:00'],
  ['14h 26 et 27 mai', '2026-05-26,2026-05-27 h14:00'],
  ['5 mai le matin de 9h à 12h', `${may5} h09:00-12:00`],
  ['5 mai de 9h à 12h le matin et de 14h à 17h l’après-midi', `${may5} h09:00-12:00,14:00-17:00`],
  ['5 mai le soir à 20h', `${may5} h20:00`],
  // The same hours said for each day, and days that bound others
  ['mardi 5 mai de 14h à 16h et jeudi 7 mai de 14h à 16h', '2026-05-05,2026-05-07 h14:00-16:00'],
  ['tous les mardis 12h-13h et tous les jeudis 12h-13h', '.. w2,4 h12:00-13:00'],
  ['tous les mardis de 14h à 16h du 5 mai au 9 juin', '2026-05-05..2026-06-09 w2 h14:00-16:00'],
  ['tous les mardis 14h-16h jusqu’au 12 juin', '..2026-06-12 w2 h14:00-16:00'],
  ['du lundi au vendredi 9h-17h sauf mercredi', '.. w1,2,3,4,5 -w3 h09:00-17:00'],
  ['du lundi au vendredi sauf mercredi, 9h-17h', '.. w1,2,3,4,5 -w3 h09:00-17:00'],
  ['mardi matin 5 mai', `${may5} h-12:00`],
  ['mardi après-midi 5 mai', `${may5} h12:00-18:00`],
  ['tous les jours de 9h à 17h', '.. h09:00-17:00'],
  // Days
  ['5 mai (mardi)', may5],
  ['mardi, le 5 mai 2026', may5],
  ['05-mai', may5],
  ['5-mai', may5],
  ['05-mai-26', may5],
  ['5-mai-2026', may5],
  ['du 4-mai au 7-mai', week],
  ['5_mai_2026', may5],
  ['05_05_2026', may5],
  ['05 05 2026', may5],
  ['1er. mai', '2026-05-01'],
  ['premier mai', '2026-05-01'],
  ['5 mai 26', may5],
  ['5 mai 27', '2027-05-05'],
  ['5 mai 26 de 14h à 16h', `${may5} h14:00-16:00`],
  ['du 4 au 7 mai 26', week],
  ['du 4 mai 26 au 7 mai 26', week],
  ['5 mai, 26 juin', '2026-05-05,2026-06-26'],
  ['5 mai 9-12h', `${may5} h09:00-12:00`],
  // Ranges
  ['4/7 mai', week],
  ['04/07 mai 2026', week],
  ['5/6 mai', '2026-05-05..2026-05-06'],
  ['4 à 7 mai', week],
  ['semaine du 4 au 7 mai', week],
  ['la semaine du 4 au 7 mai', week],
  ['du 04.05 au 07.05', week],
  ['jusqu’à fin juin', '..2026-06-30'],
  ['jusqu’à la fin du mois de juin 2026', '..2026-06-30'],
  ['jusqu’à fin février 2028', '..2028-02-29'],
  ['du 4 mai à fin juin', '2026-05-04..2026-06-30'],
  ['du 4 mai jusqu’à fin juin', '2026-05-04..2026-06-30'],
  ['septembre 2026 - juin 2027', '2026-09-01..2027-06-30'],
  ['de septembre à juin', '2025-09-01..2026-06-30'],
  ['de septembre à juin 2027', '2026-09-01..2027-06-30'],
  ['de septembre 2026 à juin', '2026-09-01..2027-06-30'],
  ['de mars à avril', '2026-03-01..2026-04-30'],
  ['février 2028', '2028-02-01..2028-02-29'],
  ['tous les mardis de septembre 2026 à juin 2027', '2026-09-01..2027-06-30 w2'],
  ['tous les mardis de septembre à juin', '.. w2 m1,2,3,4,5,6,9,10,11,12'],
  ['du 1er octobre au 30 juin', '2025-10-01..2026-06-30'],
  ['du 4 au 15 mai sauf du 14 au 17 mai', '2026-05-04..2026-05-15 -2026-05-14..2026-05-17'],
  ['du 4 au 7 mai et du 18 au 21 mai sauf le 20 mai', '2026-05-04..2026-05-07,2026-05-18..2026-05-21 -2026-05-20'],
];

describe('phrases that were once misread', () => {
  it.each(phrases)('« %s » is understood without a doubt', (text, expected) => {
    const result = parseWhen(text, context);
    expect(result.ok ? brief(result.when) : result.fault).toBe(expected);
    expect(result.ok && result.warnings).toEqual([]);
  });
});

/** Text, code, what its sentences must say. */
const doubtful: readonly (readonly [string, string, RegExp])[] = [
  ['du lundi au vendredi sauf mercredi après-midi', 'date-exception-hours', /« sauf mercredi après-midi »/],
  ['du 4 au 7 mai sauf le 6 au matin', 'date-exception-hours', /« sauf le 6 au matin »/],
  ['du 4 au 7 mai (sauf le 6 de 14h à 16h)', 'date-exception-hours', /« sauf le 6 de 14h à 16h »/],
  ['5 mai à minuit', 'hour-midnight', /« à minuit ».*début.*fin/],
  ['5 mai 24h', 'hour-midnight', /« 24h »/],
  ['5 mai 8h30 12h', 'hour-unclear', /« 8h30 12h ».*« de 8 h 30 à 12 h ».*« à 8 h 30 et à 12 h »/],
  ['5 mai 8h5-9h', 'hour-impossible', /« 8h5-9h »/],
  ['5 mai 14h et 7 mai', 'date-hours-differ', /fiche par jour/],
  ['5 mai, 14h, 7 mai 14h, 9 mai', 'date-hours-differ', /fiche par jour/],
  ['mardi 12h-13h et jeudi 12h-13h', 'date-weekday-alone', /tous les mardis/],
  ['mardi 12h-13h et jeudi 14h-15h', 'date-hours-differ', /fiche par jour/],
  ['mercredi matin 5 mai', 'date-weekday', /mardi.*mercredi/],
  ['5 mai (lundi)', 'date-weekday', /mardi.*lundi/],
  ['7/4 mai', 'date-backwards', /finit avant/],
  ['5 mai au 3 avril', 'date-backwards', /« du 5 mai au 3 avril ».*années/],
  ['du 1er juin au 28 février', 'date-backwards', /années/],
  ['du 4 au 15 mai sauf le 20 mai', 'date-exception-outside', /« le 20 mai » est hors de la période/],
  ['du 4 au 15 mai sauf le 8 mai 2027', 'date-exception-outside', /« le 8 mai 2027 »/],
  ['du 28 avril au 3', 'date-month-missing', /« du 28 avril au 3 ».*« du 28 avril au 3 mai »/],
  ['du 4 au 7', 'date-month-missing', /« du 4 au 7/],
  ['5 mai juin', 'date-month-unclear', /« 5 mai juin ».*un seul mois/],
  ['mai 26', 'date-unknown', /« 26 »/],
  ['-', 'date-empty', /« - » n’est pas une date/],
  ['(…)', 'date-unknown', /n’est pas comprise/],
  ['fermé le 8 mai', 'date-only-exception', /« fermé le 8 mai »/],
  ['fermé du 4 au 7 mai', 'date-only-exception', /« fermé du 4 au 7 mai »/],
  ['sauf mercredi', 'date-only-exception', /« sauf mercredi »/],
  ['2 mai 68', 'date-unknown', /« 68 »/],
  ['2026-05-04_07', 'date-range-guessed', /« 2026-05-04_07 ».*jusqu’au 7 mai/],
  ['2026-05-04 2026-05-07', 'date-range-guessed', /« du 4 mai au 7 mai »/],
];

describe('phrases that were once followed without a word', () => {
  it.each(doubtful)('« %s » says why (%s)', (text, code, pattern) => {
    const result = parseWhen(text, context);
    const fault = result.ok ? result.warnings[0] : result.fault;
    expect(fault?.code).toBe(code);
    expect(`${fault?.message} ${fault?.advice}`.replace(/\u00a0/gu, ' ')).toMatch(pattern);
    expect(fault?.message).toMatch(/[.?!]$/u);
    expect(fault?.advice).toMatch(/[.?!]$/u);
  });
});

describe('a guess that is told', () => {
  it.each(['2026-05-04_07', '2026-05-04/07', '2026-05-04 2026-05-07'])('« %s » is a range', (text) => {
    const result = parseWhen(text, context);
    expect(result.ok && brief(result.when)).toBe(week);
  });
});

describe('the label of a phrase', () => {
  it.each([
    ['mardi 5 mai à 14h', 'mardi 5 mai, à 14 h'],
    ['16/02', 'mardi 16 février 2027'],
    ['du 30 décembre au 3 janvier', 'du 30 décembre 2026 au 3 janvier 2027'],
    ['à partir du 2 mars', 'à partir du 2 mars 2027'],
    ['31 décembre', 'jeudi 31 décembre'],
    ['tous les mardis sauf le 5 janvier', 'tous les mardis sauf le 5 janvier 2027'],
    ['mardi 5 mai 14h et 16h', 'mardi 5 mai, à 14 h et à 16 h'],
    ['mardi 5 mai à partir de 14h', 'mardi 5 mai, à partir de 14 h'],
    ['mardi 5 mai dès 14h', 'mardi 5 mai, à partir de 14 h'],
  ])('« %s » is « %s »', (text, label) => {
    const result = parseWhen(text, context);
    expect(result.ok && result.when.label.replace(/\u00a0/gu, ' ')).toBe(label);
  });
});

describe('hours alone that were once misread', () => {
  it.each([
    ['8h - 12h30 / 13h30 - 17h', ['08:00-12:30', '13:30-17:00']],
    ['9h30/11h', ['09:30-11:00']],
    ['18h jusqu’à 20h', ['18:00-20:00']],
    ['18h 30', ['18:30']],
  ])('« %s » are read', (text, expected) => {
    const result = parseHours(text);
    expect(result.ok && result.hours.map(briefHours)).toEqual(expected);
  });
  it.each(['-', '8h30 12h', '8h5-9h', 'minuit', '24h'])('« %s » are refused', (text) => {
    expect(parseHours(text).ok).toBe(false);
  });
});
