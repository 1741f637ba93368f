import { Temporal } from 'temporal-polyfill';
import type { MediaRef, Slide, SlideOf, SlideWhen } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { daysTold } from '../when/days-told.ts';
import { daysLabel, hoursLabel, timeLabel, weekdayName } from '../when/french/label.ts';
import { windowsOn } from '../when/occurrence.ts';
import { momentOf } from '../when/today.ts';
import type { When } from '../when/when.ts';
import type { CatalogueItem } from './catalogue.ts';
import { BLUR_NAME, type EventItem, type ExhibitionItem, type Media } from './item.ts';
import { PICTURE_MS, readingTimeMs, TREE_MS } from './reading-time.ts';
import type { Place } from './screen.ts';
import { contentId } from './slide-id.ts';

const address = (hash: string, name: string) => `/media/${hash}/${encodeURIComponent(name)}`;

const ref = (media: Media): MediaRef => ({
  src: address(media.hash, media.name),
  width: media.width,
  height: media.height,
  ...compact({ blur: media.blur && address(media.blur, BLUR_NAME) }),
});

/** What a slide says of the days and hours of its item, seen from `at`. */
export function slideWhen(when: When, at: Temporal.ZonedDateTime): SlideWhen {
  const day = at.toPlainDate();
  const { recurrence, ...period } = daysTold(when, day);
  const windows = windowsOn(when, day).filter((window) => window.from !== null || window.to !== null);
  return {
    ...period,
    label: recurrence ?? daysLabel(period, day),
    ...compact({ hours: windows.length > 0 ? hoursLabel(windows) : undefined, moment: momentOf(when, at).label }),
  };
}

/** For an event without a date. */
const always: SlideWhen = { from: null, to: null, label: 'toute l’année' };

interface Frame {
  readonly item: CatalogueItem;
  readonly at: Temporal.ZonedDateTime;
  readonly place: Place;
}

/** What an item says, whenever it came and was written. */
const itemId = memoByObject(({ serial: _serial, modifiedMs: _modified, ...content }: CatalogueItem) =>
  contentId(content),
);

/** The fields every slide has. `part` names the slide among those of one item. */
function common({ item }: Frame, part: string, durationMs: number) {
  return {
    id: contentId(itemId(item), part),
    title: item.title,
    durationMs: item.durationMs ?? durationMs,
    source: item.source,
    serial: item.serial,
  };
}

/** As long as the name of a day is enough; a file that is older was written for another time, and copied since. */
const ALERT_DAYS = 6;

/** « 9 h 41 », « hier, 9 h 41 », « lundi, 9 h 41 »; undefined where the time of the file says nothing of the alert. */
function sinceLabel(written: Temporal.ZonedDateTime, at: Temporal.ZonedDateTime): string | undefined {
  const day = written.toPlainDate();
  const { days } = day.until(at.toPlainDate());
  if (days > ALERT_DAYS) return undefined;
  const time = timeLabel(written.toPlainTime().toString({ smallestUnit: 'minute' }));
  // The same day; or written after this instant, by a clock that is ahead, or before `--at`.
  return days <= 0 ? time : `${days === 1 ? 'hier' : weekdayName(day.dayOfWeek)}, ${time}`;
}

const seconds = (value: number | undefined, fallback: number) => (value === undefined ? fallback : value * 1000);

function eventSlide(frame: Frame, item: EventItem): SlideOf<'event'> {
  const words = [item.title, item.town, item.venue, item.description, item.partners].join(' ');
  return {
    ...common(frame, 'event', readingTimeMs(words)),
    kind: 'event',
    town: item.town,
    when: item.when ? slideWhen(item.when, frame.at) : always,
    ...compact({
      department: item.department,
      venue: item.venue,
      description: item.description,
      category: item.category,
      partners: item.partners,
      link: item.link,
      image: item.image && ref(item.image),
    }),
  };
}

