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
const abc = programme(slide('a'), slide('b'), slide('c'));

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
  it('begins with the first slide and comes round', () => {
    const first = takeProgramme(EMPTY_LOOP, abc, true);
    expect(first.show?.slide.id).toBe('a');
    expect(turns(first.loop, 4)).toEqual(['b', 'c', 'a', 'b']);
  });

  it('keeps its place when another slide is added without news of it', () => {
    const { loop } = nextInTurn(takeProgramme(EMPTY_LOOP, abc, true).loop);
    const move = takeProgramme(loop, programme(slide('z'), ...abc.slides), false);
    expect(move.show).toBeNull();
    expect(turns(move.loop, 2)).toEqual(['c', 'z']);
  });

  it('shows what is new at once, then goes on from where it was', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, abc, true);
    const move = takeProgramme(loop, programme(...abc.slides, slide('new', { serial: 5 })), false);
    expect(move.show?.slide.id).toBe('new');
    expect(turns(move.loop, 3)).toEqual(['b', 'c', 'new']);
  });

  it('jumps once in a burst, to the newest', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, abc, true);
    const news = [4, 6, 5].map((serial) => slide(`n${serial}`, { serial }));
    const move = takeProgramme(loop, programme(...abc.slides, ...news), false);
    expect(move.show?.slide.id).toBe('n6');
    expect(takeProgramme(move.loop, programme(...abc.slides, ...news), false).show).toBeNull();
  });

  it('does not jump at the first programme after a connection', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, programme(slide('a'), slide('b', { serial: 9 })), true);
    expect(loop.showing?.id).toBe('a');
    const again = takeProgramme(loop, programme(slide('a'), slide('b'), slide('c', { serial: 12 })), true);
    expect(again.show).toBeNull();
  });

  it('jumps again after a service that was restarted counts from nought', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, programme(slide('a', { serial: 40 })), true);
    const back = takeProgramme(loop, abc, true).loop;
    expect(takeProgramme(back, programme(...abc.slides, slide('d', { serial: 1 })), false).show?.slide.id).toBe('d');
  });

  it('replaces the slide on the wall by the one made from the same file, at once', () => {
    const { loop } = takeProgramme(EMPTY_LOOP, abc, true);
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

  it('leaves a slide that was taken out for the one that followed it', () => {
    const { loop } = nextInTurn(takeProgramme(EMPTY_LOOP, abc, true).loop);
    const move = takeProgramme(loop, programme(slide('a'), slide('c')), false);
    expect(move.show?.slide.id).toBe('c');
  });

  it('reads all the pages of a slide before the next', () => {
    const loop = takePages(takeProgramme(EMPTY_LOOP, abc, true).loop, 3);
    expect(turns(loop, 3)).toEqual(['a~2', 'a~3', 'b']);
  });

  it('goes on with the page where a jump interrupted it', () => {
    const reading = takePages(takeProgramme(EMPTY_LOOP, abc, true).loop, 3);
    const move = takeProgramme(reading, programme(...abc.slides, slide('new', { serial: 1 })), false);
    expect(turns(takePages(move.loop, 1), 3)).toEqual(['a~2', 'a~3', 'b']);
  });

  it('gives way to an alert, and goes on from where it was when it is over', () => {
    const { loop } = nextInTurn(takeProgramme(EMPTY_LOOP, abc, true).loop);
    const alert = takeProgramme(loop, programme(slide('alert', { kind: 'alert', serial: 1 })), false);
    expect(alert.show?.slide.id).toBe('alert');
    expect(turns(alert.loop, 2)).toEqual(['alert', 'alert']);
    const over = takeProgramme(alert.loop, abc, false);
    expect(over.show?.slide.id).toBe('c');
  });

  it('has nothing to show of an empty programme', () => {
    expect(takeProgramme(EMPTY_LOOP, programme(), true).show).toBeNull();
    expect(turns(EMPTY_LOOP, 1)).toEqual(['-']);
  });
});
