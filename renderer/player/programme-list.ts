import { html, nothing, type TemplateResult } from 'lit';
import type { Programme } from '../../main/contract.ts';
import { listEntryOf } from '../slides/registry.ts';

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
  const entries = (programme?.slides ?? []).flatMap((slide) => {
    const text = listEntryOf(slide);
    return text === null ? [] : [{ text, isCurrent: current.includes(slide.id) }];
  });
  return html`
    <h2 id="programme">Programme</h2>
    <button type="button" aria-pressed=${paused} @click=${toggle}>${paused ? 'Reprendre' : 'Mettre en pause'}</button>
    ${
      entries.length === 0
        ? nothing
        : html`<ol>
          ${entries.map(({ text, isCurrent }) => html`<li aria-current=${isCurrent ? 'true' : nothing}>${text}</li>`)}
        </ol>`
    }
  `;
}
