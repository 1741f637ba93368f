import { css, html, nothing, type TemplateResult } from 'lit';
import type { SlideOf } from '../../../main/contract.ts';
import { rich } from '../../text/rich.ts';
import { containedSize } from '../picture-fit.ts';

/** What a pair shows of one picture. */
type Half = Pick<SlideOf<'image'>, 'src' | 'width' | 'height' | 'blur' | 'title' | 'caption' | 'album' | 'page'>;

/**
 * Two pictures, each whole on a blurred copy of itself, with its caption or the number of its page below it; below pictures
 * without a caption, the name of their album, once.
 */
export function pairTemplate(halves: readonly Half[]): TemplateResult {
  const album = sharedAlbum(halves);
  return html`<div class="pair">
    ${halves.map((half) => figureTemplate(half, album === undefined))}
    ${album === undefined ? nothing : html`<p class="label caption shared" dir="auto">${rich(album)}</p>`}
  </div>`;
}

function sharedAlbum(halves: readonly Half[]): string | undefined {
  const [first] = halves;
  return halves.every(({ caption, album }) => caption === undefined && album === first?.album)
    ? first?.album
    : undefined;
}

function figureTemplate({ src, blur, title, caption, album, page }: Half, isLabelled: boolean): TemplateResult {
  const words = [caption, album].filter((part) => part !== undefined);
  return html`<figure>
      ${blur ? html`<img class="blur" src=${blur} alt="" />` : nothing}
      <div class="veil"></div>
      <div class="frame contain"><img class="picture" src=${src} alt=${caption ? '' : title} decoding="async" /></div>
      ${isLabelled ? labelTemplate(words, page) : nothing}
    </figure>`;
}

function labelTemplate(words: readonly string[], page: Half['page']): TemplateResult | typeof nothing {
  if (words.length > 0)
    return html`<figcaption class="label caption" dir="auto">${rich(words.join(', '))}</figcaption>`;
  return page ? html`<figcaption class="label number chip">${page[0]} / ${page[1]}</figcaption>` : nothing;
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
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-template-rows: minmax(0, 1fr) auto;
  }
  /* The labels of both are as high, so that the pictures are too. */
  .pair figure {
    position: relative;
    grid-row: 1 / 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: subgrid;
    min-height: 0;
    overflow: hidden;
  }
  .pair figure:nth-of-type(1) {
    grid-column: 1;
  }
  .pair figure:nth-of-type(2) {
    grid-column: 2;
  }
  .pair .frame {
    position: relative;
    min-height: 0;
  }
  /* Rounding would else show a line of the white ground. */
  .pair .picture {
    object-fit: fill;
  }
  .pair:has(.label) .frame {
    margin-block-start: calc(28 * var(--u));
  }
  .pair .label {
    position: relative;
    margin-block-start: calc(22 * var(--u));
  }
  .pair .shared {
    grid-row: 2;
    grid-column: 1 / -1;
  }
  .pair .number {
    justify-self: center;
    margin-inline: 0;
    margin-block-end: var(--safe-bottom);
  }
  .pair .caption {
    display: grid;
    align-content: center;
    padding: calc(18 * var(--u)) var(--safe-x) var(--safe-bottom);
    background: rgb(11 15 28 / 0.8);
    font: 600 calc(50 * var(--u)) / 1.16 var(--font-text);
    text-align: center;
    text-wrap: balance;
  }
  @container (orientation: portrait) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: repeat(2, minmax(0, 1fr)) auto;
    }
    .pair .shared {
      grid-row: 3;
    }
    .pair figure:nth-of-type(n) {
      grid-column: 1;
      grid-row: auto;
      grid-template-rows: minmax(0, 1fr) auto;
    }
    .pair figure:not(:last-child) .number {
      margin-block-end: calc(28 * var(--u));
    }
    .pair figure:not(:last-child) .caption {
      padding-block-end: calc(22 * var(--u));
    }
  }
`;
