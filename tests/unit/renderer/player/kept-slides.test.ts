import { describe, expect, it } from 'vitest';
import type { Programme, Slide } from '../../../../main/contract.ts';
import { keepSlides, surroundings } from '../../../../renderer/player/kept-slides.ts';
import { programmeOf } from '../../../support/wall.ts';

const slide = (id: string, title: string) => ({ id, title, kind: 'text', paragraphs: [title] }) as unknown as Slide;
/** What comes over the stream is never an object that was there before. */
const sent = <T>(value: T): T => structuredClone(value);

describe('the slides of a programme that comes once more', () => {
  it('are the objects that they were, but for those that have changed', () => {
    const known = [slide('a', 'Cantine'), slide('b', 'Chorale'), slide('c', 'CDI')];
    const come = sent([slide('c', 'CDI'), slide('b', 'Chorale à 13 h'), slide('d', 'Forum'), slide('a', 'Cantine')]);
    const kept = keepSlides(known, come);
    expect(kept).toEqual(come);
    expect([kept[0] === known[2], kept[1] === come[1], kept[2] === come[2], kept[3] === known[0]]).toEqual(
      Array(4).fill(true),
    );
  });

  it('look the same while the day, the theme, the week and the head are the same', () => {
    const programme = programmeOf([], { day: '2026-05-05' });
    const others: Partial<Programme>[] = [
      { day: '2026-05-06' },
      { theme: 'sombre' },
      { week: [{ day: '2026-05-05', count: 1 } as unknown as Programme['week'][number]] },
      { head: { place: 'Collège' } as unknown as NonNullable<Programme['head']> },
    ];
    expect(surroundings(sent({ ...programme, revision: '2', at: '2026-05-05T10:00:00+02:00[Europe/Paris]' }))).toBe(
      surroundings(programme),
    );
    for (const other of others) expect(surroundings({ ...programme, ...other })).not.toBe(surroundings(programme));
  });
});
