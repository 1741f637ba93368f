import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RegieBin, RegieBinFile } from '../../main/regie-contract.ts';
import { ask, send } from './api.ts';
import { baseStyles } from './base-styles.ts';

/** What was taken out of the folder in the last thirty days, one click away from being back. */
export class BinView extends LitElement {
  static override styles = [
    baseStyles,
    css`
      h2 {
        font-size: 1.45rem;
      }
      .lead {
        margin: 0.3rem 0 1rem;
      }
      ul {
        display: grid;
        gap: 0.6rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1.2rem;
        padding: 0.7rem 1.1rem;
        border: 1px solid var(--rule);
        border-radius: 0.6rem;
        background: #fffdf8;
      }
      li > div {
        flex: 1 1 16rem;
        min-width: 0;
      }
      h3 {
        font-size: 1.05rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Another number at each change of the folder. */
  @property({ type: Number }) version = 0;
  @state() private answer: RegieBin | null = null;
  @state() private message = '';

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('version')) void this.#load();
  }

  protected override render(): TemplateResult {
    if (this.answer === null) return html`<p role="status">${this.message || 'La corbeille arrive…'}</p>`;
    const { files } = this.answer;
    return html`
      <h2>Corbeille</h2>
      <p class="soft lead">Ce qui a été retiré du dossier depuis trente jours, tant que la réserve a de la place. Les fichiers de plus de 200&nbsp;Mo n’y sont pas.</p>
      ${this.message === '' ? nothing : html`<p class="notice" role="alert">${this.message}</p>`}
      ${files.length === 0 ? html`<p>Rien n’a été retiré.</p>` : nothing}
      <ul>
        ${repeat(
          files,
          ({ id }) => id,
          (file) => this.#row(file),
        )}
      </ul>
    `;
  }

  #row(file: RegieBinFile): TemplateResult {
    const { path, name, takenOut, size } = file;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return html`<li>
      <div>
        <h3>${name}</h3>
        <p class="soft">Retiré ${takenOut} – ${size}${folder === '' ? '' : ` – du dossier «\u00a0${folder}\u00a0»`}</p>
      </div>
      <button aria-label=${`Remettre ${name}`} @click=${() => void this.#restore(file)}>Remettre</button>
    </li>`;
  }

  async #restore({ id }: RegieBinFile): Promise<void> {
    const answer = await send('POST', `/api/regie/bin/${id}/restore`);
    await this.#load();
    if (!answer.ok) this.message = answer.message;
  }

  async #load(): Promise<void> {
    const answer = await ask<RegieBin>('/api/regie/bin');
    this.message = answer.ok ? '' : answer.message;
    if (answer.ok) this.answer = answer.value;
  }
}
