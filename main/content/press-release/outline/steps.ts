import { fold } from '../../../lib/fold.ts';
import { withHours } from '../../../when/french/hours.ts';
import type { WhenRule } from '../../../when/when.ts';
import { datesTheRelease } from '../days/read-dates.ts';
import { beginsAsEvent, proposeCategory } from '../event/category.ts';
import type { EventDraft, Piece } from '../event/event-draft.ts';
import type { EventHeading } from '../event/event-heading.ts';
import { titleOnly } from './announced.ts';
import { isItem, isRunning, type Line } from './outline.ts';

/** The events of a text whose title is above all of them, and the lines that are now in them, as in `Block`. */
interface UnderTitle {
  readonly drafts: readonly EventDraft[];
  readonly lines: ReadonlySet<number>;
  /** The text announces one event, of which it tells the steps. */
  readonly isOne: boolean;
}

/** A line above the steps of one event. */
const COURSE =
  /^(?:le |au )?(?:deroule(?:ment)?|programme|horaires|ordre du jour)(?: previsionnel)?(?: (?:de|du|des|d')\b.{0,40})?\s*:?$/;
/** What stands at the beginning or at the end of one event, and is no event of its own. */
const FRAME =
  /^(?:accueil|arrivee|ouverture (?:des|du|de la) (?:portes|stands?|jeux|billetterie|buvette|site)|tirage (?:de|des|du)\b|cafe(?:\s|$|-)|petit[- ]dejeuner|installation|rassemblement|depart|retour|fin(?:\s|$)|cloture|conclusion|buffet|cocktail|pot(?:\s|$)|verre de l'amitie|aperitif)/;
/** The last step at whose beginning all is over. */
const END = /^(?:fin(?:\s|$)|cloture|retour)/;
/** Titles of lists of events that have nothing to do with each other. */
const AGENDA =
  /\b(?:agenda|calendrier|planning|semaine|quinzaine|rendez-vous|actualites?|infos?|informations?|evenements|temps forts|journal)\b/;
const ITSELF = /^(?:communique|dossier|invitation)(?:(?: de| a la)? presse)?$/;

/**
 * The events of one day under the title of the whole, each of which begins with its hours, or all of which have the hours of the day
 * and say nothing but what there is. Where the title stands above « Déroulé : », « 18 h : accueil », « 20 h : buffet », or where
 * « Portes ouvertes » stands above « Ateliers », « Concert », they are the parts of one event, which is put in their place. Others, « Forum
 * des métiers » above « 9 h : stands », « 14 h : conférence », are events of their own that tell of what they are a part. Null where
 * no title stands above them.
 */
export function underTitle(written: readonly EventDraft[], lines: readonly Line[]): UnderTitle | null {
  const unplaced = withoutPlaceBehind(written, lines);
  const drafts = unplaced.every(isPart) ? unplaced : written;
  const [first] = drafts;
  if (first === undefined || drafts.length < 2 || !areOfOneDay(drafts, lines)) return null;
  const areParts = drafts.every(isPart) && areSame(drafts.map(({ when }) => when));
  if (!areParts && !drafts.every(({ hoursFirst }) => hoursFirst)) return null;
  const above = lines.filter(({ block }) => block.line < first.line);
  if (above.some(({ block }) => AGENDA.test(fold(block.text)))) return null;
  const told = above.filter((line) => !isFrame(line));
  const title = told.find((line) => line.facts === null && !isRunning(line.block));
  if (title === undefined) return null;
  const heading = title.heading ?? title.entry?.heading ?? titleOnly(title.block.text, title.dates);
  if (heading.title === '') return null;
  const starts = new Set(drafts.map(({ line }) => line));
  const isOne =
    (areParts ? namesEvent(heading.title) : drafts.some((draft) => FRAME.test(fold(draft.heading.title)))) ||
    lines.some(({ block }) => !starts.has(block.line) && COURSE.test(fold(block.text)));
  if (isOne) {
    const rest = told.filter((line) => line !== title);
    return {
      isOne,
      drafts: [merged([first, ...drafts.slice(1)], heading, rest, lines)],
      lines: new Set(above.map(({ block }) => block.line)),
    };
  }
  if (areParts || !beginsAsEvent(heading.title)) return null;
  const part = sentence(heading.title);
  const parts = drafts.map((draft) => ({ ...draft, description: [part, ...draft.description] }));
  return { isOne, drafts: parts, lines: new Set([title.block.line]) };
}

const namesEvent = (title: string): boolean => beginsAsEvent(title) || proposeCategory(title, '') !== null;

/** « Ateliers », « Concert de la chorale »: neither when nor where, but what there is. */
function isPart({ heading, shape, isDated, hours, venue, status }: EventDraft): boolean {
  const isPlaced = heading.venue !== undefined || venue !== undefined;
  return (
    shape !== 'styled' && !isDated && !isPlaced && status === undefined && hours.length + heading.dates.length === 0
  );
}

/** Whether none names a town of its own, and all are on one day. */
function areOfOneDay(drafts: readonly EventDraft[], lines: readonly Line[]): boolean {
  const town = drafts[0]?.heading.town;
  // « Salle des fêtes, Ville » above them is where the whole takes place.
  const isOfPlace = town === '' || lines.some(({ facts }) => facts?.town === town);
  if (!isOfPlace || !drafts.every(({ heading }) => heading.town === town)) return false;
  return areSame(drafts.map(({ when }) => when?.ranges));
}

const areSame = (values: readonly unknown[]): boolean => new Set(values.map((each) => JSON.stringify(each))).size === 1;

/** A line around the title that says nothing of the event but its day. */
function isFrame({ block, days, isContact }: Line): boolean {
  const text = fold(block.text);
  return days !== null || isContact || COURSE.test(text) || ITSELF.test(text) || datesTheRelease(block.text);
}

function merged(
  drafts: readonly [EventDraft, ...EventDraft[]],
  heading: EventHeading,
  above: readonly Line[],
  lines: readonly Line[],
): EventDraft {
  const { venue: _ofStep, ...first } = drafts[0];
  // « 18 h – Salle des fêtes » under the day is no step: it says where all of them are.
  const own = lines.find(({ block, facts }) => block.line === first.line && facts?.venue);
  const behind = placeBehind(drafts, lines);
  const venue = above.find(({ facts }) => facts?.venue) ?? own ?? behind;
  const isHours = ({ block, dates }: Line): boolean => dates.isDate(block.text);
  const before = above
    .filter((line) => line !== venue && !isHours(line))
    .map(({ block }): Piece => sentence(block.text));
  const shared = drafts.every((draft) => draft.heading.venue === first.heading.venue) ? first.heading.venue : undefined;
  const place = heading.venue ?? venue?.facts?.venue ?? shared;
  const town = heading.town || (venue?.facts?.town ?? first.heading.town);
  return {
    ...first,
    heading: { ...heading, town, dates: [], ...(place === undefined ? {} : { venue: place }) },
    when: wholeOf(drafts, lines),
    description: [
      ...before,
      ...stepsOf(drafts, own === undefined ? lines : lines.filter((line) => line !== own)),
    ].filter(({ text }) => venue !== behind || text !== behind?.block.text),
  };
}

/** The last of some parts without the place below it, which is that of all of them. */
function withoutPlaceBehind(drafts: readonly EventDraft[], lines: readonly Line[]): readonly EventDraft[] {
  const last = drafts.at(-1);
  const place = placeBehind(drafts, lines)?.facts;
  if (last?.venue === undefined || last.venue !== place?.venue) return drafts;
  const { venue: _ofAll, ...bare } = last;
  const heading = place.town === bare.heading.town ? { ...bare.heading, town: '' } : bare.heading;
  return [...drafts.slice(0, -1), { ...bare, heading }];
}

/** « Lycée X, 3 rue des Lilas » below the last part: where all of them are. */
function placeBehind(drafts: readonly EventDraft[], lines: readonly Line[]): Line | undefined {
  const last = drafts.at(-1)?.line ?? 0;
  return lines.find(
    ({ block, facts }) => block.line > last && !isItem(block) && facts?.venue && facts.dates.length === 0,
  );
}

const sentence = (text: string): Piece => ({ text: /[\p{L}\p{N}»)]$/u.test(text) ? `${text}.` : text, isItem: false });

/** The steps as they are written, each with the sentences under it. « 10 h : musée », hours and a place alone, is one as well. */
function stepsOf(drafts: readonly EventDraft[], lines: readonly Line[]): Piece[] {
  const byLine = new Map(drafts.map((draft) => [draft.line, draft]));
  const from = drafts[0]?.line ?? 0;
  return lines.flatMap(({ block, days, facts }): Piece[] => {
    const draft = byLine.get(block.line);
    const isTimed = days === null && facts !== null && facts.dates.length > 0;
    if (block.line < from || (draft === undefined && !isTimed)) return [];
    return [{ text: block.text, isItem: true }, ...(draft?.description ?? [])];
  });
}

/** The day with the hours that stand beside it, else from the first step to the end of the last. */
function wholeOf(drafts: readonly EventDraft[], lines: readonly Line[]): WhenRule | null {
  const [first, last] = [drafts[0], drafts.at(-1)];
  if (!first?.when || !last?.when) return null;
  const { days } = lines.find((line) => line.days?.reading.ok === true && line.block.line < first.line) ?? {};
  if (days?.reading.ok === true && days.reading.when.hours.some(({ to }) => to !== null)) return days.reading.when;
  const [start, end] = [first.when.hours[0], last.when.hours.at(-1)];
  const to = end?.to ?? (END.test(fold(last.heading.title)) ? end?.from : null) ?? null;
  return start?.from ? withHours(first.when, [{ from: start.from, to }]) : first.when;
}
