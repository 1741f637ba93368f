import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RegieTrial } from '../../main/regie-contract.ts';
import { baseStyles } from './base-styles.ts';

/** What became of one file that was dropped. */
export type Dropped =
  | { readonly step: 'sending'; readonly key: string; readonly name: string; readonly part: number }
  | { readonly step: 'refused'; readonly key: string; readonly name: string; readonly message: string }
  | { readonly step: 'tried'; readonly key: string; readonly trial: RegieTrial; readonly message: string }
  | { readonly step: 'saved'; readonly key: string; readonly path: string };

/** What a person decided about a card. */
export class Decide extends Event {
  readonly key: string;
  readonly choice: 'save' | 'replace' | 'forget';

  constructor(key: string, choice: Decide['choice']) {
    super('preau-decide', { bubbles: true, composed: true });
    this.key = key;
    this.choice = choice;
  }
}

/** The answer to a dropped file, before it is in the folder: its kind, its days, its look, in whose place. */
export class TrialCard extends LitElement {
  static override styles = [
    baseStyles,
    css`
      article {
        padding: 1rem 1.1rem;
        border: 1px solid var(--rule);
        border-left: 0.4rem solid var(--blue);
        border-radius: 0.6rem;
        background: #fffdf8;
      }
      .saved {
        border-left-color: var(--green);
      }
      .refused {
        border-left-color: #b23a22;
      }
      h3 {
        font-size: 1.1rem;
        overflow-wrap: anywhere;
      }
      .stills {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: 0.8rem;
        margin: 0.8rem 0;
      }
      .do {
        font-weight: 600;
      }
      .do::before {
        content: '→ ';
        color: var(--green-text);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        margin-top: 0.9rem;
      }
      progress {
        width: 100%;
        accent-color: var(--green);
      }
      .notice {
        margin-top: 0.7rem;
      }
    `,
  ];

  @property({ attribute: false }) dropped!: Dropped;

  protected override render(): TemplateResult {
    const { dropped } = this;
    switch (dropped.step) {
      case 'sending':
        return html`<article>
          <h3>${dropped.name}</h3>
          <progress max="1" value=${dropped.part} aria-label=${`Envoi de ${dropped.name}`}></progress>
        </article>`;
      case 'refused':
        return html`<article class="refused">
          <h3>${dropped.name}</h3>
          <p role="alert">${dropped.message}</p>
          <div class="buttons">${this.#button('forget', 'Fermer')}</div>
        </article>`;
      case 'saved':
        return html`<article class="saved">
          <h3>${dropped.path}</h3>
          <p role="status">C’est dans le dossier&#8239;: l’écran suit dans un instant.</p>
          <div class="buttons">${this.#button('forget', 'Fermer')}</div>
        </article>`;
      default:
        return this.#trial(dropped.trial, dropped.message);
    }
  }

  #trial({ path, kind, isShown, sentences, remarks, stills, replaces }: RegieTrial, message: string): TemplateResult {
    return html`<article class=${isShown ? '' : 'refused'}>
      <h3>${path}</h3>
      <p class="soft">${kind}</p>
      ${
        stills.length === 0
          ? nothing
          : html`<div class="stills">
              ${stills.map((still) => html`<preau-still .src=${still} .label=${`À l’écran : ${path}`}></preau-still>`)}
            </div>`
      }
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
      ${remarks.map(({ message: what, advice }) => html`<p>${what}</p><p class="do">${advice}</p>`)}
      ${replaces === null ? nothing : html`<p class="notice">${replaces.sentence}</p>`}
      ${message === '' ? nothing : html`<p class="notice" role="alert">${message}</p>`}
      <div class="buttons">
        ${
          isShown
            ? replaces === null
              ? this.#button('save', 'Mettre dans le dossier', 'main')
              : this.#button('replace', 'Remplacer', 'main')
            : nothing
        }
        ${this.#button('forget', 'Renoncer')}
      </div>
    </article>`;
  }

  #button(choice: Decide['choice'], label: string, look = ''): TemplateResult {
    return html`<button class=${look} @click=${() => this.dispatchEvent(new Decide(this.dropped.key, choice))}>
      ${label}
    </button>`;
  }
}
