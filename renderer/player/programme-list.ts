import { html, nothing, type TemplateResult } from 'lit';
import type { Programme, Slide } from '../../main/contract.ts';

/**
 * The programme as a list, for who listens to the page instead of looking at it: out of sight until its button, the first
 * thing the keyboard reaches, has the focus.
 */
export function programmeList(
  programme: Programme | null,
  current: string | null,
  paused: boolean,
  toggle: () => void,
): TemplateResult {
  const slides = (programme?.slides ?? []).filter(isOwnEntry);
  return html`
    <h2 id="programme">Programme</h2>
    <button type="button" aria-pressed=${paused} @click=${toggle}>${paused ? 'Reprendre' : 'Mettre en pause'}</button>
    ${
      slides.length === 0
        ? nothing
        : html`<ol>
          ${slides.map(
            (slide) => html`<li aria-current=${slide.id === current ? 'true' : nothing}>${describe(slide)}</li>`,
          )}
        </ol>`
    }
  `;
}

/** An exhibition is one entry, not one a plate; a document one, not one a page. */
function isOwnEntry(slide: Slide): boolean {
  if (slide.kind === 'exhibition') return slide.part === 'opening';
  if (slide.kind === 'image') return (slide.page?.[0] ?? 1) === 1;
  return true;
}

/** One line for a slide: what, where and when. */
export function describe(slide: Slide): string {
  const parts: (string | undefined)[] = [slide.title];
  if (slide.kind === 'event') parts.push(slide.town, slide.venue, slide.when.label, slide.when.hours);
  if (slide.kind === 'exhibition' || slide.kind === 'tree') parts.push(slide.town, slide.venue);
  if (slide.kind === 'agenda') {
    const entries = slide.sections.flatMap((section) => section.entries);
    parts.push(...entries.map((entry) => [entry.title, entry.town, entry.hours].filter(Boolean).join(', ')));
  }
  return parts.filter((part) => part !== undefined && part !== '').join(' – ');
}
