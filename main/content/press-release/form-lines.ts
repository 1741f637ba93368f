import type { Block } from '../documents/block.ts';
import { type Field, type FieldRole, fieldOf, roleOf, splitFields, withoutSigns } from './fields.ts';

/** Labels that may stand alone on a line, above their value. */
const ALONE: ReadonlySet<FieldRole> = new Set(['title', 'date', 'hours', 'venue', 'town']);

/**
 * The blocks of a text with each field of a form on a line of its own, as « Label : value »: fields that share a line are
 * parted, a label joins the value under it, and the title of a form comes before its other fields.
 */
export function formLines(blocks: readonly Block[], isDays: (text: string) => boolean): Block[] {
  const lines = blocks.flatMap(linesOf);
  return titlesFirst(joinLabels(lines, isDays));
}

function linesOf(block: Block): Block[] {
  if (block.kind === 'table-row') return [fieldOfRow(block) ?? block];
  const text = withoutSigns(block.text);
  return splitFields(text).map((part) => ({ ...block, text: part }));
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
  const isStyled = block.level > 0 || block.bold === true;
  const role = isStyled ? roleOf(block.text) : null;
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
