import type { SlideKind } from '../../main/contract.ts';
import { AgendaSlide } from './agenda/agenda-slide.ts';
import { AlertSlide } from './alert/alert-slide.ts';
import { EventSlide } from './event/event-slide.ts';
import { ExhibitionSlide } from './exhibition/exhibition-slide.ts';
import { IdleSlide } from './idle/idle-slide.ts';
import { ImageSlide } from './image/image-slide.ts';
import type { PreauSlide } from './preau-slide.ts';
import { TextSlide } from './text/text-slide.ts';
import { TreeSlide } from './tree/tree-slide.ts';
import { VideoSlide } from './video/video-slide.ts';

interface SlideElement<K extends SlideKind> {
  readonly tag: `preau-${string}`;
  readonly element: new () => PreauSlide<K>;
}

/** The element of each kind of slide. */
export const slideElements: { readonly [K in SlideKind]: SlideElement<K> } = {
  agenda: { tag: 'preau-agenda', element: AgendaSlide },
  event: { tag: 'preau-event', element: EventSlide },
  exhibition: { tag: 'preau-exhibition', element: ExhibitionSlide },
  tree: { tag: 'preau-tree', element: TreeSlide },
  image: { tag: 'preau-image', element: ImageSlide },
  video: { tag: 'preau-video', element: VideoSlide },
  text: { tag: 'preau-text', element: TextSlide },
  alert: { tag: 'preau-alert', element: AlertSlide },
  idle: { tag: 'preau-idle', element: IdleSlide },
};

/** Defines the elements, once for the document. */
export function defineSlides(): void {
  for (const { tag, element } of Object.values(slideElements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
