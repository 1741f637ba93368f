import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { SlideOf } from '../../../main/contract.ts';
import { slideStyles } from '../../styles/slide-styles.ts';
import { rich } from '../../text/rich.ts';
import { captionClass, pictureTemplate, placePicture, sizePicture } from '../picture.ts';
import { cropShare, MAX_CROP } from '../picture-fit.ts';
import { pictureStyles } from '../picture-styles.ts';
import { PreauSlide } from '../preau-slide.ts';
import { pairStyles, pairTemplate, sizePair } from './picture-pair.ts';

/** A picture, or a page of a document: on the whole wall, or uncropped on a blurred copy of itself; or two side by side. */
export class ImageSlide extends PreauSlide<'image'> {
  static override styles: CSSResultGroup = [slideStyles, pictureStyles, pairStyles];

  /** A document is one entry, not one a page. */
  static listEntry({ title, page = [1, 1] }: SlideOf<'image'>): string[] | null {
    return page[0] === 1 ? [title] : null;
  }

  override get accent(): string {
    return 'var(--sun)';
  }

  protected override render(): TemplateResult {
    const { slide, context } = this;
    if (slide.pair) return pairTemplate([slide, slide.pair]);
    const [n, of] = slide.page ?? [1, 1];
    const isDocument = slide.fit === 'contain';
    const { caption: own = slide.album, album } = slide;
    const aside = own === album ? undefined : album;
    const words = [own, aside].filter((part) => part !== undefined).join(' ');
    // Every page of a document in about the shape of the wall is as large as it can be: words below make it a fifth smaller.
    const isFull = isDocument && slide.page !== undefined && cropShare(slide, context.stage) <= MAX_CROP;
    const text = isFull ? '' : words || (of > 1 ? `${n} / ${of}` : '');
    const placed = placePicture(slide, context.stage, slide.fit, text);
    // A caption may not cover a document, nor be left out: where it is not beside it, it is on a strip.
    const isStrip = isDocument && !isFull && words !== '' && !placed.beside;
    const placement = isStrip ? { ...placed, fit: 'contain' as const, strip: true } : placed;
    const isNumbered = of > 1 && !isFull;
    const number = isNumbered ? html`<p class="number chip">${n} / ${of}</p>` : nothing;
    const caption = isFull ? undefined : own;
    return html`
      ${pictureTemplate(slide, placement, caption ? '' : slide.title)}
      ${
        caption || isNumbered
          ? html`<footer class=${caption ? (placement.beside ? 'beside' : '') : 'bare'}>
              ${caption ? captionTemplate(caption, aside) : nothing} ${number}
            </footer>`
          : nothing
      }
    `;
  }

  protected override async prepare(): Promise<void> {
    const { slide, context, renderRoot } = this;
    if (slide.pair) sizePair(renderRoot, [slide, slide.pair], context.stage.unit);
    else sizePicture(renderRoot, slide, context.stage);
  }
}

/** The name of a picture, and under it that of the album. */
function captionTemplate(caption: string, album: string | undefined): TemplateResult {
  return html`<div>
    <h1 class=${captionClass(caption)} dir="auto">${rich(caption)}</h1>
    ${album === undefined ? nothing : html`<p class="aside" dir="auto">${rich(album)}</p>`}
  </div>`;
}
