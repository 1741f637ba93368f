import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { Programme } from '../../main/contract.ts';
import { listEntryOf } from '../slides/registry.ts';
import { isAlert } from './loop.ts';

/**
 * The programme as a list, for people who listen to the page instead of looking at it. It is out of sight until its
 * button, the first thing that the keyboard reaches, has the focus.
 */
export function programmeList(
  programme: Programme | null,
  current: readonly string[],
  paused: boolean,
  toggle: () => void,
): TemplateResult {
  const slides = programme?.slides ?? [];
  const entries = slides.flatMap((slide) => {
    const text = listEntryOf(slide);
    if (text === null) return [];
    return [html`<li aria-current=${current.includes(slide.id) ? 'true' : nothing}>${text}</li>`];
  });
  const alert = isAlert(slides);
  // The entries stay during an alert: hundreds would be made anew after each one, all over the memory of the page.
  return html`
    <h2 id="programme">Programme</h2>
    <button type="button" aria-pressed=${paused} @click=${toggle}>${paused ? 'Reprendre' : 'Mettre en pause'}</button>
    <ol ?hidden=${!alert || entries.length === 0}>${alert ? entries : nothing}</ol>
    <ol ?hidden=${alert || entries.length === 0}>${alert ? noChange : entries}</ol>
  `;
}
