import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RegieTrial } from '../../main/regie-contract.ts';
import { type Answer, ask, send } from './api.ts';
import { baseStyles } from './base-styles.ts';
import type { Decide, Dropped } from './trial-card.ts';
import { upload } from './upload.ts';

/** Files that are sent together; the service has no more trials open either. */
const MAX_FILES = 20;

const TOO_MANY = 'Vingt fichiers à la fois\u00a0: déposez ceux-là ensuite.';

/** From the network there is no HTTPS, and then no `randomUUID`. */
const newKey = (): string => `${performance.now()} ${Math.random()}`;

/** Files by drag, by the camera of a telephone, or an urgent sentence: the answer comes before anything is in the folder. */
export class DropView extends LitElement {
  static override styles = [
    baseStyles,
    css`
      h2 {
        font-size: 1.45rem;
        margin-bottom: 0.8rem;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 2rem;
        align-items: start;
      }
      .zone {
        display: grid;
        justify-items: center;
        gap: 0.9rem;
        padding: 2.2rem 1.2rem;
        border: 2.5px dashed #8d8574;
        border-radius: 14px;
        text-align: center;
      }
      .zone.over {
        border-color: var(--green);
        background: #e6f1e8;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.6rem;
      }
      .into {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0.5rem;
        max-width: 100%;
      }
      select {
        max-width: 100%;
      }
      form {
        display: grid;
        gap: 0.8rem;
        padding: 1.2rem;
        border-left: 0.4rem solid var(--alert);
        border-radius: 0.6rem;
        background: #fffdf8;
      }
      form h2 {
        margin: 0;
      }
      label.field {
        display: grid;
        gap: 0.3rem;
        font-weight: 650;
      }
      textarea {
        min-height: 6rem;
        resize: vertical;
      }
      .cards {
        display: grid;
        gap: 1rem;
        margin-top: 1.5rem;
      }
      input[type='file'] {
        position: absolute;
        width: 1px;
        height: 1px;
        min-height: 0;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .button:focus-within {
        outline: 3px solid var(--blue);
        outline-offset: 2px;
      }
      @media (max-width: 60rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private folders: readonly string[] = [];
  @state() private into = '';
  @state() private over = false;
  @state() private cards: readonly Dropped[] = [];
  @state() private message = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void ask<{ readonly folders: readonly string[] }>('/api/regie/folders').then((answer) => {
      if (answer.ok) this.folders = answer.value.folders;
    });
  }

  protected override render(): TemplateResult {
    return html`
      <div class="columns">
        <section aria-labelledby="fichiers">
          <h2 id="fichiers">Déposer des fichiers</h2>
          ${this.#zone()}
        </section>
        ${this.#urgent()}
      </div>
      <div class="cards" aria-live="polite" @preau-decide=${(event: Decide) => void this.#decide(event)}>
        ${repeat(
          this.cards,
          ({ key }) => key,
          (dropped) => html`<preau-trial .dropped=${dropped}></preau-trial>`,
        )}
      </div>
    `;
  }

  #zone(): TemplateResult {
    return html`<div
      class="zone ${this.over ? 'over' : ''}"
      @dragover=${this.#dragged}
      @dragleave=${() => {
        this.over = false;
      }}
      @drop=${this.#dropped}
    >
      <p>Glissez ici une photo, une affiche, un PDF, un texte, une vidéo.</p>
      <div class="buttons">
        <label class="button">Choisir des fichiers<input type="file" multiple @change=${this.#chosen} /></label>
        <label class="button"
          >Prendre une photo<input type="file" accept="image/*" capture="environment" @change=${this.#chosen}
        /></label>
      </div>
      <label class="into"
        >Dans
        <select @change=${(event: Event) => {
          this.into = (event.target as HTMLSelectElement).value;
        }}>
          <option value="">le dossier principal</option>
          ${this.folders.map((folder) => html`<option value=${folder}>${folder}</option>`)}
        </select></label
      >
      <p class="soft">Rien n’est écrit avant votre accord&#8239;: vous voyez d’abord ce que l’écran en ferait.</p>
    </div>`;
  }

  #urgent(): TemplateResult {
    return html`<form @submit=${this.#submit} aria-labelledby="urgent">
      <h2 id="urgent">Une phrase urgente</h2>
      <p class="soft">Elle prend tout l’écran, et s’en va d’elle-même.</p>
      <label class="field">La phrase<textarea name="text" maxlength="500" required></textarea></label>
      <label class="field">Jusqu’à<input type="time" name="until" required /></label>
      ${this.message === '' ? nothing : html`<p class="notice" role="alert">${this.message}</p>`}
      <button class="alert">Voir ce que cela donne</button>
    </form>`;
  }

  readonly #dragged = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    void this.#send([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.#send([...(input.files ?? [])]);
    input.value = '';
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const body = { text: data.get('text'), until: data.get('until') };
    const answer = await send<RegieTrial>('POST', '/api/regie/urgent', body);
    this.message = answer.ok ? '' : answer.message;
    if (answer.ok) this.#put({ step: 'tried', key: answer.value.id, trial: answer.value, message: '' });
  };

  /** One after the other: a telephone sends over a slow network. */
  async #send(files: readonly File[]): Promise<void> {
    const left = files.length - MAX_FILES;
    if (left > 0) {
      const name = left === 1 ? 'Un fichier de plus' : `${left} fichiers de plus`;
      this.#put({ step: 'refused', key: newKey(), name, message: TOO_MANY });
    }
    for (const file of files.slice(0, MAX_FILES)) {
      const key = newKey();
      this.#put({ step: 'sending', key, name: file.name, part: 0 });
      const address = `/api/regie/trials?${new URLSearchParams({ name: file.name, into: this.into })}`;
      const answer: Answer<RegieTrial> = await upload(address, file, (part) =>
        this.#put({ step: 'sending', key, name: file.name, part }),
      );
      this.#put(
        answer.ok
          ? { step: 'tried', key, trial: answer.value, message: '' }
          : { step: 'refused', key, name: file.name, message: answer.message },
      );
    }
  }

  async #decide({ key, choice }: Decide): Promise<void> {
    const card = this.cards.find((each) => each.key === key);
    if (card === undefined) return;
    if (choice === 'forget' || card.step !== 'tried') {
      this.cards = this.cards.filter((each) => each.key !== key);
      if (card.step === 'tried') await send('DELETE', `/api/regie/trials/${card.trial.id}`);
      return;
    }
    const replaces = choice === 'replace' ? (card.trial.replaces?.mark ?? null) : null;
    const answer = await send<{ readonly path: string }>('POST', `/api/regie/trials/${card.trial.id}/save`, {
      replaces,
    });
    this.#put(answer.ok ? { step: 'saved', key, path: answer.value.path } : { ...card, message: answer.message });
  }

  /** The newest card first; a card with the same key takes its place. */
  #put(card: Dropped): void {
    const isKnown = this.cards.some(({ key }) => key === card.key);
    this.cards = isKnown ? this.cards.map((each) => (each.key === card.key ? card : each)) : [card, ...this.cards];
  }
}
