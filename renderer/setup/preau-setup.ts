import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { LikelyFolder, SetupAnswer } from '../../main/setup/setup-contract.ts';
import { setupStyles } from './setup-styles.ts';

/** A disk or a share that is plugged in meanwhile joins the list. */
const LOOK_MS = 5_000;
/** How often it is asked whether the player has taken the place of this page. */
const WAIT_MS = 500;
/** The choice that is no folder of the list: the path is typed. */
const TYPED = '';

/** The form of the first start: where is the content folder? Keyboard and mouse are enough. */
export class PreauSetup extends LitElement {
  static override styles = setupStyles;
  static override properties = {
    folders: { state: true },
    picked: { state: true },
    message: { state: true },
    step: { state: true },
  };

  declare private folders: readonly LikelyFolder[];
  declare private picked: string | null;
  declare private message: string;
  declare private step: 'asks' | 'saves' | 'opens';

  constructor() {
    super();
    this.folders = [];
    this.picked = null;
    this.message = '';
    this.step = 'asks';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
    setInterval(() => void this.look(), LOOK_MS);
  }

  override updated(): void {
    // Without a mouse: the arrow keys move among the folders at once.
    if (this.shadowRoot?.activeElement === null) this.renderRoot.querySelector<HTMLElement>(':checked')?.focus();
  }

  protected override render(): TemplateResult {
    if (this.step === 'opens') return html`<h1>C’est noté.</h1><p role="status">L’écran s’ouvre…</p>`;
    return html`
      <form @submit=${this.submit}>
        <h1>Où est le dossier de l’écran&#8239;?</h1>
        <p>Ce qui est déposé dans ce dossier passe à l’écran. Ce choix est retenu sur cette machine.</p>
        <fieldset>
          <legend>Le dossier</legend>
          ${this.folders.map((folder) => this.choice(folder))} ${this.typedChoice()}
        </fieldset>
        <div class="end">
          <button ?disabled=${this.step === 'saves'}>Choisir ce dossier</button>
          ${this.message === '' ? nothing : html`<span role="alert">${this.message}</span>`}
        </div>
      </form>
    `;
  }

  private choice({ path, label, hint }: LikelyFolder): TemplateResult {
    return html`<label>
      ${this.radio(path)}
      <span>
        <span class="name">${label}</span>
        ${hint === '' ? nothing : html`<span class="hint">– ${hint}</span>`}
        <span class="path">${path}</span>
      </span>
    </label>`;
  }

  private typedChoice(): TemplateResult {
    return html`<label>
      ${this.radio(TYPED)}
      <span>
        <span class="name">Un autre dossier</span>
        <input
          type="text"
          name="typed"
          aria-label="Chemin complet du dossier"
          placeholder="Chemin complet du dossier"
          autocomplete="off"
          spellcheck="false"
          @input=${() => this.pick(TYPED)}
          @focus=${() => this.pick(TYPED)}
        />
      </span>
    </label>`;
  }

  private radio(value: string): TemplateResult {
    return html`<input
      type="radio"
      name="folder"
      value=${value}
      .checked=${this.picked === value}
      @change=${() => this.pick(value)}
    />`;
  }

  private pick(path: string): void {
    this.picked = path;
    this.message = '';
  }

  private async look(): Promise<void> {
    if (this.step !== 'asks') return;
    try {
      const answer = await fetch('/api/setup');
      // The folder was chosen elsewhere (`preau setup`): the player has taken the place of this page.
      if (!answer.ok) return location.reload();
      this.folders = ((await answer.json()) as { folders: LikelyFolder[] }).folders;
      this.picked ??= this.folders[0]?.path ?? TYPED;
    } catch {
      // The service is being started again: it is asked once more in a moment.
    }
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const typed = this.renderRoot.querySelector<HTMLInputElement>('[name=typed]')?.value ?? '';
    this.step = 'saves';
    const answer = await send(this.picked === TYPED ? typed : (this.picked ?? ''));
    this.step = 'path' in answer ? 'opens' : 'asks';
    this.message = 'path' in answer ? '' : answer.message;
    if ('path' in answer) await whenPlayerServes();
  };
}

const NO_ANSWER = 'Préau ne répond pas : attendez un instant, puis recommencez.';

async function send(path: string): Promise<SetupAnswer> {
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/setup', { method: 'POST', headers, body: JSON.stringify({ path }) });
    return (await answer.json()) as SetupAnswer;
  } catch {
    return { message: NO_ANSWER };
  }
}

/** Opens the player in place of this page, once the service has it. */
async function whenPlayerServes(): Promise<void> {
  const isThere = await fetch('/api/programme').then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) location.reload();
  else setTimeout(() => void whenPlayerServes(), WAIT_MS);
}
