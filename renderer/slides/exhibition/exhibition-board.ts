import { html, nothing, type TemplateResult } from 'lit';
import type { SlideOf } from '../../../main/contract.ts';
import { rich } from '../../text/rich.ts';
import { partnersText, untilText } from './exhibition-text.ts';

type Exhibition = SlideOf<'exhibition'>;

/** A board: text, and the picture of the slide in a round window. */
export function boardTemplate(slide: Exhibition, words: TemplateResult): TemplateResult {
  return html`
    <div class="round first"></div>
    <div class="round second"></div>
    <div class="window">${slide.plate ? html`<img src=${slide.plate.src} alt="" decoding="async" />` : nothing}</div>
    <div class="ring"></div>
    <div class="words"><div class="stack">${words}</div></div>
  `;
}

/** The text of the opening as it is shown on a day, `2026-05-05`. */
export function openingWords(slide: Exhibition, day: string, withDescription: boolean): TemplateResult {
  const until = untilText(slide.when, day);
  const lines = [slide.venue, partnersText(slide.partners), withDescription ? slide.description : undefined];
  return html`
    <p class="kind">Exposition</p>
    <h1 dir="auto">${rich(slide.title)}</h1>
    ${until ? html`<p class="until">${rich(until)}</p>` : nothing}
    ${slide.town ? html`<p class="town" dir="auto">${slide.town}</p>` : nothing}
    ${lines.map((line) => (line ? html`<p class="line" dir="auto">${rich(line)}</p>` : nothing))}
  `;
}

/** The text of the credits: who made the exhibition, then partners and place, which the opening has named, less visibly. */
export function creditsWords(slide: Exhibition): TemplateResult {
  const about = [partnersText(slide.partners), slide.venue, slide.town].filter((part) => part);
  return html`
    <p class="kind">Crédits</p>
    <h1 dir="auto">${rich(slide.title)}</h1>
    ${slide.credits ? html`<p class="line" dir="auto">${rich(slide.credits)}</p>` : nothing}
    ${about.length > 0 ? html`<p class="about" dir="auto">${about.map((part) => html`<span>${rich(part ?? '')}</span> `)}</p>` : nothing}
  `;
}
