import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { MenuItem } from '../programme/item.ts';
import { dayLabel } from '../when/french/label.ts';
import { dropped, problemOf, quoted } from './faults/fault.ts';

type Menu = CatalogueItem & MenuItem;

/** Menus of several files for one meal: `menuAt` shows the one that was written last, and each of the other files is told so. */
export function doubleMenus(items: readonly CatalogueItem[]): Problem[] {
  const newest = new Map<string, Menu>();
  const mealOf = ({ day, meal, screens }: Menu): string => JSON.stringify([day, meal, screens]);
  const menus = items.filter((item): item is Menu => item.kind === 'menu');
  for (const menu of menus) {
    const other = newest.get(mealOf(menu));
    if (other === undefined || menu.modifiedMs > other.modifiedMs) newest.set(mealOf(menu), menu);
  }
  const lost = new Map<string, { readonly by: string; readonly days: Set<string> }>();
  for (const menu of menus) {
    const shown = newest.get(mealOf(menu));
    if (shown === undefined || shown.source === menu.source) continue;
    const known = lost.get(menu.source) ?? { by: shown.source, days: new Set<string>() };
    known.days.add(menu.day);
    lost.set(menu.source, known);
  }
  return [...lost].map(([file, { by, days }]) => problemOf(file, 'warning', twice(by, [...days])));
}

function twice(by: string, days: readonly string[]) {
  const [first = ''] = days;
  const more =
    days.length > 1
      ? ` (et ${days.length - 1} autre${days.length > 2 ? 's' : ''} jour${days.length > 2 ? 's' : ''})`
      : '';
  return dropped(
    'menu-double',
    `Un autre fichier, ${quoted(by)}, est aussi le menu du ${dayLabel(Temporal.PlainDate.from(first))}${more} : c’est lui, le plus récent, qui est montré.`,
    'Retirez du dossier celui qui ne sert plus.',
  );
}
