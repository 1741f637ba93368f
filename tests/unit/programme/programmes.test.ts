import fc from 'fast-check';
import { BehaviorSubject, firstValueFrom } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ContentState } from '../../../main/content/content-folder.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { createProgrammes } from '../../../main/programme/programmes.ts';
import { wakeDelay } from '../../../main/programme/wake.ts';
import { testClock } from '../../support/app.ts';
import { event, image, place, rule } from '../../support/items.ts';

const contentOf = (items: ContentState['catalogue']['items'], screens = place.screens) =>
  new BehaviorSubject<ContentState>({
    catalogue: { items, problems: [] },
    site: { place: { ...place, screens }, storeBytes: 1 },
    reachable: true,
    isHeld: false,
  });

function programmes(state$: BehaviorSubject<ContentState>, local: string, notBefore: string | null = null) {
  const clock = testClock(local);
  const earliest = notBefore === null ? null : Temporal.Instant.from(notBefore);
  return { clock, ...createProgrammes({ state: () => state$.value, state$, clock, notBefore: earliest }) };
}

describe('a clock that is plainly wrong', () => {
  const items = [event('daté', { when: rule('1970-01-01', '2040-01-01') }), image('toujours')];

  test('shows what has no date, never an empty wall, and is told', () => {
    const { at, isClockTrusted } = programmes(contentOf(items), '1970-01-01T00:10', '2026-01-01T00:00Z');
    expect(isClockTrusted()).toBe(false);
    expect(at(null, '').slides.map(({ title }) => title)).toEqual(['toujours']);
  });

  test('is followed once it is right', () => {
    const { at, clock, isClockTrusted } = programmes(contentOf(items), '1970-01-01T00:10', '2026-01-01T00:00Z');
    clock.set('2031-03-11T09:00');
    expect(isClockTrusted()).toBe(true);
    expect(at(null, '').slides.map(({ title }) => title)).toEqual(['daté', 'toujours']);
  });

  test('another day that is asked for is answered with its dates', () => {
    const { at } = programmes(contentOf(items), '1970-01-01T00:10', '2026-01-01T00:00Z');
    const titles = at(Temporal.Instant.from('2031-03-11T08:00Z'), '').slides.map(({ title }) => title);
    expect(titles).toEqual(['daté', 'toujours']);
  });
});

describe('each screen', () => {
  test('is known by its name whatever its case and accents, and has its own town and hours', async () => {
    const open = rule('2031-03-11', '2031-03-11', [{ from: '08:00', to: '18:00' }]);
    const state$ = contentOf([image('affiche')], [{ name: 'Écran du Hall', town: 'Xville', lit: open }]);
    const { stream } = programmes(state$, '2031-03-11T19:00');
    expect((await firstValueFrom(stream('ecran du hall'))).shared.lit).toBe(false);
    expect((await firstValueFrom(stream('autre'))).shared.lit).toBe(true);
  });
});

describe('screens of different rules', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const hours = (from: string, to: string) => rule('2031-03-11', '2031-03-11', [{ from, to }]);
  const state = () =>
    contentOf(
      [image('affiche')],
      [
        { name: 'hall', town: null, lit: hours('08:00', '12:01') },
        { name: 'cour', town: null, lit: hours('08:00', '12:00') },
      ],
    );

  test('each have their own change at its time, also one that joined later', async () => {
    vi.useFakeTimers();
    const { stream } = programmes(state(), '2031-03-11T11:59:30');
    const seen: string[] = [];
    const watch = (name: string, as: string) =>
      stream(name).subscribe(({ shared }) => seen.push(`${as} ${shared.lit}`));
    const watched = [watch('hall', 'hall'), watch('cour', 'cour')];
    await vi.advanceTimersByTimeAsync(20_000);
    watched.push(watch('Cour', 'later'));
    await vi.advanceTimersByTimeAsync(9_900);
    expect(seen).toEqual(['hall true', 'cour true', 'later true']);
    await vi.advanceTimersByTimeAsync(200);
    expect(seen.slice(3)).toEqual(['cour false', 'later false']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.slice(5)).toEqual(['hall false']);
    for (const each of watched) each.unsubscribe();
  });

  test('leave nothing behind that wakes the service', async () => {
    const state$ = state();
    const { stream } = programmes(state$, '2031-03-11T09:00');
    const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
    const before = timers();
    const watched = ['hall', 'cour'].map((name) => stream(name).subscribe());
    await vi.waitFor(() => expect(timers()).toBeGreaterThan(before));
    for (const each of watched) each.unsubscribe();
    expect(timers()).toBe(before);
    expect(state$.observed).toBe(false);
  });
});

test('the programme is asked for again within a minute, and never at once', () => {
  const instant = fc.integer({ min: 0, max: 4e12 }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  fc.assert(
    fc.property(instant, fc.option(instant), (now, change) => {
      const next = change?.toZonedDateTimeISO('Europe/Paris').toString() ?? null;
      const delay = wakeDelay(now, next);
      expect(delay).toBeGreaterThanOrEqual(20);
      expect(delay).toBeLessThanOrEqual(60_000);
      const left = change === null ? null : change.epochMilliseconds - now.epochMilliseconds;
      if (left !== null && left > 20 && left < 60_000) expect(delay).toBe(left);
    }),
  );
});

describe('while thousands of files are read, of which there is another state at each turn of the event loop', () => {
  const READ = 5_000;
  const texts = Array.from({ length: READ }, (_, n) => event(`mot ${n}`, { when: rule('2031-03-11', '2031-03-11') }));

  /** The number of states until the stream gives what is sought; it gives up after a thousand. */
  async function statesUntil(first: readonly CatalogueItem[], title: string): Promise<number> {
    const state$ = contentOf([]);
    const { stream } = programmes(state$, '2031-03-11T09:00');
    let [states, isSeen] = [0, false];
    const subscription = stream('hall').subscribe(({ shared }) => {
      isSeen ||= shared.slides.some((slide) => slide.title === title);
    });
    while (!isSeen && states < 1_000) {
      states += 1;
      const items = [...first, ...texts.slice(0, READ - (states % 2))];
      state$.next({ ...state$.value, catalogue: { items, problems: [] } });
      await new Promise(setImmediate);
    }
    subscription.unsubscribe();
    return states;
  }

  test('an alert is told of, though each state comes before the programme of the last one is made', async () => {
    expect(await statesUntil([{ ...image('Fermeture'), kind: 'alert' }], 'Fermeture')).toBeLessThan(1_000);
  });
});
