import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { programmeSchema, type Slide } from '../../../main/contract.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeAt } from '../../../main/programme/programme-at.ts';
import { timeLabel } from '../../../main/when/french/label.ts';
import { isActive, occursOn } from '../../../main/when/occurrence.ts';
import { event, exhibition, image, place, rule, screen, tree, video } from '../../support/items.ts';
import { brokenDays, brokenHours, brokenInstants } from '../when/arbitrary-when.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris');
const of = (items: CatalogueItem[], when: string, on = screen, where = place) =>
  programmeAt({ items, problems: [] }, at(when), on, where);
const titles = (slides: readonly Slide[]) => slides.map(({ title }) => title);
const agendas = (slides: readonly Slide[]) => slides.filter((slide) => slide.kind === 'agenda');

describe('what is on the wall', () => {
  test('with nothing at all, the clock', () => {
    const { slides } = of([], '2031-03-10T09:00');
    expect(slides.map(({ kind }) => kind)).toEqual(['idle']);
  });

  test('a film is silent, unless the settings of the place let it be heard', () => {
    const muted = (where = place) =>
      of([video('film')], '2031-03-10T09:00', screen, where).slides.map(
        (slide) => slide.kind === 'video' && slide.muted,
      );
    expect([muted(), muted({ ...place, sound: true })]).toEqual([[true], [false]]);
  });

  test('events of the day in their order: own town, then hour, then town', () => {
    const items = [
      event('soir', { town: 'Aville', when: rule('2031-03-10', '2031-03-10', [{ from: '18:00', to: '20:00' }]) }),
      event('matin', { town: 'Zville', when: rule('2031-03-10', '2031-03-10', [{ from: '09:00', to: '12:00' }]) }),
      event('journée', { town: 'Mville', when: rule('2031-03-10') }),
      event('chez nous', { town: 'Nôtreville', when: rule('2031-03-10', '2031-03-10', [{ from: '19:00', to: null }]) }),
    ];
    const { slides } = of(items, '2031-03-10T08:00', { ...screen, town: 'notreville' });
    expect(titles(slides)).toEqual(['Aujourd’hui', 'chez nous', 'journée', 'matin', 'soir']);
  });

  test('exhibitions and trees after events, then pictures by their order, then by their names as people count', () => {
    const items = [
      image('page 10'),
      image('page 2'),
      image('première', { order: 1 }),
      tree('arbre', { when: rule('2031-03-10') }),
      event('événement', { when: rule('2031-03-10') }),
    ];
    const { slides } = of(items, '2031-03-10T09:00');
    expect(titles(slides)).toEqual(['Aujourd’hui', 'événement', 'arbre', 'première', 'page 2', 'page 10']);
  });

  test('one event alone has no agenda', () => {
    const { slides } = of([event('seul', { when: rule('2031-03-10') })], '2031-03-10T09:00');
    expect(titles(slides)).toEqual(['seul']);
  });

  test('what lasts stands apart from what is only today', () => {
    const items = [
      event('du jour', { when: rule('2031-03-11') }),
      event('de la semaine', { when: rule('2031-03-10', '2031-03-14') }),
    ];
    const [agenda] = agendas(of(items, '2031-03-11T09:00').slides);
    expect(agenda?.sections.map(({ heading, entries }) => [heading, entries.map(({ title }) => title)])).toEqual([
      ['Ce mardi', ['du jour']],
      ['Toute la semaine', ['de la semaine']],
    ]);
  });

  test('an alert is alone, and lights a screen that is off', () => {
    const off = { ...screen, lit: rule('2031-03-10', '2031-03-10', [{ from: '08:00', to: '18:00' }]) };
    const alert: CatalogueItem = { ...event('x'), kind: 'alert', id: 'a', source: 'alerte/a.md', title: 'Sortez' };
    const dark = of([image('affiche')], '2031-03-10T22:00', off);
    expect([dark.lit, dark.slides]).toEqual([false, []]);
    const lit = of([image('affiche'), alert], '2031-03-10T22:00', off);
    expect([lit.lit, titles(lit.slides)]).toEqual([true, ['Sortez']]);
  });

  test('a picture stays as long as preau.yml says now, not when it was first shown', () => {
    const items = [image('affiche')];
    const lasting = (seconds: number) =>
      of(items, '2031-03-10T09:00', screen, { ...place, durations: { image: seconds } });
    const [short, long] = [lasting(12), lasting(40)];
    expect([short, long].map(({ slides }) => slides[0]?.durationMs)).toEqual([12_000, 40_000]);
    expect(long.revision).not.toBe(short.revision);
    expect(lasting(12).revision).toBe(short.revision);
  });

  test('an alert that stands says « hier » from midnight on, though nothing of its file has changed', () => {
    const modifiedMs = at('2031-03-10T09:41').epochMilliseconds;
    const alert: CatalogueItem = { ...image('x'), kind: 'alert', source: 'alerte/a.md', modifiedMs };
    const slide = (now: string) => of([alert], now).slides[0];
    const [evening, later, next] = ['2031-03-10T22:00', '2031-03-10T23:59', '2031-03-11T00:00'].map(slide);
    expect(later).toBe(evening);
    expect([evening, next].map((shown) => shown?.kind === 'alert' && shown.at)).toEqual([
      timeLabel('09:41'),
      `hier, ${timeLabel('09:41')}`,
    ]);
  });

  test('an event that stands says « en ce moment » from its hour on, though its file has not changed', () => {
    const hours = rule('2031-03-10', '2031-03-10', [{ from: '14:00', to: '17:00' }]);
    const items = [event('atelier', { when: hours })];
    const slide = (time: string) => of(items, `2031-03-10T${time}`).slides[0];
    const [before, on] = ['13:59', '14:00'].map(slide);
    expect([before, on].map((shown) => shown?.kind === 'event' && shown.when.phase)).toEqual(['toCome', 'now']);
  });

  test('the slides of a picture that stays are the same objects, so that thousands of them are made once', () => {
    const [one, other] = [image('affiche'), image('photo')];
    const [before] = of([one], '2031-03-10T09:00').slides;
    expect(of([one, other], '2031-03-11T10:00').slides[0]).toBe(before);
  });

  test('an alert says since when: the hour, the day before, the day; nothing where its file is of another week', () => {
    const since = (written: string, now: string) => {
      const modifiedMs = at(written).epochMilliseconds;
      const alert: CatalogueItem = { ...image('x'), kind: 'alert', source: 'alerte/a.md', modifiedMs };
      const [slide] = of([alert], now).slides;
      return slide?.kind === 'alert' ? slide.at?.replaceAll('\u00a0', ' ') : 'no alert';
    };
    const looks = ['2031-03-10T09:41', '2031-03-10T23:59', '2031-03-11T00:00', '2031-03-16T08:00', '2031-03-17T08:00'];
    expect(looks.map((now) => since('2031-03-10T09:41', now))).toEqual([
      '9 h 41',
      '9 h 41',
      'hier, 9 h 41',
      'lundi, 9 h 41',
      undefined,
    ]);
    expect(since('2032-01-01T09:41', '2031-03-10T10:00')).toBe('9 h 41');
  });

  test('what is for one screen is on no other', () => {
    const items = [image('pour tous'), image('pour le hall', { screens: ['hall'] })];
    expect(titles(of(items, '2031-03-10T09:00', { ...screen, name: 'Hall' }).slides)).toHaveLength(2);
    expect(titles(of(items, '2031-03-10T09:00').slides)).toEqual(['pour tous']);
  });
});

