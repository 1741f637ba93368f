import type { Slide, SlideOf, SlideWhen } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { readingTimeMs } from '../reading-time.ts';
import type { CatalogueItem } from './catalogue.ts';
import { targetDay, targetLabel } from './countdown.ts';
import { PICTURE_MS, TREE_MS } from './durations.ts';
import { groupOf } from './group-of.ts';
import type {
  AlertItem,
  CountdownItem,
  EventItem,
  ExhibitionItem,
  ImageItem,
  MenuItem,
  TextItem,
  TreeItem,
  VideoItem,
} from './item.ts';
import { mediaRef } from './media-ref.ts';
import { MEAL_NAMES } from './menu-at.ts';
import type { Place } from './screen.ts';
import type { SeenAt } from './seen-at.ts';
import { contentId } from './slide-id.ts';

/** What slides are made from; the instant is not among it (see `SeenAt`). */
interface Sources<I> {
  readonly item: CatalogueItem & I;
  readonly seen: SeenAt;
  readonly place: Place;
}

/** For an event without a date. */
const ALWAYS: SlideWhen = { from: null, to: null, label: 'toute l’année' };

/** Names what an item says: the same for the same content, whenever its file came and was written. */
export const itemContentId = memoByObject(({ serial: _serial, modifiedMs: _modified, ...content }: CatalogueItem) =>
  contentId(content),
);

/** The fields every slide has. `part` names the slide among those of one item. */
function common(item: CatalogueItem, part: string, durationMs: number) {
  return {
    id: contentId(itemContentId(item), part),
    title: item.title,
    durationMs: item.durationMs ?? durationMs,
    source: item.source,
    serial: item.serial,
    item: item.id,
    ...compact({ group: groupOf(item) }),
  };
}

/** The words of HTML that was made from Markdown, without its tags and its few entities. */
const plainText = (html: string) => html.replace(/<[^>]*>|&\w+;/gu, ' ');

const milliseconds = (seconds: number | undefined, fallback: number) =>
  seconds === undefined ? fallback : seconds * 1000;

/** What does not take place is neither « en ce moment » nor « à 14 h ». */
const withoutMoment = ({ moment: _moment, phase: _phase, ...when }: SlideWhen): SlideWhen => when;

function eventSlide({ item, seen }: Sources<EventItem>): SlideOf<'event'> {
  const words = [item.title, item.town, item.venue, item.description, item.partners].join(' ');
  return {
    ...common(item, 'event', readingTimeMs(words)),
    ...compact({ today: item.when === null ? undefined : (true as const) }),
    kind: 'event',
    town: item.town,
    when: item.status ? withoutMoment(seen.when ?? ALWAYS) : (seen.when ?? ALWAYS),
    ...compact({
      department: item.department,
      venue: item.venue,
      description: item.description,
      category: item.category,
      partners: item.partners,
      link: item.link,
      image: item.status ? undefined : item.image && mediaRef(item.image),
      status: item.status && { kind: item.status.kind, label: item.status.label },
    }),
  };
}

function exhibitionSlides({ item, seen, place }: Sources<ExhibitionItem>): SlideOf<'exhibition'>[] {
  const of = item.plates.length;
  const pictureMs = milliseconds(place.durations.exhibition, PICTURE_MS);
  const where = compact({ town: item.town, venue: item.venue, partners: item.partners });
  const first = item.plates[0];
  const last = item.plates.at(-1);
  const opening: SlideOf<'exhibition'> = {
    ...common(item, 'opening', readingTimeMs([item.title, item.venue, item.town, item.description].join(' '))),
    kind: 'exhibition',
    part: 'opening',
    n: 0,
    of,
    ...where,
    ...compact({ description: item.description, when: seen.when, plate: first && mediaRef(first.media) }),
  };
  const plates = item.plates.map(
    (plate, index): SlideOf<'exhibition'> => ({
      ...common(item, `plate ${index + 1}`, pictureMs),
      kind: 'exhibition',
      part: 'plate',
      n: index + 1,
      of,
      ...where,
      plate: { ...mediaRef(plate.media), ...compact({ caption: plate.caption }) },
      ...compact({ slow: item.slow }),
    }),
  );
  if (!item.credits) return [opening, ...plates];
  const credits: SlideOf<'exhibition'> = {
    ...common(item, 'credits', readingTimeMs(item.credits)),
    kind: 'exhibition',
    part: 'credits',
    n: 0,
    of,
    ...where,
    credits: item.credits,
    ...compact({ plate: last && mediaRef(last.media) }),
  };
  return [opening, ...plates, credits];
}

