import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RegieFile, RegieFiles } from '../../main/regie-contract.ts';
import { ask } from './api.ts';
import { baseStyles } from './base-styles.ts';
import { counted, folded } from './words.ts';

/** More rows than this are shown once the search is narrower. */
const MAX_ROWS = 300;

const textOf = ({ path, title, kind, label, sentences, remarks }: RegieFile): string =>
  folded([path, title, kind, label, ...sentences, ...remarks.map(({ message }) => message)].join(' '));

/** Every file: whether it is shown, when, why not, and what to do. */
export class FilesView extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6rem 1rem;
        margin-bottom: 1rem;
      }
      h2 {
        font-size: 1.45rem;
      }
      .bar label {
        display: flex;
        flex: 1 1 16rem;
        align-items: center;
        gap: 0.6rem;
      }
      .bar input {
        flex: 1;
        min-width: 0;
      }
      ul.files {
        display: grid;
        gap: 0.7rem;
      }
      .file {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr);
        gap: 1.1rem;
        padding: 0.9rem 1.1rem;
        border: 1px solid var(--rule);
        border-left: 0.4rem solid var(--rule);
        border-radius: 0.6rem;
        background: #fffdf8;
        content-visibility: auto;
        contain-intrinsic-size: auto 7rem;
      }
      .file.refused {
        border-left-color: #b23a22;
      }
      .file.troubled {
        border-left-color: var(--sun);
      }
      img,
      .tile {
        display: block;
        width: 100%;
        aspect-ratio: 4 / 3;
        border-radius: 0.35rem;
        background: #efe6d5;
        object-fit: contain;
      }
      .tile {
        display: grid;
        place-content: center;
        padding: 0.3rem;
        color: var(--ink-soft);
        font-size: 0.85rem;
        line-height: 1.2;
        text-align: center;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.2rem 0.7rem;
      }
      h3 {
        font-size: 1.05rem;
        overflow-wrap: anywhere;
      }
      .path {
        font-size: 0.9rem;
        overflow-wrap: anywhere;
      }
      .remark {
        margin-top: 0.4rem;
      }
      .do {
        font-weight: 600;
      }
      .do::before {
        content: '→ ';
        color: var(--green-text);
      }
      @media (max-width: 40rem) {
        .file {
          grid-template-columns: 4.5rem minmax(0, 1fr);
          gap: 0.8rem;
          padding: 0.8rem;
        }
      }
    `,
  ];

  /** Another number at each change of the folder. */
  @property({ type: Number }) version = 0;
  @state() private answer: RegieFiles | null = null;
  @state() private message = '';
  @state() private wanted = '';

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('version')) void this.#load();
  }

  protected override render(): TemplateResult {
    if (this.answer === null) return html`<p role="status">${this.message || 'Les fichiers arrivent…'}</p>`;
    const words = folded(this.wanted).split(/\s+/u).filter(Boolean);
    const found = this.answer.files.filter((file) => words.every((word) => textOf(file).includes(word)));
    const rows = found.slice(0, MAX_ROWS);
    return html`
      <div class="bar">
        <h2>Fichiers</h2>
        <label
          >Chercher
          <input type="search" .value=${this.wanted} placeholder="un nom, «&nbsp;pas affiché&nbsp;», une date" @input=${this.#search}
        /></label>
        <p class="soft" role="status">
          ${counted(found.length, 'fichier', 'fichiers')}${rows.length < found.length ? `, dont ${rows.length} ci-dessous` : ''}
        </p>
      </div>
      ${this.message === '' ? nothing : html`<p class="notice" role="alert">${this.message}</p>`}
      <ul class="files">
        ${repeat(
          rows,
          ({ path }) => path,
          (file) => this.#row(file),
        )}
      </ul>
    `;
  }

  #row({ path, name, title, kind, state, label, sentences, remarks, picture }: RegieFile): TemplateResult {
    const troubled = remarks.some(({ concern }) => concern === 'trouble');
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return html`<li class="file ${state === 'refused' ? 'refused' : troubled ? 'troubled' : ''}">
      ${picture === null ? html`<span class="tile" aria-hidden="true">${kind.split(',', 1)[0]}</span>` : html`<img src=${picture} alt="" loading="lazy" decoding="async" />`}
      <div>
        <div class="name">
          <h3>${name}</h3>
          <span class="badge ${state === 'hidden' ? 'hidden-state' : state}">${label}</span>
        </div>
        <p class="soft path">
          ${[kind, title, folder === '' ? '' : `dans «\u00a0${folder}\u00a0»`].filter((part) => part !== '').join(' – ')}
        </p>
        ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
        ${remarks.map(
          ({ message, advice }) => html`<div class="remark"><p>${message}</p><p class="do">${advice}</p></div>`,
        )}
      </div>
    </li>`;
  }

  readonly #search = (event: Event): void => {
    this.wanted = (event.target as HTMLInputElement).value;
  };

  async #load(): Promise<void> {
    const answer = await ask<RegieFiles>('/api/regie/files');
    this.message = answer.ok ? '' : answer.message;
    if (answer.ok) this.answer = answer.value;
  }
}
