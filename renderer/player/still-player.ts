import { html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Programme } from '../../main/contract.ts';
import { askedBy, programmeAddress } from './asked.ts';
import { headTemplate } from './head-template.ts';
import { setPageTheme } from './page-theme.ts';
import { playerStyles } from './player-styles.ts';
import { epochOf } from './service-clock.ts';
import { Stage } from './stage.ts';
import type { WallHead } from './wall-head.ts';

/** The mark of a page that could not be shown, for whoever looks at it from outside. */
const FAILED = 'échec';

/** One slide of any programme, still: what the régie shows small. It follows nothing, and tells the service nothing. */
export class StillPlayer extends LitElement {
  static override styles = playerStyles;

  @query('.stage', true) private readonly stageElement!: HTMLElement;
  @query('.head') private readonly head!: WallHead | null;
  @state() private programme: Programme | null = null;

  protected override render(): TemplateResult {
    const instant = this.programme === null ? 0 : epochOf(this.programme.at);
    return html`${headTemplate(this.programme, () => instant, 'paper')}
      <main class="stage" aria-label="À l’écran"></main>`;
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
    const slide = slides.find(({ id }) => id === asked.slide) ?? (asked.slide === null ? slides[0] : undefined);
    if (slide === undefined) throw new Error(`The programme has no slide ${asked.slide}.`);
    setPageTheme(programme);
    this.programme = programme;
    await this.updateComplete;
    const instant = epochOf(at);
    const { clientWidth: width, clientHeight: height } = this.stageElement;
    const unit = Math.min(window.innerWidth, window.innerHeight) / 1080;
    const headed = programme.head !== undefined;
    const stage = { width, height, unit };
    const context = { day, week, theme, at, now: () => instant, reducedMotion: true, stage, headed };
    // Prepared and not revealed: it is complete, and no film, clock or movement of it starts.
    const prepared = await new Stage(this.stageElement, () => null).prepare({ slide, page: 0 }, context);
    this.head?.change(prepared.content?.element.headLook ?? 'paper')?.remove();
    document.documentElement.dataset.slide = slide.id;
  }
}
