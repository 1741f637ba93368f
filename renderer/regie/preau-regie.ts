import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ask, LOCKED_EVENT, send } from './api.ts';
import { baseStyles } from './base-styles.ts';

interface View {
  readonly id: string;
  readonly label: string;
  readonly render: (version: number) => TemplateResult;
}

const VIEWS: readonly View[] = [
  { id: 'semaine', label: 'Semaine', render: (version) => html`<preau-week .version=${version}></preau-week>` },
  { id: 'fichiers', label: 'Fichiers', render: (version) => html`<preau-files .version=${version}></preau-files>` },
  { id: 'ecrans', label: 'Écrans', render: (version) => html`<preau-screens .version=${version}></preau-screens>` },
  { id: 'deposer', label: 'Déposer', render: () => html`<preau-drop></preau-drop>` },
  { id: 'corbeille', label: 'Corbeille', render: (version) => html`<preau-bin .version=${version}></preau-bin>` },
];

/** A stream that was cut is opened again by the browser; what happened meanwhile is asked for at this pace. Milliseconds. */
const AGAIN_MS = 30_000;

const SESSION_OVER = 'Votre session est terminée\u00a0: entrez le code de nouveau.';

/** The régie: a window on the folder. It asks for the code where the service does, and follows the folder live. */
export class PreauRegie extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        box-sizing: border-box;
        min-height: 100dvh;
        border-top: 0.5rem solid var(--green);
        background: var(--paper);
      }
      header,
      main {
        max-width: 100rem;
        margin: 0 auto;
        padding: 0 1.5rem;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 2rem;
        padding-top: 1rem;
        padding-bottom: 0.8rem;
      }
      h1 {
        font-size: 1.7rem;
      }
      nav ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }
      nav a {
        display: grid;
        place-content: center;
        min-height: 44px;
        padding: 0 0.9rem;
        border-radius: 8px;
        color: inherit;
        font-weight: 650;
        text-decoration: none;
      }
      nav a:hover {
        background: #efe6d5;
      }
      nav a[aria-current] {
        background: var(--ink);
        color: #fff;
      }
      main {
        padding-top: 0.6rem;
        padding-bottom: 3rem;
      }
      form {
        display: grid;
        gap: 0.9rem;
        max-width: 24rem;
        margin: 10vh auto 0;
      }
      @media (max-width: 60rem) {
        header,
        main {
          padding-left: 1rem;
          padding-right: 1rem;
        }
        nav ul {
          gap: 0;
          margin-left: -0.5rem;
        }
        nav a {
          padding: 0 0.5rem;
          font-size: 0.95rem;
        }
      }
    `,
  ];

  @state() private view = viewOf(location.hash);
  /** null: not known yet; the view is asked for meanwhile. */
  @state() private open: boolean | null = null;
  @state() private message = '';
  @state() private version = 1;

  #stream: EventSource | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#moved);
    addEventListener(LOCKED_EVENT, this.#locked);
    this.#timer = setInterval(() => this.#changed(), AGAIN_MS);
    void this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#moved);
    removeEventListener(LOCKED_EVENT, this.#locked);
    clearInterval(this.#timer);
    this.#stream?.close();
  }

  protected override render(): TemplateResult {
    return html`
      <header>
        <h1>La régie</h1>
        ${this.open ? this.#nav() : nothing}
      </header>
      <main>${this.open === false ? this.#form() : this.view.render(this.version)}</main>
    `;
  }

  #nav(): TemplateResult {
    return html`<nav aria-label="La régie">
      <ul>
        ${VIEWS.map(
          ({ id, label }) =>
            html`<li><a href="#${id}" aria-current=${id === this.view.id ? 'page' : nothing}>${label}</a></li>`,
        )}
      </ul>
    </nav>`;
  }

  #form(): TemplateResult {
    return html`<form @submit=${this.#submit}>
      <h2>Entrez le code de la régie</h2>
      <p class="soft">Il s’est affiché au premier démarrage sur la machine d’affichage&#8239;; «&nbsp;preau code&nbsp;» en donne un autre.</p>
      <label for="code">Code</label>
      <input id="code" name="code" autocomplete="current-password" autocapitalize="characters" spellcheck="false" required />
      <button class="main">Entrer</button>
      ${this.message === '' ? nothing : html`<p class="notice" role="alert">${this.message}</p>`}
    </form>`;
  }

  readonly #moved = (): void => {
    this.view = viewOf(location.hash);
    scrollTo(0, 0);
    document.title = `${this.view.label} – La régie – Préau`;
  };

  readonly #locked = (): void => {
    if (!this.open) return;
    this.open = false;
    this.message = SESSION_OVER;
    this.#stream?.close();
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const code = this.renderRoot.querySelector<HTMLInputElement>('#code')?.value ?? '';
    const answer = await send('POST', '/api/regie/session', { code });
    this.message = answer.ok ? '' : answer.message;
    if (answer.ok) await this.#enter();
  };

  async #enter(): Promise<void> {
    const answer = await ask<{ readonly open: boolean; readonly message: string | null }>('/api/regie/session');
    if (!answer.ok) return;
    this.open = answer.value.open;
    this.message = answer.value.message ?? '';
    if (this.open) this.#follow();
  }

  #follow(): void {
    this.#stream?.close();
    this.#stream = new EventSource('/api/regie/stream');
    this.#stream.addEventListener('changed', () => this.#changed());
  }

  #changed(): void {
    if (document.visibilityState === 'visible' && this.open) this.version += 1;
    if (this.#stream?.readyState === EventSource.CLOSED || this.open === null) void this.#enter();
  }
}

function viewOf(hash: string): View {
  const [first] = VIEWS;
  const found = VIEWS.find(({ id }) => `#${id}` === hash) ?? first;
  if (found === undefined) throw new Error('The régie has no view.');
  return found;
}
