import { html, LitElement, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { Programme } from '../../main/contract.ts';
import { askedBy, programmeAddress } from './asked.ts';
import { playerStyles } from './player-styles.ts';
import { Stage } from './stage.ts';

/** The mark of a page that could not be shown, for whoever looks at it from outside. */
const FAILED = 'échec';

/** One slide of any programme, still: what the régie shows small. It follows nothing, and tells the service nothing. */
export class StillPlayer extends LitElement {
  static override styles = playerStyles;

  @query('.stage', true) private readonly stageElement!: HTMLElement;

  protected override render(): TemplateResult {
    return html`<main class="stage" aria-label="À l’écran"></main>`;
  }

  protected override async firstUpdated(): Promise<void> {
    try {
      await this.#show();
    } catch {
      document.documentElement.dataset.slide = FAILED;
    }
  }

  async #show(): Promise<void> {
    const asked = askedBy(location.search);
    const answer = await fetch(programmeAddress(asked));
    const programme = (await answer.json()) as Programme;
    const { theme, slides, at, day, week } = programme;
    document.documentElement.dataset.theme = theme;
    const slide = slides.find(({ id }) => id === asked.slide) ?? (asked.slide === null ? slides[0] : undefined);
    if (slide === undefined) throw new Error(`The programme has no slide ${asked.slide}.`);
    const instant = Date.parse(at.replace(/\[.*$/u, ''));
    const size = { width: window.innerWidth, height: window.innerHeight };
    const context = { day, week, theme, at, now: () => instant, reducedMotion: true, stage: size };
    // Prepared and not revealed: it is complete, and no film, clock or movement of it starts.
    await new Stage(this.stageElement).prepare({ slide, page: 0 }, context);
    document.documentElement.dataset.slide = slide.id;
  }
}
