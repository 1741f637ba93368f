import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { markdownBlocks } from '../../../../main/content/kinds/text/markdown-blocks.ts';
import { tableEvents } from '../../../../main/content/notices/table-events.ts';

describe('a row of Markdown that is struck through', () => {
  const table =
    '| Date | Titre | Lieu |\n|---|---|---|\n| 5 mai 2026 | Forum | CDI |\n| ~~6 mai 2026~~ | ~~Bal~~ | |\n';

  it('is a cancelled event', () => {
    const { events = [] } =
      tableEvents(markdownBlocks(table), { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-05-04') }) ??
      {};
    expect(events.map(({ title, status }) => [title, status?.kind])).toEqual([
      ['Forum', undefined],
      ['Bal', 'cancelled'],
    ]);
  });
});
