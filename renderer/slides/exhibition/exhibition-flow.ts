import type { SlideOf } from '../../../main/contract.ts';
import { paragraphs, textBlock } from '../../text/rich.ts';
import { partnersText } from './exhibition-text.ts';

type Exhibition = SlideOf<'exhibition'>;

/** The opening as text that runs over pages, for a title that leaves no room for anything else. */
export function openingFlow(slide: Exhibition, until: string | undefined): DocumentFragment {
  const flow = fragment(textBlock('h1', slide.title, 'title'));
  if (until) flow.append(textBlock('p', until, 'until'));
  if (slide.town) flow.append(textBlock('p', slide.town, 'town'));
  flow.append(...lines(slide.venue, partnersText(slide.partners), slide.description));
  return flow;
}

/** The description alone, under the title, when the opening has no room for it. */
export function descriptionFlow(slide: Exhibition): DocumentFragment {
  return fragment(...lines(slide.description));
}

/** Who made the exhibition. */
export function creditsFlow(slide: Exhibition): DocumentFragment {
  const flow = fragment(textBlock('p', 'Crédits', 'kind'), textBlock('h1', slide.title, 'title'));
  flow.append(...lines(slide.credits, partnersText(slide.partners)));
  // Each on its own line: a town is not cut at its hyphen to stand beside the name of its school.
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
