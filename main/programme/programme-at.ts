import type { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { atOnce, type Steps } from '../lib/steps.ts';
import { mappingByDay } from '../when/memo-by-day.ts';
import { isActive } from '../when/occurrence.ts';
import { dayOf, isOnNow } from '../when/today.ts';
import { weekOf } from './busy-days.ts';
import type { Catalogue, CatalogueItem } from './catalogue.ts';
import { itemsOfDay } from './day-index.ts';
import { daySlides } from './day-slides.ts';
import { listedSteps } from './listed-order.ts';
import { mediaRef } from './media-ref.ts';
import { nextChangeAfter } from './next-change.ts';
import { naturally } from './order.ts';
import type { Place, Screen } from './screen.ts';
import { contentId } from './slide-id.ts';
import { slidesOf } from './slides.ts';
import { ofKind } from './sorted-out.ts';

/** What of a screen decides what it is shown, but for its name. */
type ScreenRules = Pick<Screen, 'town' | 'lit' | 'rotation'>;

function idleSlide(screen: ScreenRules, place: Place): Slide {
  const town = screen.town ?? place.town;
  return {
    id: contentId('idle', place.name, town),
    kind: 'idle',
    title: place.name ?? 'Préau',
    durationMs: 30_000,
    source: null,
    serial: 0,
    ...compact({ place: place.name ?? undefined, town: town ?? undefined }),
  };
}

/** What the head of a wall says; undefined where staff want none. */
function headOf(items: readonly CatalogueItem[], screen: ScreenRules, { name, town, wall }: Place): Programme['head'] {
  if (!wall.headed) return undefined;
  const [logo] = ofKind(items, 'logo');
  return compact({ place: name ?? screen.town ?? town ?? undefined, logo: logo && mediaRef(logo.media) });
}

export const slideRevision = memoByObject((slide: Slide) => contentId(slide));
const slideRevisions = mappingByDay(slideRevision);

/** What a programme says to all screens that follow the same rules: all of it but the time, and the name of the screen. */
export type SharedProgramme = Omit<Programme, 'at' | 'screen'>;

type Snapshot = Omit<SharedProgramme, 'nextChange'>;

function* snapshot(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  screen: ScreenRules,
  place: Place,
): Steps<Snapshot> {
  const alerts = ofKind(items, 'alert').filter((item) => isOnNow(item.when, at));
  const lit = alerts.length > 0 || screen.lit === null || isActive(screen.lit, at);
  const slides = !lit
    ? []
    : alerts.length > 0
      ? alerts.toSorted((a, b) => naturally(a.source, b.source)).flatMap((item) => slidesOf(item, at, place))
      : yield* daySlides(items, at, screen.town ?? place.town, place);
  yield;
  const shown = {
    day: dayOf(at).toString(),
    lit,
    theme: place.theme,
    week: yield* weekOf(yield* listedSteps(items), dayOf(at)),
    ...place.pace,
    ...compact({
      head: headOf(items, screen, place),
      accent: place.wall.accent ?? undefined,
      paired: place.wall.paired || undefined,
      rotation: screen.rotation ?? place.wall.rotation,
    }),
    slides: slides.length > 0 || !lit ? slides : [idleSlide(screen, place)],
  };
  // A digest of the digests of slides: the JSON of thousands of slides would take megabytes each time.
  const revisions = yield* slideRevisions(shown.slides, { day: dayOf(at) });
  const revision = contentId({ ...shown, slides: revisions });
  return { revision, ...shown };
}

/** What a screen is shown at an instant; `items` are those for this screen, at least all that matter on its day. */
export function* sharedProgramme(
  items: readonly CatalogueItem[],
  at: Temporal.ZonedDateTime,
  screen: ScreenRules,
  place: Place,
): Steps<SharedProgramme> {
  const { slides, ...now } = yield* snapshot(items, at, screen, place);
  yield;
  const isOther = (then: Temporal.ZonedDateTime) =>
    atOnce(snapshot(items, then, screen, place)).revision !== now.revision;
  const next = yield* nextChangeAfter(items, at, screen.lit, isOther);
  return { ...now, nextChange: next.toString({ fractionalSecondDigits: 3 }), slides };
}

/**
 * The ordered slides for one screen at one instant: a pure function of catalogue, instant, screen and place.
 * The same until `nextChange`, and another one at it.
 */
export function programmeAt(catalogue: Catalogue, at: Temporal.ZonedDateTime, screen: Screen, place: Place): Programme {
  const items = atOnce(itemsOfDay(catalogue, at, screen.name));
  const shared = atOnce(sharedProgramme(items, at, screen, place));
  return { at: at.toString({ fractionalSecondDigits: 3 }), screen: screen.name, ...shared };
}
