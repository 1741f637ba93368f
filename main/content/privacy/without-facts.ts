import { inTurns, mapped } from '../../lib/in-turns.ts';
import { dropped, type Fault, problemOf } from '../faults/fault.ts';
import type { Reader } from '../reading/reading.ts';
import { columnsTaken, privateColumnsOf } from './private-columns.ts';
import { withoutFacts } from './private-facts.ts';
import { cleanedHtml, plainWords } from './public-html.ts';
import { publicItem, saysSomething, type WordCleaner } from './public-items.ts';

/** A reader whose items never show the marks or the health of somebody who is named, whatever the file is; `_état.html` tells it. */
export function withoutPrivateFacts(read: Reader): Reader {
  return async (unit, tools) => {
    const reading = await read(unit, tools);
    const { cleaner, told } = createCleaner();
    const cleaned = await inTurns(mapped(reading.items, (item) => publicItem(item, cleaner)));
    const faults = told();
    if (faults.length === 0) return reading;
    const items = cleaned.filter(saysSomething);
    const severity = items.length === 0 ? 'refused' : 'warning';
    const problems = faults.map((fault) => problemOf(unit.files[0].path, severity, fault));
    return { ...reading, items, problems: [...reading.problems, ...problems] };
  };
}

function createCleaner(): { readonly cleaner: WordCleaner; readonly told: () => Fault[] } {
  let hasFacts = false;
  const columns = new Set<string>();
  const line = (text: string): string => {
    const left = withoutFacts(text);
    hasFacts ||= left !== text;
    return left;
  };
  const lines = (text: string): string => text.split('\n').map(line).join('\n');
  const html = (text: string): string => {
    const whole = text.replace(TABLE, (table) => withoutColumns(table, columns));
    return cleanedHtml(whole, (all) => all.map((each) => line(each.text) || null));
  };
  const told = () => [...(hasFacts ? [factsTaken()] : []), ...(columns.size > 0 ? [columnsTaken([...columns])] : [])];
  return { cleaner: { line, text: lines, html, message: (text) => text }, told };
}

const TABLE = /<table>.*?<\/table>/gsu;
const ROW = /<tr>(.*?)<\/tr>/gsu;
const CELL = /<t[hd][^<>]*>(.*?)<\/t[hd]>/gsu;

/** A table as Markdown writes it, without its private columns. Tables with merged cells have lost theirs before they became HTML. */
function withoutColumns(table: string, taken: Set<string>): string {
  if (/\s(?:col|row)span=/u.test(table)) return table;
  const grid = [...table.matchAll(ROW)].map(([, row = '']) =>
    [...row.matchAll(CELL)].map(([, cell = '']) => plainWords(cell).trim()),
  );
  const away = privateColumnsOf(grid);
  if (away.size === 0) return table;
  for (const heading of away.values()) taken.add(heading);
  return table.replace(ROW, (_whole, row: string) => {
    let at = -1;
    const left = row.replace(CELL, (cell) => {
      at += 1;
      return away.has(at) ? '' : cell;
    });
    return `<tr>${left}</tr>`;
  });
}

const factsTaken = (): Fault =>
  dropped(
    'facts-private',
    'Ce qui ne regarde qu’une personne nommée (notes, santé, sanctions, date de naissance, numéro de sécurité sociale, mot de passe) est retiré de ce que montre l’écran.',
    'Retirez ces mots du fichier ; l’écran du hall est vu de tous.',
  );
