import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { SlideOf } from '../../../main/contract.ts';
import { slideStyles } from '../../styles/slide-styles.ts';
import { rich } from '../../text/rich.ts';
import { captionClass, pictureTemplate, placePicture, sizePicture } from '../picture.ts';
import { pictureStyles } from '../picture-styles.ts';
import { PreauSlide } from '../preau-slide.ts';

/** A picture, or a page of a document: on the whole wall, or uncropped on a blurred copy of itself. */
export class ImageSlide extends PreauSlide<'image'> {
  static override styles: CSSResultGroup = [slideStyles, pictureStyles];

  /** A document is one entry, not one a page. */
  static listEntry({ title, page = [1, 1] }: SlideOf<'image'>): string[] | null {
    return page[0] === 1 ? [title] : null;
  }

  override get accent(): string {
    return 'var(--sun)';
  }

  protected override render(): TemplateResult {
    const { slide, context } = this;
    const [n, of] = slide.page ?? [1, 1];
    const isDocument = slide.fit === 'contain';
    const { caption: own = slide.album, album } = slide;
    const aside = own === album ? undefined : album;
    const words = [own, aside].filter((part) => part !== undefined).join(' ');
    const placement = placePicture(slide, context.stage, slide.fit, words || (of > 1 ? `${n} / ${of}` : ''));
    const isNumbered = of > 1 && !(isDocument && placement.fit === 'cover');
    const number = isNumbered ? html`<p class="number chip">${n} / ${of}</p>` : nothing;
    // No caption may cover a page of a document.
    const caption = isDocument && !placement.strip && !placement.beside ? undefined : own;
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
    sizePicture(this.renderRoot, this.slide, this.context.stage);
  }
}

/** The name of a picture, and under it that of the album. */
function captionTemplate(caption: string, album: string | undefined): TemplateResult {
  return html`<div>
    <h1 class=${captionClass(caption)} dir="auto">${rich(caption)}</h1>
    ${album === undefined ? nothing : html`<p class="aside" dir="auto">${rich(album)}</p>`}
  </div>`;
}
