import type { Block } from '../../documents/block.ts';
import { withTitledDays } from '../days/titled-days.ts';
import { withBylinesBehind } from '../event/bylines.ts';
import { beginsAsEvent } from '../event/category.ts';
import { type Field, type FieldRole, fieldOf, roleOf, splitFields, withoutSigns } from '../event/fields.ts';
import { isStyled } from '../outline/is-styled.ts';
import { withPlaceForms } from '../places/place-forms.ts';

/** Labels that may stand alone on a line, above their value. */
const ALONE: ReadonlySet<FieldRole> = new Set(['title', 'date', 'hours', 'venue', 'town']);

/**
 * The blocks of a text with each field of a form on a line of its own, as « Label : value »: fields that share a line are
 * parted, a label joins the value under it, and the title of a form comes before its other fields. `isDays`, `isDate`: a text is days,
 * days or hours, and nothing else.
 */
export function formLines(
  blocks: readonly Block[],
  isDays: (text: string) => boolean,
  isDate: (text: string) => boolean,
): Block[] {
  const together = withBylinesBehind(hoursTogether(blocks.flatMap(linesOf)), isDays);
  const lines = withPlaceForms(withTitledDays(together, isDays), { isDays, isDate });
  return titlesFirst(titlesAbove(joinLabels(lines, isDays)));
}

function linesOf(block: Block): Block[] {
  if (block.kind === 'table-row') return [fieldOfRow(block) ?? block];
  const text = withoutSigns(block.text);
  return splitFields(text).map((part) => ({ ...block, text: part }));
}

const TIME = String.raw`\d{1,2}\s?(?:h|:)\s?(?:\d{2})?`;
const START = new RegExp(`^(?:(?:heures? de )?d[ée]but|heures? d[ée]but|de)\\s*:\\s*(${TIME})$`, 'iu');
const END = new RegExp(`^(?:(?:heures? de )?fin|heures? fin|[àa])\\s*:\\s*(${TIME})$`, 'iu');

/** « Heure de début : 17h30 » above « Heure de fin : 19h » as one field. */
function hoursTogether(blocks: readonly Block[]): Block[] {
  const together: Block[] = [];
  for (const block of blocks) {
    const last = together.at(-1);
    const start = START.exec(last?.text ?? '')?.[1];
    const end = END.exec(block.text)?.[1];
    if (last === undefined || start === undefined || end === undefined) together.push(block);
    else together[together.length - 1] = { ...last, text: `Horaires : ${start} - ${end}` };
  }
  return together;
}

/** A row of two cells, a label and its value, as a field. */
function fieldOfRow(block: Block): Block | null {
  const [label = '', value = '', ...others] = block.cells ?? block.text.split(' | ');
  const name = label.replace(/\s*:$/, '');
  const role = roleOf(name);
  if (role === null || value === '' || others.length > 0 || roleOf(value) !== null) return null;
  const { cells: _cells, ...rest } = block;
  return { ...rest, kind: 'paragraph', text: `${name} : ${value}` };
}

function joinLabels(blocks: readonly Block[], isDays: (text: string) => boolean): Block[] {
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) continue;
    const label = labelAlone(block);
    const values = label === null ? [] : valuesUnder(blocks, at + 1, label.role, isDays);
    if (label === null || values.length === 0) joined.push(block);
    else {
      joined.push({ ...block, kind: 'paragraph', level: 0, text: `${label.label} : ${values.join(' et ')}` });
      at += values.length;
    }
  }
  return joined;
}

/** The label that a line is, without a value: « Lieu : », or a heading « Lieu ». */
function labelAlone(block: Block): Field | null {
  const role = isStyled(block) ? roleOf(block.text) : null;
  const field = role === null ? fieldOf(block.text) : { role, label: block.text, value: '' };
  return field !== null && field.value === '' && ALONE.has(field.role) ? field : null;
}

/** The value under a label: one line, or all the days of a list of days. */
function valuesUnder(
  blocks: readonly Block[],
  from: number,
  role: FieldRole,
  isDays: (text: string) => boolean,
): readonly string[] {
  const values: string[] = [];
  for (const block of blocks.slice(from)) {
    const isValue = block.level === 0 && fieldOf(block.text) === null && labelAlone(block) === null;
    if (!isValue || (values.length > 0 && !(role === 'date' && isDays(block.text)))) break;
    values.push(block.text);
    if (role === 'date' && !isDays(block.text)) break;
  }
  return values;
}

/** Where the title of each form stands under its fields, on a plain line, the title above them. */
function titlesAbove(blocks: readonly Block[]): Block[] {
  const forms = datedForms(blocks);
  const [first] = forms;
  const titles = forms.map(({ to }) => blocks[to]);
  if (first === undefined || forms.length < 2 || !titles.every(isPlainTitle)) return [...blocks];
  // Where a title of the same look stands above the first form, the last line must be an event, and no good wish.
  const isSure = !isPlainTitle(blocks[first.from - 1]) || titles.every((title) => beginsAsEvent(title?.text ?? ''));
  if (!isSure) return [...blocks];
  const moved = [...blocks];
  for (const { from, to } of forms) {
    const [title] = moved.splice(to, 1);
    if (title !== undefined) moved.splice(from, 0, title);
  }
  return moved;
}

/** The runs of fields with a date and no title among them; `to` is the rank of the block after a run. */
function datedForms(blocks: readonly Block[]): { readonly from: number; readonly to: number }[] {
  const forms: { from: number; to: number }[] = [];
  for (let from = 0; from < blocks.length; from++) {
    const roles = new Set<FieldRole>();
    let to = from;
    for (let role = roleAt(blocks, to); role !== undefined; role = roleAt(blocks, to)) {
      roles.add(role);
      to++;
    }
    if (roles.has('date') && roles.size > 1 && !roles.has('title')) forms.push({ from, to });
    from = Math.max(from, to);
  }
  return forms;
}

function roleAt(blocks: readonly Block[], at: number): FieldRole | undefined {
  return fieldOf(blocks[at]?.text ?? '')?.role;
}

function isPlainTitle(block: Block | undefined): boolean {
  if (block === undefined || isStyled(block) || block.kind === 'table-row') return false;
  return block.text.length <= 100 && !/[.;,:!…]$/.test(block.text) && fieldOf(block.text) === null;
}

/** In each form, the line of its title first. */
function titlesFirst(blocks: readonly Block[]): Block[] {
  const ordered: Block[] = [];
  let form: { readonly role: FieldRole; readonly block: Block }[] = [];
  const endForm = (): void => {
    const title = form.find(({ role }) => role === 'title');
    const others = form.filter((each) => each !== title);
    ordered.push(...[...(title === undefined ? [] : [title]), ...others].map(({ block }) => block));
    form = [];
  };
  for (const block of blocks) {
    const role = fieldOf(block.text)?.role;
    // A label that comes again begins the next form.
    if (role === undefined || (ALONE.has(role) && form.some((each) => each.role === role))) endForm();
    if (role === undefined) ordered.push(block);
    else form.push({ role, block });
  }
  endForm();
  return ordered;
}
