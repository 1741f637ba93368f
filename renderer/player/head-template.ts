import { html, nothing, type TemplateResult } from 'lit';
import type { Programme } from '../../main/contract.ts';
import { zoneOf } from '../lib/clock-words.ts';
import type { HeadLook } from '../slides/preau-slide.ts';

/** The head of the wall, where the programme has one. `clock`: epoch milliseconds; `look`: how it looks at first. */
export function headTemplate(
  programme: Programme | null,
  clock: () => number,
  look: HeadLook,
): TemplateResult | typeof nothing {
  if (!programme?.head) return nothing;
  return html`<preau-wall-head
    class="head"
    .head=${programme.head}
    .zone=${zoneOf(programme.at)}
    .clock=${clock}
    .look=${look}
  ></preau-wall-head>`;
}
