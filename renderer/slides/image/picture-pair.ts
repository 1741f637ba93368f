import { css, html, nothing, type TemplateResult } from 'lit';
import type { SlideOf } from '../../../main/contract.ts';
import { rich } from '../../text/rich.ts';
import { containedSize } from '../picture-fit.ts';

/** What a pair shows of one picture. */
type Half = Pick<SlideOf<'image'>, 'src' | 'width' | 'height' | 'blur' | 'title' | 'caption' | 'page'>;

/** Two pictures, each whole on a blurred copy of itself, its caption or the number of its page below it. */
export function pairTemplate(halves: readonly Half[]): TemplateResult {
  return html`<div class="pair">${halves.map(
    ({ src, blur, title, caption, page }) => html`<figure>
      ${blur ? html`<img class="blur" src=${blur} alt="" />` : nothing}
      <div class="veil"></div>
      <div class="frame contain"><img class="picture" src=${src} alt=${caption ? '' : title} decoding="async" /></div>
      ${labelTemplate(caption, page)}
    </figure>`,
  )}</div>`;
}

function labelTemplate(caption: Half['caption'], page: Half['page']): TemplateResult | typeof nothing {
  if (caption === undefined && page === undefined) return nothing;
  return html`<figcaption class="label" dir="auto">${caption === undefined ? `${page?.[0]} / ${page?.[1]}` : rich(caption)}</figcaption>`;
}

/** Gives each picture of a pair its size, once its frame has one. */
export function sizePair(root: ParentNode, halves: readonly Half[], unit: number): void {
  for (const [index, frame] of [...root.querySelectorAll<HTMLElement>('.pair .frame')].entries()) {
    const half = halves[index];
    if (!half) continue;
    const size = containedSize(half, { width: frame.clientWidth, height: frame.clientHeight }, unit);
    frame.style.setProperty('--picture-width', `${size.width}px`);
    frame.style.setProperty('--picture-height', `${size.height}px`);
  }
}

export const pairStyles = css`
  .pair {
    position: absolute;
    inset: 0;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }
  .pair figure {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
    overflow: hidden;
  }
  .pair .frame {
    position: relative;
    min-height: 0;
  }
  .pair figure:has(.label) .frame {
    margin-block-start: calc(28 * var(--u));
  }
  .pair .label {
    justify-self: center;
    max-inline-size: calc(100% - 2 * var(--safe-x));
    margin-block: calc(20 * var(--u)) var(--safe-bottom);
    padding: calc(12 * var(--u)) calc(30 * var(--u)) calc(14 * var(--u));
    border-radius: calc(44 * var(--u));
    background: rgb(11 15 28 / 0.8);
    position: relative;
    font: 600 calc(48 * var(--u)) / 1.14 var(--font-text);
    font-variant-numeric: tabular-nums;
    text-align: center;
    text-wrap: balance;
  }
  @container (orientation: portrait) {
    .pair {
      grid-auto-flow: row;
      grid-auto-rows: minmax(0, 1fr);
    }
    .pair figure:not(:last-child) .label {
      margin-block-end: calc(28 * var(--u));
    }
  }
`;