function treeSlide({ item, place }: Sources<TreeItem>): SlideOf<'tree'> {
  return {
    ...common(item, 'tree', milliseconds(place.durations.tree, TREE_MS)),
    kind: 'tree',
    messages: [...item.messages],
    ...compact({ town: item.town, venue: item.venue }),
  };
}

function imageSlides({ item, place }: Sources<ImageItem>): SlideOf<'image'>[] {
  return item.pages.map((page, index) => ({
    ...common(item, `page ${index + 1}`, milliseconds(place.durations.image, PICTURE_MS)),
    kind: 'image',
    ...mediaRef(page),
    fit: item.fit,
    ...compact({
      caption: item.caption,
      album: item.album,
      page: item.of > 1 ? ([index + 1, item.of] satisfies [number, number]) : undefined,
    }),
  }));
}

function videoSlide({ item, place }: Sources<VideoItem>): SlideOf<'video'> {
  return {
    ...common(item, 'video', item.durationMs),
    kind: 'video',
    ...mediaRef(item.media),
    muted: place.sound !== true,
  };
}

function textSlide({ item }: Sources<TextItem>): SlideOf<'text'> {
  return {
    ...common(item, 'text', readingTimeMs(plainText(item.html))),
    kind: 'text',
    html: item.html,
    links: [...item.links],
  };
}

function countdownSlide({ item, seen }: Sources<CountdownItem>): SlideOf<'countdown'> {
  const days = seen.left?.days ?? 0;
  const label = targetLabel(item.target, targetDay(item.target).subtract({ days }));
  return {
    ...common(item, 'countdown', readingTimeMs(`${item.title} ${label} ${item.text ?? ''}`)),
    kind: 'countdown',
    target: targetDay(item.target).toString(),
    label,
    days,
    ...compact({ hours: seen.left?.hours, text: item.text }),
  };
}

function alertSlide({ item, seen }: Sources<AlertItem>): SlideOf<'alert'> {
  return {
    ...common(item, 'alert', readingTimeMs(`${item.title} ${plainText(item.html ?? '')}`)),
    kind: 'alert',
    ...compact({
      at: seen.since,
      html: item.html,
      image: item.image && mediaRef(item.image),
      video: item.video && mediaRef(item.video),
    }),
  };
}

function menuSlide({ item, seen }: Sources<MenuItem>): SlideOf<'menu'> {
  const { day, meal, courses } = item;
  const words = courses.flatMap(({ name, dishes }) => [name ?? '', ...dishes]).join(' ');
  return {
    ...common(item, 'menu', readingTimeMs(words)),
    kind: 'menu',
    today: true,
    day,
    label: seen.label ?? '',
    courses: courses.map(({ name, dishes }) => ({ ...compact({ name }), dishes: [...dishes] })),
    ...compact({ meal: item.isOnly ? undefined : MEAL_NAMES[meal] }),
  };
}

/** The slides of one item, in order. */
export function makeSlides(item: CatalogueItem, seen: SeenAt, place: Place): Slide[] {
  switch (item.kind) {
    case 'event':
      return [eventSlide({ item, seen, place })];
    case 'exhibition':
      return exhibitionSlides({ item, seen, place });
    case 'tree':
      return [treeSlide({ item, seen, place })];
    case 'image':
      return imageSlides({ item, seen, place });
    case 'video':
      return [videoSlide({ item, seen, place })];
    case 'text':
      return [textSlide({ item, seen, place })];
    case 'countdown':
      return [countdownSlide({ item, seen, place })];
    case 'alert':
      return [alertSlide({ item, seen, place })];
    case 'menu':
      return [menuSlide({ item, seen, place })];
    case 'absence':
      // Absences are told together: see `absences-at.ts`.
      return [];
    case 'logo':
    case 'holidays':
      return [];
  }
}
