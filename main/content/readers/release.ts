import type { EventItem } from '../../calendar/item.ts';
import type { FrontMatter } from '../documents/front-matter.ts';
import type { PressRelease } from '../press-release/press-release.ts';
import type { Reading, ReadTools } from '../reading.ts';
import type { Unit } from '../unit.ts';
import { baseOf, problemOf } from './base.ts';

/** The events of a press release; null where the text is none, and is to be shown as what it is. */
export function releaseReading(
  release: PressRelease | null,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter = {},
): Reading | null {
  const [file] = unit.files;
  if (release === null) return null;
  const { fields } = baseOf(unit, tools, 'Communiqué', front);
  const items = release.events.map(
    ({ line, when, title, ...event }, index): EventItem => ({
      ...fields,
      ...event,
      id: `${unit.path}#${index + 1}`,
      kind: 'event',
      title,
      line,
      when,
    }),
  );
  return {
    items,
    problems: release.warnings.map((fault) => problemOf(file.path, 'warning', fault)),
    retry: false,
    uses: [],
  };
}
