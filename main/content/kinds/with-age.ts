import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../contract.ts';
import type { Item } from '../../programme/item.ts';
import { dayLabel } from '../../when/french/label.ts';
import type { WhenRule } from '../../when/when.ts';
import { guessed, problemOf, quoted } from '../faults/fault.ts';
import type { Reading } from '../reading/reading.ts';

/** Words that are true on one day only. « Les métiers d’aujourd’hui et de demain » are none. */
const AGING =
  /(?<![\p{L}’'-])(?<!(?:\b(?:de|du|le|un|pour|avant|après|vers)\s|d[’']))(?:aujourd[’'‘]?\s?hui|demain|après-demain|ce (?:matin|midi|soir)|cet après-midi)(?![\p{L}’'-])/iu;
/** « demain », said of days to come in general. */
const GENERAL = /^\s*(?:et|ou)\s+(?:(?:de|à)\s+)?(?:demain|après)/iu;

/** The first word of a text that makes it wrong on the day after; null where there is none. */
export function agingWord(text: string): string | null {
  const match = AGING.exec(text);
  if (match === null || GENERAL.test(text.slice(match.index + match[0].length))) return null;
  return match[0];
}

const plainText = (html: string) => html.replace(/<[^>]*>/gu, ' ').replaceAll(/&(?:#39|#x27|rsquo|apos);/gu, '’');

/**
 * A reading whose undated texts are shown only while they are true: one that says « aujourd’hui » or « demain » on the day on
 * which it was first seen.
 */
export function withAge(reading: Reading, seen: Temporal.PlainDate): Reading {
  const problems: Problem[] = [];
  const items = reading.items.map((item): Item => {
    if (item.kind !== 'text' || item.when !== null) return item;
    const word = agingWord(`${item.title} ${plainText(item.html)}`);
    if (word === null) return item;
    problems.push(problemOf(item.source, 'warning', aging(word, seen)));
    return { ...item, when: until(seen) };
  });
  return problems.length === 0 ? reading : { ...reading, items, problems: [...reading.problems, ...problems] };
}

function until(day: Temporal.PlainDate): WhenRule {
  const ranges = [{ from: null, to: day.toString() }];
  const except = { ranges: [], weekdays: [] };
  return { type: 'rule', ranges, weekdays: [], months: [], except, hours: [], label: `jusqu’au ${dayLabel(day)}` };
}

const aging = (word: string, seen: Temporal.PlainDate) =>
  guessed(
    'text-ages',
    `Ce texte dit ${quoted(word)} sans dire la date : il n’est montré que le jour où il est arrivé, ${dayLabel(seen)} ; ensuite il serait faux.`,
    'Écrivez la date dans le texte, ou au début du nom, par exemple « mardi 5 mai - Titre ».',
  );