describe('the facts of a slide', () => {
  const day = rule('2031-03-10');

  test('name the item that it shows, and each line of an agenda the item that it tells of', () => {
    const items = [
      event('a', { id: 'liste.csv#1', source: 'liste.csv', when: day }),
      event('a', { id: 'liste.csv#2', source: 'liste.csv', when: day }),
      image('affiche', { id: 'affiche.png' }),
      event('demain', { id: 'demain.md', when: rule('2031-03-11') }),
    ];
    const { slides } = of(items, '2031-03-10T09:00');
    expect(slides.map(({ kind, item }) => [kind, item])).toEqual([
      ['agenda', undefined],
      ['event', 'liste.csv#1'],
      ['event', 'liste.csv#2'],
      ['image', 'affiche.png'],
      ['agenda', undefined],
    ]);
    const told = agendas(slides).map(({ sections }) =>
      sections.flatMap(({ entries }) => entries.map(({ item }) => item)),
    );
    expect(told).toEqual([['liste.csv#1', 'liste.csv#2'], ['demain.md']]);
    expect(of([], '2031-03-10T09:00').slides.map(({ kind, item }) => [kind, item])).toEqual([['idle', undefined]]);
  });

  test('give a section of an agenda the day that its heading names, and none where it names several', () => {
    const items = [
      event('du jour', { when: day }),
      event('de la semaine', { when: rule('2031-03-10', '2031-03-14') }),
      event('demain', { when: rule('2031-03-11') }),
      event('vendredi', { when: rule('2031-03-14') }),
      event('deux jours', { when: rule('2031-03-15', '2031-03-16') }),
    ];
    const sections = agendas(of(items, '2031-03-10T09:00').slides).flatMap((slide) => slide.sections);
    expect(sections.map(({ heading, day: named }) => [heading, named])).toEqual([
      ['Ce lundi', '2031-03-10'],
      ['Toute la semaine', undefined],
      ['Demain, mardi 11 mars', '2031-03-11'],
      ['Vendredi 14 mars', '2031-03-14'],
      ['Du 15 au 16 mars', undefined],
    ]);
  });

  test('group the pictures of a folder, the pages of a document and the plates of an exhibition, and nothing else', () => {
    const pages = Array.from({ length: 2 }, () => ({ hash: '0'.repeat(32), name: 'a.webp', width: 16, height: 9 }));
    const items = [
      event('fête', { source: 'album/fête.md' }),
      exhibition('regards', { id: 'regards' }),
      tree('arbre', { source: 'album/arbre.md' }),
      image('photo 1', { source: 'album/photo 1.png' }),
      image('une page', { source: 'album/une page.pdf' }),
      video('film', { source: 'album/film.mp4' }),
      image('deux pages', { id: 'album/deux pages.pdf', source: 'album/deux pages.pdf', pages, of: 2 }),
      image('seule', { source: 'seule.png' }),
    ];
    const groups = new Map(of(items, '2031-03-10T09:00').slides.map(({ title, group }) => [title, group]));
    expect([...groups]).toEqual(
      expect.arrayContaining([
        ['fête', undefined],
        ['regards', 'regards'],
        ['arbre', undefined],
        ['photo 1', 'album/'],
        ['une page', 'album/'],
        ['film', 'album/'],
        ['deux pages', 'album/deux pages.pdf'],
        ['seule', '/'],
      ]),
    );
  });

  test('an exhibition and the other files of its folder are two groups', () => {
    const items = [
      exhibition('expo', { id: 'expo', source: 'expo/exposition.md' }),
      video('film', { source: 'expo/film.mp4' }),
    ];
    const groups = of(items, '2031-03-10T09:00').slides.map(({ group }) => group);
    expect(groups).toEqual(['expo', 'expo', 'expo/']);
  });

  test('say what is of this very day: its agenda and its dated events', () => {
    const items = [
      event('a', { when: day }),
      event('b', { when: rule('2031-03-09', '2031-03-12') }),
      event('toute l’année'),
      image('affiche', { when: day }),
      event('demain', { when: rule('2031-03-11') }),
    ];
    const { slides } = of(items, '2031-03-10T09:00');
    expect(slides.filter(({ today }) => today).map(({ title }) => title)).toEqual(['Aujourd’hui', 'a', 'b']);
    expect(titles(slides)).toContain('Bientôt');
  });
});

