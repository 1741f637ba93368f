import { Temporal } from 'temporal-polyfill';
import { frenchTypography } from '../../lib/typography.ts';
import type { AbsenceItem, Meal, MenuItem, TextItem } from '../../programme/item.ts';
import { MEAL_ENDS } from '../../programme/menu-at.ts';
import { withHours } from '../../when/french/hours.ts';
import { dayLabel } from '../../when/french/label.ts';
import { parseWhen } from '../../when/french/parse-when.ts';
import type { WhenRule } from '../../when/when.ts';
import { blocksHtml } from '../documents/blocks-html.ts';
import type { DocumentBlock } from '../documents/table.ts';
import { type Fault, problemOf } from '../faults/fault.ts';
import { type Base, baseOf } from '../kinds/base.ts';
import type { FrontMatter } from '../kinds/text/front-matter.ts';
import { textSlide } from '../kinds/text/text-slide.ts';
import { nothing, type Reading, type ReadTools } from '../reading/reading.ts';
import type { Unit } from '../scan/unit.ts';
import { asksForWeek, type Notice } from './read-notices.ts';

/** A document that is a menu or a list of absences. */
interface NoticeDocument {
  readonly blocks: readonly DocumentBlock[];
  readonly notice: Notice;
  readonly warnings: readonly Fault[];
}

/** The items of a menu, a meal each, or of a list of absences. */
export function noticeReading(
  document: NoticeDocument,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter = {},
): Reading {
  const { notice } = document;
  const base = baseOf(unit, tools, notice.kind === 'menu' ? 'Menu' : 'Absences', front);
  if (notice.kind === 'menu' && (notice.isWeek || front.showsWeek === true))
    return weekReading(document, notice.meals, base);
  const items =
    notice.kind === 'menu' ? menuItems(notice.meals, unit, base) : absenceItems(notice.absences, unit, base);
  const severity = items.length === 0 ? 'refused' : 'warning';
  const faults = [...document.warnings, ...notice.faults];
  return { ...nothing, items, problems: faults.map((fault) => problemOf(base.fields.source, severity, fault)) };
}

type Menu = Extract<Notice, { kind: 'menu' }>;
type Absences = Extract<Notice, { kind: 'absences' }>;

/** The whole days from one to another, both ISO. */
function daysFrom(first: string, last: string): WhenRule | null {
  const reference = Temporal.PlainDate.from(first);
  const read = parseWhen(first === last ? first : `${first}/${last}`, { zone: 'UTC', reference });
  return read.ok ? read.when : null;
}

function menuItems(meals: Menu['meals'], unit: Unit, { fields }: Base): MenuItem[] {
  const isOnly = new Set(meals.map(({ meal }) => meal)).size < 2;
  return meals.map(({ day, meal, courses }, at): MenuItem => {
    const days = daysFrom(day, day);
    return {
      ...fields,
      id: `${unit.path}#${at + 1}`,
      kind: 'menu',
      title: `Menu du ${dayLabel(Temporal.PlainDate.from(day))}${isOnly ? '' : NAMED[meal]}`,
      when: days === null ? null : withHours(days, [{ from: null, to: MEAL_ENDS[meal] }]),
      day,
      meal,
      isOnly,
      courses: courses.map((course) => ({ ...course, dishes: course.dishes.map(frenchTypography) })),
    };
  });
}

const NAMED: Readonly<Record<Meal, string>> = {
  breakfast: ', petit-déjeuner',
  lunch: ', midi',
  dinner: ', soir',
};

function absenceItems(absences: Absences['absences'], unit: Unit, { fields }: Base): AbsenceItem[] {
  return absences.map(
    (absence, at): AbsenceItem => ({
      ...fields,
      ...absence,
      id: `${unit.path}#${at + 1}`,
      kind: 'absence',
      title: absence.teacher || absence.subject || 'Absence',
    }),
  );
}

/** A menu of which staff want the whole week: the document as it stands, on its days. */
function weekReading({ blocks, warnings }: NoticeDocument, meals: Menu['meals'], base: Base): Reading {
  const { title, html } = blocksHtml(blocks.filter((block) => block.kind === 'table' || !asksForWeek(block.text)));
  const [first, last] = [meals[0]?.day, meals.at(-1)?.day];
  const item: TextItem = {
    ...base.fields,
    when: base.fields.when ?? (first !== undefined && last !== undefined ? daysFrom(first, last) : null),
    ...(title === null ? {} : { title, titled: true }),
    kind: 'text',
    html,
    links: [],
  };
  const problems = warnings.map((fault) => problemOf(base.fields.source, 'warning', fault));
  return textSlide(item, title !== null, [...base.problems, ...problems]);
}
