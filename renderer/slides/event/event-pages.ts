import type { SlideOf } from '../../../main/contract.ts';
import { isWhole, keepsWords, largestThatFits, lineCount, setSize } from '../../text/fit.ts';
import { paginate, wordsOf } from '../../text/flow.ts';
import { largestPaging } from '../../text/largest-paging.ts';
import { paragraphs, textBlock } from '../../text/rich.ts';
import { titleParts } from '../../text/title.ts';

/** Sizes of the title to try, and those of the text, in stage units; the last are the floors of the design. */
const TITLE_SIZES = [164, 148, 132, 118, 104];
const TITLE_FLOOR = 104;
const TEXT = { max: 64, large: 60, comfortable: 52, floor: 46 };
const TITLE_LINES = 4;
/** Sizes above this are for titles on two lines at most. */
const LARGE_TITLE = 132;
/** Width of the letters of a title, in percent; narrower before it is cut. */
const STRETCH = { title: 88, least: 78 };
/** Beside a picture the type is smaller, so that the picture is larger. */
const ILLUSTRATED = { title: 118, text: 54 };
/** What gives way before the text goes on to a second page: least height of the picture, most of the code. */
const ROOMS = [
  { photo: 360, code: 999 },
  { photo: 310, code: 240 },
];
/** Heights of the picture on the first of several pages: lower, then without it, where the title would be cut. */
const PHOTO_HEIGHTS = [360, 260, 0];

/** The custom properties that the pages are measured with. */
export const EVENT_SIZES = ['--title', '--stretch', '--text', '--photo', '--qr-most'];

/** Where the pages of an event are measured. */
export interface EventSheet {
  /** Carries the sizes. */
  readonly host: HTMLElement;
  readonly flow: HTMLElement;
  /** Shows what would be page `n`, as it will stand on the wall. */
  put(content: DocumentFragment, n: number): void;
  /** Most words a page may hold. */
  readonly words: number;
  /** A place is kept for the number of the page. */
  numbered(): void;
}

/** What of the panel has no room there comes first in the text. */
export function eventPages(
  slide: SlideOf<'event'>,
  overflow: readonly HTMLElement[],
  sheet: EventSheet,
): DocumentFragment[] {
  setRoom(slide, sheet);
  setStretch(slide.title, sheet);
  const source = blocksOf(slide, [slide.title], overflow);
  if (wordsOf(source) <= sheet.words) {
    const most = slide.image ? ILLUSTRATED : { title: TITLE_SIZES[0] ?? 0, text: TEXT.max };
    for (const room of ROOMS) {
      setRoom(slide, sheet, room);
      if (fitsOnOne(source, most, sheet)) return [source];
    }
    setRoom(slide, sheet);
  }
  return onPages(slide, overflow, sheet);
}

function setRoom({ image }: SlideOf<'event'>, { host }: EventSheet, room = ROOMS[0]): void {
  setSize(host, '--photo', image && room ? room.photo : 0);
  setSize(host, '--qr-most', room?.code ?? 0);
}

/** The letters of the title at its smallest are narrowed only if it would else be cut. */
function setStretch(title: string, sheet: EventSheet): void {
  setSize(sheet.host, '--title', TITLE_FLOOR);
  sheet.put(blocksOf({ title }, [title], []), 0);
  for (const stretch of [STRETCH.title, STRETCH.least]) {
    setSize(sheet.host, '--stretch', stretch);
    if (titleStands(sheet)) return;
  }
}

function blocksOf(
  { description, partners }: Pick<SlideOf<'event'>, 'title' | 'description' | 'partners'>,
  titles: readonly string[],
  overflow: readonly HTMLElement[],
): DocumentFragment {
  const blocks = document.createDocumentFragment();
  blocks.append(...titles.map((title) => textBlock('h1', title)));
  blocks.append(...overflow.map((block) => block.cloneNode(true)), ...paragraphs(description ?? ''));
  if (partners) blocks.append(textBlock('p', `Avec ${partners}`, 'partners'));
  return blocks;
}

/** Finds the largest type at which all is on one page: first with a text that is large too. */
function fitsOnOne(source: DocumentFragment, most: typeof ILLUSTRATED, sheet: EventSheet): boolean {
  sheet.put(source.cloneNode(true) as DocumentFragment, 0);
  for (const least of [Math.min(TEXT.large, most.text), TEXT.comfortable]) {
    for (const title of TITLE_SIZES.filter((size) => size <= most.title)) {
      setSize(sheet.host, '--title', title);
      if (!titleStands(sheet)) continue;
      const floor = least === TEXT.comfortable && title === TITLE_FLOOR ? TEXT.floor : least;
      const size = largestThatFits(floor, most.text, (candidate) => {
        setSize(sheet.host, '--text', candidate);
        return isWhole(sheet.flow);
      });
      if (size === null) continue;
      setSize(sheet.host, '--text', size);
      return true;
    }
  }
  return false;
}

/** Pages at a size that is comfortable to read, larger where they do not become more. */
function onPages(slide: SlideOf<'event'>, overflow: readonly HTMLElement[], sheet: EventSheet): DocumentFragment[] {
  sheet.numbered();
  setSize(sheet.host, '--title', TITLE_FLOOR);
  setSize(sheet.host, '--text', TEXT.comfortable);
  const stands = (title: string): boolean => {
    sheet.put(blocksOf({ title }, [title], []), 0);
    return lineCountOf(sheet) <= TITLE_LINES && isWhole(sheet.flow);
  };
  let parts = [slide.title];
  for (const photo of slide.image ? PHOTO_HEIGHTS : [0]) {
    setSize(sheet.host, '--photo', photo);
    parts = titleParts(slide.title, stands);
    if (parts.length === 1) break;
  }
  const source = blocksOf(slide, parts, overflow);
  const measure = (): DocumentFragment[] =>
    paginate(
      source,
      (page, n) => {
        sheet.put(page, n);
        return lineCountOf(sheet) <= TITLE_LINES && isWhole(sheet.flow);
      },
      sheet.words,
    );
  return largestPaging(sheet.host, [TEXT.max, 58], TEXT.comfortable, measure);
}

/** Lines of all the parts of the title on the page. */
function lineCountOf({ flow }: EventSheet): number {
  const titles = [...flow.querySelectorAll<HTMLElement>('h1:not(.unseen)')];
  return titles.reduce((total, title) => total + lineCount(title), 0);
}

/** On at most four lines, without a word cut. */
function titleStands(sheet: EventSheet): boolean {
  const title = sheet.flow.querySelector('h1');
  if (!title) return true;
  const size = Number(sheet.host.style.getPropertyValue('--title'));
  if (lineCount(title) > (size > LARGE_TITLE ? 2 : TITLE_LINES)) return false;
  return keepsWords(title);
}
