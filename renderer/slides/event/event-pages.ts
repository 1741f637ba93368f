import type { SlideOf } from '../../../main/contract.ts';
import { contentFits, largestThatFits, lineCount, setSize, wordsFit } from '../../text/fit.ts';
import { paginate, wordsOf } from '../../text/flow.ts';
import { largestPaging } from '../../text/largest-paging.ts';
import { paragraphs, textBlock } from '../../text/rich.ts';
import { titleParts } from '../../text/title.ts';

/** Sizes of the title to try, stage units; the last is the smallest that is read from six metres. */
const TITLE_SIZES = [164, 148, 132, 118, 104];
const MIN_TITLE = 104;
/** Sizes of the text, stage units. */
const TEXT = { max: 64, large: 60, comfortable: 52, min: 46 };
/** Sizes of the text to try over several pages, where the pages do not become more. */
const LARGER_TEXT = [TEXT.max, 58];
const MAX_TITLE_LINES = 4;
/** Titles above this size have two lines at most; stage units. */
const LARGE_TITLE = 132;
/** Width of the letters of a title, percent; narrower before the title is cut. */
const STRETCH = [88, 78];
/** Largest sizes beside a picture: the type is smaller, so that the picture is larger. */
const MAX_BESIDE_PICTURE = { title: 118, text: 54 };
/** Minimum height of the picture and maximum size of the QR code, reduced before the text continues on a second page. */
const ROOMS = [
  { photo: 360, code: 999 },
  { photo: 310, code: 240 },
];
/** Heights of the picture on the first of several pages: reduced, then without it, where the title would be cut. */
const PHOTO_HEIGHTS = [360, 260, 0];

/** The custom properties that the pages are measured with. */
export const EVENT_SIZES = ['--title', '--stretch', '--text', '--photo', '--qr-max'];

/** Where the pages of an event are measured. */
export interface EventSheet {
  /** The element that the sizes are set on. */
  readonly host: HTMLElement;
  readonly flow: HTMLElement;
  /** Shows what would be page `n`, from 0, as it will be on the wall. */
  show(content: DocumentFragment, n: number): void;
  readonly maxWords: number;
  /** Makes room for the number of the page. */
  reserveNumber(): void;
}

/** The pages of an event; `overflow` is what has no room on the panel, and comes first in the text. */
export function eventPages(
  slide: SlideOf<'event'>,
  overflow: readonly HTMLElement[],
  sheet: EventSheet,
): DocumentFragment[] {
  setRoom(slide, sheet);
  setStretch(slide.title, sheet);
  const source = blocksOf(slide, [slide.title], overflow);
  if (wordsOf(source) <= sheet.maxWords) {
    const max = slide.image ? MAX_BESIDE_PICTURE : { title: TITLE_SIZES[0] ?? 0, text: TEXT.max };
    for (const room of ROOMS) {
      setRoom(slide, sheet, room);
      if (fitOnePage(source, max, sheet)) return [source];
    }
    setRoom(slide, sheet);
  }
  return severalPages(slide, overflow, sheet);
}

function setRoom({ image }: SlideOf<'event'>, { host }: EventSheet, room = ROOMS[0]): void {
  setSize(host, '--photo', image && room ? room.photo : 0);
  setSize(host, '--qr-max', room?.code ?? 0);
}

/** Narrows the letters of the title only if it would otherwise be cut at its smallest size. */
function setStretch(title: string, sheet: EventSheet): void {
  setSize(sheet.host, '--title', MIN_TITLE);
  sheet.show(blocksOf({ title }, [title], []), 0);
  for (const stretch of STRETCH) {
    setSize(sheet.host, '--stretch', stretch);
    if (titleFits(sheet)) return;
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

/** Sets the largest sizes at which all fits on one page, with large text if possible; false where there are none. */
function fitOnePage(source: DocumentFragment, max: typeof MAX_BESIDE_PICTURE, sheet: EventSheet): boolean {
  sheet.show(source.cloneNode(true) as DocumentFragment, 0);
  for (const minText of [Math.min(TEXT.large, max.text), TEXT.comfortable]) {
    for (const title of TITLE_SIZES.filter((size) => size <= max.title)) {
      setSize(sheet.host, '--title', title);
      if (!titleFits(sheet)) continue;
      const isLastResort = minText === TEXT.comfortable && title === MIN_TITLE;
      const size = largestThatFits(isLastResort ? TEXT.min : minText, max.text, (candidate) => {
        setSize(sheet.host, '--text', candidate);
        return contentFits(sheet.flow);
      });
      if (size === null) continue;
      setSize(sheet.host, '--text', size);
      return true;
    }
  }
  return false;
}

/** Pages in a size that is comfortable to read, or larger where the pages do not become more. */
function severalPages(
  slide: SlideOf<'event'>,
  overflow: readonly HTMLElement[],
  sheet: EventSheet,
): DocumentFragment[] {
  sheet.reserveNumber();
  setSize(sheet.host, '--title', MIN_TITLE);
  setSize(sheet.host, '--text', TEXT.comfortable);
  const fits = (page: DocumentFragment, n: number): boolean => {
    sheet.show(page, n);
    return titleLines(sheet) <= MAX_TITLE_LINES && contentFits(sheet.flow);
  };
  const source = blocksOf(slide, titlesOf(slide, sheet, fits), overflow);
  const measure = (): DocumentFragment[] => paginate(source, fits, sheet.maxWords);
  return largestPaging(sheet.host, LARGER_TEXT, TEXT.comfortable, measure);
}

/** The title in parts that each fit on a page, in one part if a lower picture, or none, makes that possible. */
function titlesOf(
  slide: SlideOf<'event'>,
  { host }: EventSheet,
  fits: (page: DocumentFragment, n: number) => boolean,
): string[] {
  let parts = [slide.title];
  for (const photo of slide.image ? PHOTO_HEIGHTS : [0]) {
    setSize(host, '--photo', photo);
    parts = titleParts(slide.title, (title) => fits(blocksOf({ title }, [title], []), 0));
    if (parts.length === 1) break;
  }
  return parts;
}

/** Lines of all the parts of the title on the page. */
function titleLines({ flow }: EventSheet): number {
  const titles = [...flow.querySelectorAll<HTMLElement>('h1:not(.unseen)')];
  return titles.reduce((total, title) => total + lineCount(title), 0);
}

/** Whether the title has no more lines than its size allows, and no word that is cut. */
function titleFits({ flow, host }: EventSheet): boolean {
  const title = flow.querySelector('h1');
  if (!title) return true;
  const size = Number(host.style.getPropertyValue('--title'));
  return lineCount(title) <= (size > LARGE_TITLE ? 2 : MAX_TITLE_LINES) && wordsFit(title);
}
