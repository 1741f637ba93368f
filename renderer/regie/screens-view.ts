import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RegieScreen, RegieScreens, ScreenLight } from '../../main/regie-contract.ts';
import { ask } from './api.ts';
import { baseStyles } from './base-styles.ts';

const LIGHTS: Readonly<Record<ScreenLight, string>> = { green: 'Va bien', amber: 'À regarder', red: 'En panne' };

/** The other machines write into the folder, and nothing tells of it: it is read again at this pace while it is looked at. */
const AGAIN_MS = 2_000;

/** Each wall: lit or not, what it painted last and when, its version, and what it could not play. */
export class ScreensView extends LitElement {
  static override styles = [
    baseStyles,
    css`
      h2 {
        margin-bottom: 1rem;
        font-size: 1.45rem;
      }
      ul.screens {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        gap: 1.2rem;
      }
      .screen {
        padding: 1rem 1.1rem 1.1rem;
        border: 1px solid var(--rule);
        border-top: 0.4rem solid var(--green);
        border-radius: 0.6rem;
        background: #fffdf8;
      }
      .amber {
        border-top-color: var(--sun);
      }
      .red {
        border-top-color: #b23a22;
      }
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.8rem;
      }
      h3 {
        font-size: 1.2rem;
        overflow-wrap: anywhere;
      }
      .badge.green {
        background: var(--green);
        color: #fff;
      }
      .badge.amber {
        background: var(--sun);
      }
      .badge.red {
        background: #b23a22;
        color: #fff;
      }
      .wall {
        margin: 0.7rem 0;
      }
      .wall img,
      .dark {
        display: grid;
        place-content: center;
        width: 100%;
        aspect-ratio: 16 / 9;
        border-radius: 6px;
        background: #10141f;
        color: #fff;
        object-fit: contain;
      }
      .dark {
        padding: 0 1rem;
        text-align: center;
        text-wrap: balance;
        overflow-wrap: anywhere;
      }
      .facts {
        margin-top: 0.5rem;
        font-size: 0.88rem;
      }
      .remarks {
        margin-top: 0.5rem;
      }
      .remarks li::before {
        content: '→ ';
        color: var(--green-text);
      }
    `,
  ];

  /** Another number at each change of a screen. */
  @property({ type: Number }) version = 0;
  @state() private answer: RegieScreens | null = null;
  @state() private message = '';
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.#load();
    }, AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('version')) void this.#load();
  }

  protected override render(): TemplateResult {
    if (this.answer === null) return html`<p role="status">${this.message || 'Les écrans arrivent…'}</p>`;
    const { screens } = this.answer;
    return html`
      <h2>Écrans</h2>
      ${this.message === '' ? nothing : html`<p class="notice" role="alert">${this.message}</p>`}
      ${screens.length === 0 ? html`<p class="soft">Aucun écran n’est relié à cette machine.</p>` : nothing}
      <ul class="screens">
        ${repeat(
          screens,
          ({ machine, name }) => `${machine} ${name}`,
          (screen) => this.#card(screen),
        )}
      </ul>
    `;
  }

  #card({
    name,
    machine,
    light,
    sentence,
    size,
    version,
    revision,
    remarks,
    still,
    picture,
    caption,
  }: RegieScreen): TemplateResult {
    const label = name === '' ? 'Écran sans nom' : name;
    const facts = [
      machine,
      size,
      version === '' ? '' : `version\u00a0${version}`,
      revision === '' ? '' : `programme\u00a0${revision.slice(0, 6)}`,
    ];
    return html`<li class="screen ${light}">
      <div class="head">
        <h3>${label}</h3>
        <span class="badge ${light}">${LIGHTS[light]}</span>
      </div>
      <div class="wall">
        ${
          still !== null
            ? html`<preau-still .src=${still} .label=${`À l’écran : ${label}`}></preau-still>`
            : picture !== null
              ? html`<img src=${picture} alt=${`À l’écran : ${label}`} />`
              : html`<p class="dark">${caption}</p>`
        }
      </div>
      <p>${sentence}</p>
      <ul class="remarks">
        ${remarks.map((remark) => html`<li>${remark}</li>`)}
      </ul>
      <p class="facts soft">${facts.filter((fact) => fact !== '').join(' – ')}</p>
    </li>`;
  }

  async #load(): Promise<void> {
    const answer = await ask<RegieScreens>('/api/regie/screens');
    this.message = answer.ok ? '' : answer.message;
    if (answer.ok) this.answer = answer.value;
  }
}
