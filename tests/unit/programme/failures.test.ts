import { describe, expect, test } from 'vitest';
import type { ScreenReport } from '../../../main/contract.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { failureProblems } from '../../../main/programme/failure-problems.ts';
import { afterReport, type Failures, failuresOf, unplayedItems } from '../../../main/programme/failures.ts';
import { exhibition, image, video } from '../../support/items.ts';

const page = { hash: '0'.repeat(32), name: 'a.webp', width: 16, height: 9 };
const film = video('Film', { id: 'film.mp4', source: 'film.mp4' });
const deck = image('Deck', { id: 'deck.pdf', source: 'deck.pdf', pages: [page, page], of: 2 });
const items: CatalogueItem[] = [film, deck, image('Affiche')];
const slides: Readonly<Record<string, CatalogueItem>> = { film, d1: deck, d2: deck };
const find = (slide: string) => {
  const item = slides[slide];
  return item === undefined ? null : { item, of: item === deck ? 2 : 1 };
};

interface Told {
  readonly on?: string;
  readonly slide?: string | null;
  readonly failed?: string;
}
const report = ({ on = 'hall', slide = 'a', failed }: Told): ScreenReport => ({
  ...{ screen: on, width: 1920, height: 1080, dpr: 1, slide },
  ...(failed !== undefined && { unplayable: failed }),
});
const failuresAfter = (...told: readonly Told[]) =>
  told.reduce<Failures>((failures, each) => afterReport(failures, report(each), find), new Map());
const messages = (failures: Failures, catalogue = items) =>
  failureProblems(failuresOf(failures, catalogue), catalogue).map(({ severity, message }) => [
    severity,
    message.replaceAll('\u00a0', ' '),
  ]);
const all = (failures: Failures) => failuresOf(failures, items);

describe('a slide that a screen could not play', () => {
  test('is a problem of its file, which no screen shows', () => {
    const failures = failuresAfter({ failed: 'film' });
    expect(failureProblems(all(failures), items)).toMatchObject([
      { file: 'film.mp4', severity: 'refused', code: 'unplayable' },
    ]);
    expect(messages(failures)).toEqual([
      ['refused', 'L’écran « hall » n’a pas pu lire cette vidéo : il passe à la suite, et réessaie à chaque tour.'],
    ]);
    expect([...unplayedItems(all(failures))]).toEqual(['film.mp4']);
  });

  test('is forgotten once that screen has painted it, whatever it paints before', () => {
    const failures = failuresAfter({ failed: 'film' }, { slide: 'x' }, { slide: null });
    expect(messages(failures)).toHaveLength(1);
    expect(messages(afterReport(failures, report({ slide: 'film' }), find))).toEqual([]);
  });

  test('is forgotten once its file says something else, or is gone', () => {
    const failures = failuresAfter({ failed: 'film' });
    const media = { ...page, hash: '2'.repeat(32) };
    expect(messages(failures, [video('Film', { id: 'film.mp4', media })])).toEqual([]);
    expect(messages(failures, [])).toEqual([]);
    const touched = { ...film, modifiedMs: 5, serial: 3 };
    expect(messages(failures, [touched])).toHaveLength(1);
  });

  test('counts as shown where another screen has played it since', () => {
    const failures = failuresAfter({ failed: 'film' }, { on: 'CDI', slide: 'film' });
    expect(messages(failures).map(([severity]) => severity)).toEqual(['warning']);
    expect(unplayedItems(all(failures)).size).toBe(0);
    const both = afterReport(failures, report({ on: 'cdi', failed: 'film' }), find);
    expect(messages(both)).toEqual([
      [
        'refused',
        expect.stringContaining('Les écrans « cdi » et « hall » n’ont pas pu lire cette vidéo : ils passent'),
      ],
    ]);
  });

  test('is told of a screen without a name too, alone or among others', () => {
    expect(messages(failuresAfter({ on: '', failed: 'film' }))[0]?.[1]).toMatch(/^L’écran n’a pas pu/u);
    expect(messages(failuresAfter({ on: '', failed: 'film' }, { failed: 'film' }))[0]?.[1]).toMatch(
      /^L’écran sans nom et l’écran « hall » n’ont pas pu/u,
    );
  });

  test('is one page of a document, whose other pages are shown', () => {
    expect(messages(failuresAfter({ failed: 'd2' }))).toEqual([
      ['warning', expect.stringContaining('n’a pas pu afficher une page de ce document')],
    ]);
    expect(messages(failuresAfter({ failed: 'd2' }, { failed: 'd1' }))).toEqual([
      ['refused', expect.stringContaining('afficher 2 pages de ce document')],
    ]);
  });

  test('has a sentence whatever its kind, in which staff find what to do', () => {
    const kinds: CatalogueItem[] = [exhibition('Expo'), image('Photo'), film, deck];
    for (const item of kinds) {
      const failures = afterReport(new Map(), report({ failed: 'x' }), () => ({ item, of: 1 }));
      const [problem] = failureProblems(failuresOf(failures, [item]), [item]);
      expect(problem?.message).toMatch(/^L’écran.*\.$/u);
      expect(problem?.advice).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  test('that is in no programme says nothing, and a thousand of them are not kept', () => {
    expect(failuresAfter({ failed: 'unknown' }).size).toBe(0);
    const any = (failures: Failures, n: number) =>
      afterReport(failures, report({ failed: `s${n}` }), () => ({ item: film, of: 1 }));
    const many = Array.from({ length: 1_000 }, (_, n) => n).reduce(any, new Map() as Failures);
    expect(many.size).toBe(300);
    expect(many.has('s999')).toBe(true);
  });
});

describe('a film that stops on its way', () => {
  const stops: readonly Told[] = [{ slide: 'film' }, { slide: 'film', failed: 'film' }];

  test('is said to stop, and stays a problem though it is painted again at each turn', () => {
    const failures = failuresAfter(...stops, { slide: 'x' }, ...stops, { slide: 'x' });
    expect(messages(failures)[0]?.[1]).toContain('n’a pas pu lire cette vidéo jusqu’au bout');
  });

  test('is forgotten once the next slide follows it without a failure', () => {
    const failures = failuresAfter(...stops, { slide: 'x' }, { slide: 'film' });
    expect(messages(failures)).toHaveLength(1);
    expect(messages(afterReport(failures, report({ slide: 'x' }), find))).toEqual([]);
  });
});

test('what tells nothing new leaves what failed as it is: a failure told again, a paint of something else', () => {
  const failures = failuresAfter({ failed: 'film' }, { on: 'CDI', slide: 'film' });
  for (const told of [{ failed: 'film' }, { slide: 'x' }, { on: 'CDI', slide: 'film' }, { slide: 'd1~2' }]) {
    expect(afterReport(failures, report(told), find)).toBe(failures);
  }
});
