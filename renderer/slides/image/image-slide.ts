import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { SlideOf } from '../../../main/contract.ts';
import { slideStyles } from '../../styles/slide-styles.ts';
import { rich } from '../../text/rich.ts';
import { captionClass, hang, pictureTemplate, sizePicture } from '../picture.ts';
import { pictureStyles } from '../picture-styles.ts';
import { PreauSlide } from '../preau-slide.ts';

/** A picture, or a page of a document: on the whole wall, or whole on a blurred copy of itself. */
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
    const document = slide.fit === 'contain';
    const hanging = hang(slide, context.stage, slide.fit, slide.caption ?? (of > 1 ? `${n} / ${of}` : ''));
    const numbered = of > 1 && !(document && hanging.fit === 'cover');
    const number = numbered ? html`<p class="number chip">${n} / ${of}</p>` : nothing;
    // Nothing is ever written over a page of a document.
    const caption = document && !hanging.strip && !hanging.beside ? undefined : slide.caption;
    return html`
      ${pictureTemplate(slide, hanging, caption ? '' : slide.title)}
      ${
        caption || numbered
          ? html`<footer class=${caption ? (hanging.beside ? 'beside' : '') : 'bare'}>
              ${caption ? html`<h1 class=${captionClass(caption)} dir="auto">${rich(caption)}</h1>` : nothing} ${number}
            </footer>`
          : nothing
      }
    `;
  }

  protected override async prepare(): Promise<void> {
    sizePicture(this.renderRoot, this.slide, this.context.stage);
  }
}
