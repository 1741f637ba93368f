import type { SlideOf } from '../../../main/contract.ts';
import { paragraphs, textBlock } from '../../text/rich.ts';
import { partnersText } from './exhibition-text.ts';

type Exhibition = SlideOf<'exhibition'>;

/** The opening as text for several pages, for a title that leaves no room for anything else. */
export function openingFlow(slide: Exhibition, until: string | undefined): DocumentFragment {
  const flow = fragment(textBlock('h1', slide.title, 'title'));
  if (until) flow.append(textBlock('p', until, 'until'));
  if (slide.town) flow.append(textBlock('p', slide.town, 'town'));
  flow.append(...lines(slide.venue, partnersText(slide.partners), slide.description));
  return flow;
}

/** The description only, for pages after an opening that has no room for it. */
export function descriptionFlow(slide: Exhibition): DocumentFragment {
  return fragment(...lines(slide.description));
}

/** The credits as text for several pages. */
export function creditsFlow(slide: Exhibition): DocumentFragment {
  const flow = fragment(textBlock('p', 'Crédits', 'kind'), textBlock('h1', slide.title, 'title'));
  flow.append(...lines(slide.credits, partnersText(slide.partners)));
  // Two lines: on one, the name of the town could be cut at its hyphen.
  flow.append(...lines(slide.venue, slide.town));
  return flow;
}

function lines(...texts: (string | undefined)[]): HTMLElement[] {
  return texts.flatMap((text) => (text ? paragraphs(text, 'line') : []));
}

function fragment(...children: HTMLElement[]): DocumentFragment {
  const flow = document.createDocumentFragment();
  flow.append(...children);
  return flow;
}
