import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Programme } from '../../main/contract.ts';
import { clockWords } from '../lib/clock-words.ts';
import { everyMinute } from '../lib/minutes.ts';
import type { HeadLook } from '../slides/preau-slide.ts';
import { colonStyles } from '../styles/colon-styles.ts';
import { loadFonts } from '../text/fonts.ts';
import { runningTitle } from '../text/title.ts';
import { typeset } from '../text/typography.ts';
import { wallHeadStyles } from './wall-head-styles.ts';

/** A clock that is off by more than this was set meanwhile, milliseconds. */
const MAX_DRIFT_MS = 1_000;
/** Classes that make the name of the place narrower, one after the other; after the last one it is shortened. */
const STEPS = ['', 'narrow', 'narrow small'] as const;

/** The head of the wall: the name of the place and its logo, the day and the time. It has a row of its own above the stage. */
export class WallHead extends LitElement {
  static override styles = [colonStyles, wallHeadStyles];

  @property({ attribute: false }) head: NonNullable<Programme['head']> = {};
  /** IANA zone of the place. */
  @property({ attribute: false }) zone = '';
  /** The instant by the clock of the service, epoch milliseconds. */
  @property({ attribute: false }) clock: () => number = Date.now;

  /** How it looks at first. */
  @property({ attribute: false }) look: HeadLook = 'paper';

  @query('header', true) private readonly face!: HTMLElement | null;
  @query('.place') private readonly placeElement!: HTMLElement | null;
  @state() private now = 0;
  #stop: (() => void) | undefined;
  #readAt = 0;
  #fitted = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  /** The clock of the service may have been set: where it was, the minutes are counted anew. */
  follow(): void {
    const expected = this.now + performance.now() - this.#readAt;
    if (this.#stop && Math.abs(this.clock() - expected) < MAX_DRIFT_MS) return;
    this.#stop?.();
    this.#stop = everyMinute(this.clock, (now) => {
      this.now = now;
      this.#readAt = performance.now();
    });
  }

  /** Looks as it does above the next slide. Gives a copy that covers it as it was; null where it looks the same. */
  change(look: HeadLook): HTMLElement | null {
    const { face } = this;
    if (!face || face.dataset.look === look) return null;
    const before = face.cloneNode(true) as HTMLElement;
    before.ariaHidden = 'true';
    this.renderRoot.append(before);
    face.dataset.look = look;
    return before;
  }

  protected override firstUpdated(): void {
    if (this.face) this.face.dataset.look = this.look;
  }

  protected override render(): TemplateResult {
    const { place, logo } = this.head;
    const { hour, minute, date } = clockWords(this.now, this.zone, false);
    return html`<header>
      ${logo ? html`<img class="logo" src=${logo.src} alt="" width=${logo.width} height=${logo.height} />` : nothing}
      ${place ? html`<p class="unseen">${typeset(place)}</p><p class="place" dir="auto" aria-hidden="true"></p>` : nothing}
      <p class="day">${typeset(date)}</p>
      <p class="time">
        <time datetime="${hour}:${minute}"><span class="unseen">${hour}:${minute}</span><span class="figures" aria-hidden="true">${hour}<span class="colon"></span>${minute}</span></time>
      </p>
    </header>`;
  }

  protected override updated(): void {
    void this.#fit();
  }

  /** Sets the name of the place as large as it fits on its line. Only what may change the fit makes it measure. */
  async #fit(): Promise<void> {
    const { place = '', logo } = this.head;
    const { date } = clockWords(this.now, this.zone, false);
    const key = JSON.stringify([place, logo?.src, date, this.clientWidth, this.clientHeight]);
    if (this.#fitted === key) return;
    this.#fitted = key;
    // A logo that cannot be decoded takes no room, and nobody sees that it is missing.
    await this.renderRoot
      .querySelector('img')
      ?.decode()
      .catch(() => undefined);
    await loadFonts(`${place}${date}0123456789`);
    const element = this.placeElement;
    if (element) fitPlace(element, typeset(place));
    this.face?.classList.add('ready');
  }
}

function fitPlace(element: HTMLElement, place: string): void {
  const fits = (text: string): boolean => {
    element.textContent = text;
    return element.scrollWidth <= element.clientWidth;
  };
  for (const step of STEPS) {
    element.className = `place ${step}`;
    if (fits(place)) return;
  }
  element.textContent = runningTitle(place, fits);
}