describe('hours of the day', () => {
  const afternoon = rule('2031-03-10', '2031-03-10', [{ from: '14:00', to: '17:00' }]);
  const shown = (time: string) => {
    const [slide] = of([event('atelier', { when: afternoon })], `2031-03-10T${time}`).slides;
    return slide?.kind === 'event' ? [slide.when.moment, slide.when.phase] : slide?.kind;
  };

  test('an event says when it is, that it is on, and leaves when it is over', () => {
    expect([shown('08:00'), shown('14:00'), shown('16:59:59'), shown('17:00')]).toEqual([
      [`à ${timeLabel('14:00')}`, 'toCome'],
      ['en ce moment', 'now'],
      ['en ce moment', 'now'],
      'idle',
    ]);
  });

  test('an event of the whole day, and one that has no date, are neither to come nor past', () => {
    const items = [event('journée', { when: rule('2031-03-10') }), event('toujours')];
    const slides = of(items, '2031-03-10T09:00').slides.filter((slide) => slide.kind === 'event');
    expect(slides.map(({ when }) => [when.moment, when.phase])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('an event of which only the start is said is taken to last two hours, and never into the next day', () => {
    const start = (from: string) => [
      event('forum', { when: rule('2031-03-10', '2031-03-10', [{ from, to: null, startOnly: true }]) }),
    ];
    const first = (items: CatalogueItem[], when: string) => {
      const { slides, nextChange } = of(items, when);
      const [slide] = slides;
      return [slide?.kind === 'event' ? slide.when.moment : slide?.kind, nextChange?.slice(5, 16)];
    };
    expect(first(start('14:00'), '2031-03-10T08:00')).toEqual([`à ${timeLabel('14:00')}`, '03-10T14:00']);
    expect(first(start('14:00'), '2031-03-10T14:00')).toEqual(['en ce moment', '03-10T16:00']);
    expect(first(start('14:00'), '2031-03-10T16:00')).toEqual(['idle', '03-11T00:00']);
    expect(first(start('23:00'), '2031-03-10T23:30')).toEqual(['en ce moment', '03-11T00:00']);
    expect(first(start('23:00'), '2031-03-11T00:00')[0]).toBe('idle');
  });

  test('a picture of which only the start is said stays until midnight', () => {
    const when = rule('2031-03-10', '2031-03-10', [{ from: '14:00', to: null, startOnly: true }]);
    expect(of([image('affiche', { when })], '2031-03-10T22:30').slides[0]?.kind).toBe('image');
  });

  test('a picture with hours is on the wall within them alone', () => {
    const items = [image('affiche', { when: afternoon })];
    expect(of(items, '2031-03-10T13:59').slides[0]?.kind).toBe('idle');
    expect(of(items, '2031-03-10T14:00').slides[0]?.kind).toBe('image');
  });

  test('an evening that runs past midnight stays until its end', () => {
    const items = [event('nuit', { when: rule('2031-03-10', '2031-03-10', [{ from: '22:00', to: '02:00' }]) })];
    const kind = (when: string) => of(items, when).slides[0]?.kind;
    expect([kind('2031-03-10T23:00'), kind('2031-03-11T01:59'), kind('2031-03-11T02:00')]).toEqual([
      'event',
      'event',
      'idle',
    ]);
    expect(of(items, '2031-03-11T01:00').nextChange).toBe('2031-03-11T02:00:00.000+01:00[Europe/Paris]');
  });
});

describe('what comes next', () => {
  test('is announced seven days ahead, and thirty when today is empty', () => {
    const today = event('aujourd’hui', { when: rule('2031-03-10') });
    const later = (day: string) => event('plus tard', { when: rule(day) });
    const announced = (items: CatalogueItem[]) =>
      agendas(of(items, '2031-03-10T09:00').slides).some(({ label }) => label === 'Bientôt');
    expect(announced([today, later('2031-03-17')])).toBe(true);
    expect(announced([today, later('2031-03-18')])).toBe(false);
    expect(announced([later('2031-04-09')])).toBe(true);
    expect(announced([later('2031-04-10')])).toBe(false);
  });

  test('calls the next day « Demain », with its date', () => {
    const [soon] = agendas(of([event('x', { when: rule('2031-03-11') })], '2031-03-10T09:00').slides);
    expect(soon?.sections[0]?.heading).toBe('Demain, mardi 11 mars');
  });
});

describe('in the nights that break clocks', () => {
  const night = (from: string, to: string, day: string) => event('nuit', { when: rule(day, day, [{ from, to }]) });
  const moment = (items: CatalogueItem[], when: string, on = screen) => {
    const [slide] = programmeAt({ items, problems: [] }, Temporal.ZonedDateTime.from(when), on, place).slides;
    return slide?.kind === 'event' ? slide.when.moment : slide?.kind;
  };
  const next = (items: CatalogueItem[], when: string) =>
    programmeAt({ items, problems: [] }, Temporal.ZonedDateTime.from(when), screen, place).nextChange;

  test('an evening until 2 h, which is skipped, is on all evening', () => {
    const items = [night('20:00', '02:00', '2026-03-28')];
    expect(moment(items, '2026-03-28T21:00[Europe/Paris]')).toBe('en ce moment');
    expect(moment(items, '2026-03-29T01:59[Europe/Paris]')).toBe('en ce moment');
    expect(moment(items, '2026-03-29T03:00[Europe/Paris]')).toBe('idle');
    expect(next(items, '2026-03-28T21:00[Europe/Paris]')).toBe('2026-03-29T00:00:00.000+01:00[Europe/Paris]');
    expect(next(items, '2026-03-29T00:30[Europe/Paris]')).toBe('2026-03-29T03:00:00.000+02:00[Europe/Paris]');
  });

  test('a screen lit until 2 h is lit all evening', () => {
    const lit = { ...screen, lit: rule(null, null, [{ from: '20:00', to: '02:00' }]) };
    const isLit = (when: string) =>
      programmeAt({ items: [], problems: [] }, Temporal.ZonedDateTime.from(when), lit, place).lit;
    expect([isLit('2026-03-28T21:00[Europe/Paris]'), isLit('2026-03-29T03:00[Europe/Paris]')]).toEqual([true, false]);
  });

  test('an end inside the skipped hour is the instant of the change', () => {
    const items = [night('01:00', '02:30', '2026-03-29')];
    expect(next(items, '2026-03-29T01:30[Europe/Paris]')).toBe('2026-03-29T03:00:00.000+02:00[Europe/Paris]');
  });

  test('what ended in the first of the two hours from 2 h to 3 h does not come back in the second', () => {
    const items = [night('01:00', '02:30', '2026-10-25')];
    expect(moment(items, '2026-10-25T02:15+02:00[Europe/Paris]')).toBe('en ce moment');
    expect(moment(items, '2026-10-25T02:15+01:00[Europe/Paris]')).toBe('idle');
  });
});

describe('for any catalogue and instant', () => {
  const anyDay = fc.integer({ min: 0, max: 800 }).map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }));
  const broken = fc.constantFrom(...brokenDays).map((iso) => Temporal.PlainDate.from(iso));
  const day = fc.oneof(anyDay, broken);
  const hour = fc.integer({ min: 0, max: 47 }).map((n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`);
  const window = fc.oneof(
    fc.record({ from: hour, to: hour }).filter(({ from, to }) => from !== to),
    brokenHours,
  );
  const itemOn = (first: typeof day, hour: typeof window) =>
    fc
      .record({
        from: first,
        days: fc.integer({ min: 0, max: 9 }),
        hours: fc.array(hour, { maxLength: 1 }),
        kind: fc.constantFrom('event', 'image', 'tree'),
        town: fc.constantFrom('Aville', 'Bville', 'Éville'),
      })
      .map(({ from, days, hours, kind, town }, index?: number) => {
        const when = rule(from.toString(), from.add({ days }).toString(), hours);
        const name = `${kind} ${from} ${days} ${JSON.stringify(hours)} ${index ?? ''}`;
        return kind === 'event'
          ? event(name, { when, town })
          : kind === 'tree'
            ? tree(name, { when, town })
            : image(name, { when });
      });
  const itemsOf = (item: ReturnType<typeof itemOn>, maxLength: number) =>
    fc.uniqueArray(item, { maxLength, selector: ({ id }) => id });
  const items = itemsOf(itemOn(day, window), 8);
  const anyInstant = fc
    .integer({ min: 0, max: 800 * 24 * 4 })
    .map((quarters) => at('2026-01-01T00:00').add({ minutes: quarters * 15 }));
  const instant = fc.oneof(anyInstant, brokenInstants);
  /** A catalogue and an instant, half of them of the nights that break clocks. */
  const scene = fc.oneof(fc.tuple(items, instant), fc.tuple(itemsOf(itemOn(broken, brokenHours), 3), brokenInstants));
  const lit = fc.option(fc.array(window, { minLength: 1, maxLength: 2 }).map((hours) => rule(null, null, hours)));

  test('the programme is the same until its next change, and another one at it', () => {
    fc.assert(
      fc.property(scene, lit, fc.double({ min: 0, max: 0.999, noNaN: true }), ([list, now], hours, part) => {
        const on = { ...screen, lit: hours };
        const programme = (instant: Temporal.ZonedDateTime) =>
          programmeAt({ items: list, problems: [] }, instant, on, place);
        const first = programme(now);
        const change = Temporal.ZonedDateTime.from(first.nextChange ?? '');
        const span = change.epochMilliseconds - now.epochMilliseconds;
        expect(span).toBeGreaterThan(0);
        for (const between of [Math.floor(span * part), span - 1]) {
          expect(programme(now.add({ milliseconds: between })).revision).toBe(first.revision);
        }
        expect(programme(change).revision).not.toBe(first.revision);
      }),
      { numRuns: 300 },
    );
  });

  test('what is on the wall is within its hours, and a screen is lit within its own', () => {
    fc.assert(
      fc.property(scene, lit, ([list, now], hours) => {
        const programme = programmeAt({ items: list, problems: [] }, now, { ...screen, lit: hours }, place);
        expect(programme.lit).toBe(hours === null || isActive(hours, now));
        for (const item of list) {
          const shown = programme.slides.find(({ source }) => source === item.source);
          const active = item.when === null || isActive(item.when, now);
          if (item.kind === 'image') expect(shown !== undefined).toBe(programme.lit && active);
          if (shown?.kind === 'event') {
            expect(shown.when.phase === 'now').toBe(shown.when.moment === 'en ce moment');
            if (shown.when.phase === 'now') expect(active).toBe(true);
            expect(shown.when.phase).not.toBe('past');
          }
          const [hour] = item.when?.type === 'rule' ? item.when.hours : [];
          if (shown?.kind === 'event' && active && hour && !hour.startOnly) {
            expect(shown.when.moment).toBe(hour.from === null && hour.to === null ? undefined : 'en ce moment');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('it is what the contract says, no slide stands twice, and no event stands outside its days', () => {
    fc.assert(
      fc.property(items, instant, (list, now) => {
        const programme = programmeAt({ items: list, problems: [] }, now, screen, place);
        expect(programmeSchema.safeParse(programme).error).toBeUndefined();
        expect(new Set(programme.slides.map(({ id }) => id)).size).toBe(programme.slides.length);
        for (const { item, source } of programme.slides) {
          expect(list.find(({ id }) => id === item)?.source ?? null).toBe(source);
        }
        for (const slide of programme.slides) {
          const found = list.find(({ source }) => source === slide.source);
          if (found === undefined || found.when === null) continue;
          const days = [now.toPlainDate(), now.toPlainDate().subtract({ days: 1 })];
          expect(days.some((date) => found.when !== null && occursOn(found.when, date))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the order does not depend on the order of the catalogue', () => {
    fc.assert(
      fc.property(items, instant, (list, now) => {
        const ids = (order: CatalogueItem[]) =>
          programmeAt({ items: order, problems: [] }, now, screen, place).slides.map(({ id }) => id);
        expect(ids(list.toReversed())).toEqual(ids(list));
      }),
    );
  });

  test.each(['2026-03-29', '2026-10-25', '2028-02-29', '2026-12-31'])(
    'every hour around %s has its own programme',
    (date) => {
      const list = [event('nuit', { when: rule(date, date, [{ from: '01:30', to: '03:30' }]) })];
      let now = at(`${date}T00:00`);
      for (let hours = 0; hours < 26; hours += 1) {
        const programme = programmeAt({ items: list, problems: [] }, now, screen, place);
        const time = now.toPlainTime();
        const expected =
          now.toPlainDate().toString() === date && Temporal.PlainTime.compare(time, '03:30') < 0 ? 'event' : 'idle';
        expect([now.toString(), programme.slides[0]?.kind]).toEqual([now.toString(), expected]);
        expect(Temporal.ZonedDateTime.compare(programme.nextChange ?? '', now)).toBe(1);
        now = now.add({ hours: 1 });
      }
    },
  );
});
