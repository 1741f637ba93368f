import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SlideOf } from '../../../main/contract.ts';
import { slideStyles } from '../../styles/slide-styles.ts';
import { rich } from '../../text/rich.ts';
import { PreauSlide } from '../preau-slide.ts';
import { styleProperties } from '../style-properties.ts';
import { TREE_SIZE } from './grow.ts';
import { type LeafPlace, leafPlace } from './leaf-place.ts';
import { type MessageView, viewsOf } from './measure-messages.ts';
import { quoted, startTimes } from './message-views.ts';
import { createTreeMemory, type TreeMemory } from './tree-memory.ts';
import { LEAF_BOX, liftedContents, liftedProperties, treeContents } from './tree-picture.ts';
import { treeStyles } from './tree-styles.ts';
import { type Message, messageMs, nextTurn, type Turn } from './tree-turns.ts';

/** Title and place may take at most this share of the height beside the tree; with more, the title is small, then the place is hidden. */
const MAX_HEADER_SHARE = { large: 0.42, small: 0.36 };

/** Among more leaves, the lifted one would be hard to find: the others are then painted paler. */
const MAX_OPAQUE_LEAVES = 60;

/** Shared by all tree elements of the page: each showing has a new one. */
const sharedMemory = createTreeMemory();

/** The tree of messages. Each message has a leaf; a showing lifts a few of the leaves, one after the other. */
export class TreeSlide extends PreauSlide<'tree'> {
  static override styles: CSSResultGroup = [slideStyles, treeStyles];

  static listEntry({ title, town, venue }: SlideOf<'tree'>): (string | undefined)[] {
    return [title, town, venue];
  }

  readonly #memory: TreeMemory = sharedMemory;

  @state() private turn: Turn | undefined;
  @state() private views: readonly MessageView[] = [];
  @state() private view = 0;
  /** Leaves are lifted and grow only on the wall: while the slide is prepared below it, all are on their twigs. */
  @state() private onWall = false;

  #timers: number[] = [];

  /** Messages whose leaves are lifted in this showing, in order. */
  get #lifted(): readonly Message[] {
    return this.turn?.messages ?? [];
  }

  /** The duration of the slide, or longer where its messages take longer to read. */
  override durationMs(): number {
    const needed = this.views.reduce((sum, view) => sum + messageMs(view.text), 0);
    return Math.max(this.slide.durationMs, needed);
  }

  protected override willUpdate(): void {
    this.turn ??= nextTurn(this.#memory.turns(this.#source), this.slide.messages, this.slide.durationMs);
    this.classList.toggle('sombre', this.context.theme === 'sombre');
    this.classList.toggle('crowded', this.slide.messages.length > MAX_OPAQUE_LEAVES);
  }

  protected override render(): TemplateResult {
    const { slide } = this;
    const places = [slide.venue, slide.town].filter((part) => part !== undefined && part !== '');
    return html`
      ${this.#treeTemplate()}
      <div class="ground"></div>
      <div class="text">
        <header>
          <h1 dir="auto">${rich(slide.title)}</h1>
          ${places.map((part) => html`<p dir="auto">${rich(part ?? '')}</p>`)}
        </header>
        <div class="messages">
          ${
            this.views.length === 0
              ? this.#lifted.map((message) => html`<blockquote class="measure">${quoted(message.text)}</blockquote>`)
              : this.views.map(
                  (view, i) => html`<blockquote
                    class="${this.#phase(i)}${view.breakable ? ' breakable' : ''}"
                    ${styleProperties({ '--size': String(view.size) })}
                    aria-hidden=${i === this.view ? 'false' : 'true'}
                  >${view.text}</blockquote>`,
                )
          }
        </div>
      </div>
    `;
  }

  #treeTemplate(): TemplateResult {
    const tree = this.#memory.tree(`${this.slide.title} / ${this.slide.town ?? ''}`);
    const { day } = this.context;
    const fresh = this.turn?.fresh ?? new Set();
    const still = this.slide.messages.filter((message) => !fresh.has(message.id));
    const lifted = this.#lifted.map((message) => ({ message, place: leafPlace(tree, message.id) }));
    const box = `0 0 ${TREE_SIZE} ${TREE_SIZE}`;
    return html`<div class="tree" aria-hidden="true">
      <svg viewBox=${box}>${this.#once(() =>
        treeContents(
          tree,
          still.map((message) => leafPlace(tree, message.id)),
          day,
        ),
      )}</svg>
      ${lifted.map(({ message, place }) => this.#leafTemplate(message, place))}
    </div>`;
  }

  #leafTemplate(message: Message, place: LeafPlace): TemplateResult {
    const own = this.views.flatMap((view, i) => (view.id === message.id ? [i] : []));
    const phase = !this.onWall
      ? 'before'
      : own.includes(this.view)
        ? 'on'
        : (own[0] ?? 0) > this.view
          ? 'before'
          : 'after';
    const fresh = this.turn?.fresh.has(message.id) ? 'fresh' : '';
    return html`<svg class="leaf ${phase} ${fresh}" viewBox="0 0 ${LEAF_BOX} ${LEAF_BOX}" ${styleProperties(liftedProperties(place))}>
      ${liftedContents(place, this.context.day)}
    </svg>`;
  }

  /** The tree does not change while it is on the wall: its 600 paths are made only once. */
  #drawn: TemplateResult | undefined;
  #once(draw: () => TemplateResult): TemplateResult {
    this.#drawn ??= draw();
    return this.#drawn;
  }

  #phase(index: number): string {
    if (index === this.view) return 'on';
    return index < this.view ? 'after' : 'before';
  }

  protected override async prepare(): Promise<void> {
    const area = this.renderRoot.querySelector<HTMLElement>('.messages');
    if (area) this.#fitHeader(area);
    if (area) this.views = viewsOf(area, this.#lifted);
  }

  /** Leaves room for the messages: a long title is set smaller, then the place, which other slides name, is hidden. */
  #fitHeader(area: HTMLElement): void {
    const header = this.renderRoot.querySelector<HTMLElement>('header');
    const text = area.parentElement;
    if (!header || !text) return;
    const isHigherThan = (share: number): boolean => header.offsetHeight > text.clientHeight * share;
    if (!isHigherThan(MAX_HEADER_SHARE.large)) return;
    header.classList.add('small');
    for (const place of [...header.querySelectorAll('p')].toReversed())
      if (isHigherThan(MAX_HEADER_SHARE.small)) place.hidden = true;
  }

  override revealed(): void {
    if (!this.turn) return;
    this.#memory.remember(this.#source, this.turn.after);
    this.classList.toggle('moving', !this.context.reducedMotion);
    this.onWall = true;
    const starts = startTimes(
      this.views.map((view) => view.text),
      this.durationMs(),
    );
    this.#timers = starts.map((start, index) => window.setTimeout(() => this.#show(index), start));
  }

  #show(index: number): void {
    this.view = index;
  }

  override left(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    super.left();
  }

  get #source(): string {
    return this.slide.source ?? this.slide.title;
  }
}
