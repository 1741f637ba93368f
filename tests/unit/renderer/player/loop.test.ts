import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../../main/contract.ts';
import {
  EMPTY_LOOP,
  type Loop,
  nextInTurn,
  pageId,
  takePages,
  takeProgramme,
} from '../../../../renderer/player/loop.ts';

function slide(id: string, more: Partial<Pick<Slide, 'serial' | 'source' | 'kind'>> = {}): Slide {
  return { id, title: id, durationMs: 8000, source: `${id}.md`, serial: 0, kind: 'idle', ...more } as Slide;
}
const programme = (...slides: Slide[]) => ({ slides });
const ABC = programme(slide('a'), slide('b'), slide('c'));

/** The ids shown in the next `count` turns. */
function turns(loop: Loop, count: number): string[] {
  const shown: string[] = [];
  let now = loop;
  for (let n = 0; n < count; n++) {
    const move = nextInTurn(now);
    now = move.loop;
    shown.push(move.show ? pageId(move.show.slide.id, move.show.page) : '-');
  }
  return shown;
}

describe('the loop', () => {
  it('begins with the first slide and starts again after the last', () => {
    const first = takeProgramme(EMPTY_LOOP, ABC, true);
    expect(first.show?.slide.id).toBe('a');
    expect(turns(first.loop, 4)).toEqual(['b', 'c', 'a', 'b']);
  });

  it('keeps its place when a slide is added that is not new', () => {
    const { loop } = nextInTurn(takeProgramme(EMPTY_LOOP, ABC, true).loop);
    const move = takeProgramme(loop, programme(slide('z'), ...ABC.slides), false);
    expect(move.show).toBeNull();
    expect(turns(move.loop, 2)).toEqual(['c', 'z']);
  });

  it('shows a new slide at once, then goes on from where it was', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, ABC, true);
    const move = takeProgramme(loop, programme(...ABC.slides, slide('new', { serial: 5 })), false);
    expect(move.show?.slide.id).toBe('new');
    expect(turns(move.loop, 3)).toEqual(['b', 'c', 'new']);
  });

  it('of several new slides, jumps only to the newest', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, ABC, true);
    const news = [4, 6, 5].map((serial) => slide(`n${serial}`, { serial }));
    const move = takeProgramme(loop, programme(...ABC.slides, ...news), false);
    expect(move.show?.slide.id).toBe('n6');
    expect(takeProgramme(move.loop, programme(...ABC.slides, ...news), false).show).toBeNull();
  });

  it('does not jump at the first programme after a connection', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, programme(slide('a'), slide('b', { serial: 9 })), true);
    expect(loop.showing?.id).toBe('a');
    const again = takeProgramme(loop, programme(slide('a'), slide('b'), slide('c', { serial: 12 })), true);
    expect(again.show).toBeNull();
  });

  it('jumps again after the service has restarted and counts from 0', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, programme(slide('a', { serial: 40 })), true);
    const back = takeProgramme(loop, ABC, true).loop;
    expect(takeProgramme(back, programme(...ABC.slides, slide('d', { serial: 1 })), false).show?.slide.id).toBe('d');
  });

  it('replaces the slide on the wall at once by one made from the same file', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, ABC, true);
    const edited = programme(slide('a2', { source: 'a.md' }), slide('b'), slide('c'));
    const move = takeProgramme(loop, edited, false);
    expect(move.show?.slide.id).toBe('a2');
    expect(turns(move.loop, 2)).toEqual(['b', 'c']);
  });

  it('replaces an agenda, which has no file, by the new agenda', () => {
    const agenda = (id: string) => slide(id, { kind: 'agenda', source: null });
    const { loop } = takeProgramme(EMPTY_LOOP, programme(agenda('g1'), slide('b')), true);
    expect(takeProgramme(loop, programme(agenda('g2'), slide('b')), false).show?.slide.id).toBe('g2');
  });

  it('when a slide is taken out, shows the one that followed it', () => {
    const { loop } = nextInTurn(takeProgramme(EMPTY_LOOP, ABC, true).loop);
    const move = takeProgramme(loop, programme(slide('a'), slide('c')), false);
    expect(move.show?.slide.id).toBe('c');
  });

  it('shows all the pages of a slide before the next slide', () => {
    const loop = takePages(takeProgramme(EMPTY_LOOP, ABC, true).loop, 3, 8000);
    expect(turns(loop, 3)).toEqual(['a~2', 'a~3', 'b']);
  });

  it('goes on with the next page of the slide that a jump interrupted', () => {
    const reading = takePages(takeProgramme(EMPTY_LOOP, ABC, true).loop, 3, 8000);
    const move = takeProgramme(reading, programme(...ABC.slides, slide('new', { serial: 1 })), false);
    expect(turns(takePages(move.loop, 1, 8000), 3)).toEqual(['a~2', 'a~3', 'b']);
  });

  it('is interrupted by an alert, and goes on from where it was after it', () => {
    const { loop } = nextInTurn(takeProgramme(EMPTY_LOOP, ABC, true).loop);
    const alert = takeProgramme(loop, programme(slide('alert', { kind: 'alert', serial: 1 })), false);
    expect(alert.show?.slide.id).toBe('alert');
    expect(turns(alert.loop, 2)).toEqual(['alert', 'alert']);
    const over = takeProgramme(alert.loop, ABC, false);
    expect(over.show?.slide.id).toBe('c');
  });

  it('shows a new slide at once in the middle of a portion, then goes on with the portion', () => {
    const photos = Array.from({ length: 60 }, (_, n) => ({ ...slide(`p${n}`), group: 'album/' }));
    const pace = { recallMs: 75_000, turnMs: 240_000 };
    const { loop } = nextInTurn(takeProgramme(EMPTY_LOOP, { ...pace, slides: photos }, true).loop);
    const news = { ...slide('new', { serial: 1 }), group: 'album/' };
    const move = takeProgramme(loop, { ...pace, slides: [...photos, news] }, false);
    expect(move.show?.slide.id).toBe('new');
    expect(turns(move.loop, 60)).toEqual([...photos.slice(2).map(({ id }) => id), 'new', 'p0']);
  });

  it('shows nothing of an empty programme', () => {
    expect(takeProgramme(EMPTY_LOOP, programme(), true).show).toBeNull();
    expect(turns(EMPTY_LOOP, 1)).toEqual(['-']);
  });
});
