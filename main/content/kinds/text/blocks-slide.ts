import type { TextItem } from '../../../programme/item.ts';
import { blocksHtml } from '../../documents/blocks-html.ts';
import { textTooLong } from '../../documents/limits.ts';
import { struckLost, withoutStruckCells } from '../../documents/struck-lost.ts';
import type { DocumentBlock } from '../../documents/table.ts';
import { type Fault, problemOf } from '../../faults/fault.ts';
import { columnsTaken, withoutPrivateColumns } from '../../privacy/private-columns.ts';
import { nothing, type Reading, type ReadTools, refusal } from '../../reading/reading.ts';
import type { Unit } from '../../scan/unit.ts';
import { baseOf } from '../base.ts';
import { textSlide } from './text-slide.ts';
import { type DaysTold, withDaysTold } from './undated.ts';

/** What a file that is shown as it stands is made of. */
interface ShownFile extends DaysTold {
  readonly blocks: readonly DocumentBlock[];
  readonly links: TextItem['links'];
  /** What its parser tells of it. */
  readonly faults: readonly Fault[];
}

/** The reading of a document or a table that is one slide of text. */
export function blocksSlide(file: ShownFile, unit: Unit, tools: ReadTools): Reading {
  const { links } = file;
  const valid = withoutStruckCells(file.blocks);
  if (valid.length === 0 && file.blocks.length > 0) return refusal(unit.files[0].path, struckLost());
  const { blocks, taken } = withoutPrivateColumns(valid);
  if (blocks.length === 0 && taken.length > 0) return refusal(unit.files[0].path, columnsTaken(taken));
  const isStruckTold = valid === file.blocks || file.faults.some(({ code }) => code === struckLost().code);
  const faults = [
    ...file.faults,
    ...(isStruckTold ? [] : [struckLost()]),
    ...(taken.length === 0 ? [] : [columnsTaken(taken)]),
  ];
  const { title, html, cut } = blocksHtml(blocks);
  const base = baseOf(unit, tools, title ?? 'Information');
  if (base.refused) return { ...nothing, problems: base.problems };
  const slide: TextItem = {
    ...base.fields,
    ...(title === null ? {} : { title, titled: true }),
    kind: 'text',
    html,
    links,
  };
  const { item, told: undated } = withDaysTold(slide, file);
  const isTold = faults.some(({ code }) => code === textTooLong().code);
  const told = cut && !isTold ? [...faults, textTooLong()] : faults;
  const warnings = [...told, ...undated].map((fault) => problemOf(unit.files[0].path, 'warning', fault));
  return textSlide(item, title !== null, [...base.problems, ...warnings]);
}
