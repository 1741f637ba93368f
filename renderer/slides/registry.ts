import type { Slide, SlideKind, SlideOf } from '../../main/contract.ts';
import { AbsencesSlide } from './absences/absences-slide.ts';
import { AgendaSlide } from './agenda/agenda-slide.ts';
import { AlertSlide } from './alert/alert-slide.ts';
import { CountdownSlide } from './countdown/countdown-slide.ts';
import { EventSlide } from './event/event-slide.ts';
import { ExhibitionSlide } from './exhibition/exhibition-slide.ts';
import { IdleSlide } from './idle/idle-slide.ts';
import { ImageSlide } from './image/image-slide.ts';
import { MenuSlide } from './menu/menu-slide.ts';
import type { PreauSlide, SlideElement } from './preau-slide.ts';
import { TextSlide } from './text/text-slide.ts';
import { TreeSlide } from './tree/tree-slide.ts';
import { VideoSlide } from './video/video-slide.ts';

/** The element of each kind of slide: all that the player knows of a kind. */
const SLIDE_ELEMENTS: { readonly [K in SlideKind]: SlideElement<K> } = {
  agenda: AgendaSlide,
  absences: AbsencesSlide,
  menu: MenuSlide,
  event: EventSlide,
  exhibition: ExhibitionSlide,
  tree: TreeSlide,
  image: ImageSlide,
  video: VideoSlide,
  text: TextSlide,
  countdown: CountdownSlide,
  alert: AlertSlide,
  idle: IdleSlide,
};

const tagOf = (kind: string): string => `preau-${kind}`;

/** Defines the elements, `preau-KIND`, once for the document. */
export function defineSlides(): void {
  for (const [kind, element] of Object.entries(SLIDE_ELEMENTS)) {
    if (!customElements.get(tagOf(kind))) customElements.define(tagOf(kind), element);
  }
}

/** A new element for a slide, not yet in the document. */
export function createSlideElement(slide: Slide): PreauSlide {
  const element = document.createElement(tagOf(slide.kind)) as PreauSlide;
  element.slide = slide;
  return element;
}

/** One line for a slide: what, where and when; null where it is part of the entry of another slide. */
export function listEntryOf<K extends SlideKind>(slide: SlideOf<K>): string | null {
  const element: SlideElement<K> = SLIDE_ELEMENTS[slide.kind as K];
  const parts = element.listEntry(slide);
  return parts?.filter((part) => part !== undefined && part !== '').join(' – ') ?? null;
}