function exhibitionSlides(frame: Frame, item: ExhibitionItem): SlideOf<'exhibition'>[] {
  const { place, at } = frame;
  const of = item.plates.length;
  const pictureMs = seconds(place.durations.exhibition, PICTURE_MS);
  const where = compact({ town: item.town, venue: item.venue, partners: item.partners });
  const first = item.plates[0];
  const last = item.plates.at(-1);
  const opening: SlideOf<'exhibition'> = {
    ...common(frame, 'opening', readingTimeMs([item.title, item.venue, item.town, item.description].join(' '))),
    kind: 'exhibition',
    part: 'opening',
    n: 0,
    of,
    ...where,
    ...compact({
      description: item.description,
      when: item.when ? slideWhen(item.when, at) : undefined,
      plate: first && ref(first.media),
    }),
  };
  const plates = item.plates.map(
    (plate, index): SlideOf<'exhibition'> => ({
      ...common(frame, `plate ${index + 1}`, pictureMs),
      kind: 'exhibition',
      part: 'plate',
      n: index + 1,
      of,
      ...where,
      plate: { ...ref(plate.media), ...compact({ caption: plate.caption }) },
      ...compact({ slow: item.slow }),
    }),
  );
  const credits: SlideOf<'exhibition'>[] = item.credits
    ? [
        {
          ...common(frame, 'credits', readingTimeMs(item.credits)),
          kind: 'exhibition',
          part: 'credits',
          n: 0,
          of,
          ...where,
          credits: item.credits,
          ...compact({ plate: last && ref(last.media) }),
        },
      ]
    : [];
  return [opening, ...plates, ...credits];
}

const undated = memoByObject((_place: Place) => new WeakMap<CatalogueItem, readonly Slide[]>());

/** The slides of one item, in order. Those of most items without dates are the same at any time, and are made once. */
export function slidesOf(item: CatalogueItem, at: Temporal.ZonedDateTime, place: Place): readonly Slide[] {
  if (item.when !== null || item.kind === 'alert') return makeSlides({ item, at, place });
  const made = undated(place);
  const slides = made.get(item) ?? makeSlides({ item, at, place });
  made.set(item, slides);
  return slides;
}

function makeSlides(frame: Frame): Slide[] {
  const { item, at, place } = frame;
  switch (item.kind) {
    case 'event':
      return [eventSlide(frame, item)];
    case 'exhibition':
      return exhibitionSlides(frame, item);
    case 'tree':
      return [
        {
          ...common(frame, 'tree', seconds(place.durations.tree, TREE_MS)),
          kind: 'tree',
          messages: [...item.messages],
          ...compact({ town: item.town, venue: item.venue }),
        },
      ];
    case 'image':
      return item.pages.map((page, index) => ({
        ...common(frame, `page ${index + 1}`, seconds(place.durations.image, PICTURE_MS)),
        kind: 'image',
        ...ref(page),
        fit: item.fit,
        ...compact({
          caption: item.caption,
          page: item.of > 1 ? ([index + 1, item.of] satisfies [number, number]) : undefined,
        }),
      }));
    case 'video':
      return [{ ...common(frame, 'video', item.durationMs), kind: 'video', ...ref(item.media), muted: true }];
    case 'text': {
      const plain = item.html.replace(/<[^>]*>/gu, ' ');
      return [
        {
          ...common(frame, 'text', readingTimeMs(plain)),
          kind: 'text',
          html: item.html,
          links: [...item.links],
        },
      ];
    }
    case 'alert': {
      const written = Temporal.Instant.fromEpochMilliseconds(Math.round(item.modifiedMs));
      return [
        {
          ...common(frame, 'alert', readingTimeMs(`${item.title} ${item.html ?? ''}`)),
          kind: 'alert',
          ...compact({
            at: sinceLabel(written.toZonedDateTimeISO(at.timeZoneId), at),
            html: item.html,
            image: item.image && ref(item.image),
            video: item.video && ref(item.video),
          }),
        },
      ];
    }
  }
}
