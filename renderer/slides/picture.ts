import { html, nothing, type TemplateResult } from 'lit';
import type { MediaRef } from '../../main/contract.ts';
import { containedSize, pictureFit, type Size } from './picture-fit.ts';

/** How one picture stands on one stage. */
export interface Hanging {
  readonly fit: 'cover' | 'contain';
  /** Whether a strip below is kept for what is written, so that nothing of the picture is hidden. */
  readonly strip: boolean;
  /** Whether what is written stands beside the picture, on its blurred copy, like the label in a museum. */
  readonly beside: boolean;
}

/** Room, in stage units, that a number needs beside a picture, and that a label needs, of at most so many signs. */
const NUMBER_WIDTH = 330;
const LABEL_WIDTH = 470;
const LABEL_SIGNS = 70;

/**
 * Chooses how a picture hangs; `written` is what is to be read with it. `contain` is the wish for pages of documents:
 * nothing may be written on them, so what is written goes beside them where there is room, else on a strip below.
 */
export function hang(picture: Size, stage: Size, wish: 'cover' | 'contain', written: string): Hanging {
  const unit = Math.min(stage.width, stage.height) / 1080;
  const fit = pictureFit(picture, stage, wish);
  const gap = fit === 'cover' ? 0 : (stage.width - containedSize(picture, stage, unit).width) / 2 / unit;
  const beside = written !== '' && written.length <= LABEL_SIGNS && gap >= LABEL_WIDTH;
  return { fit, beside, strip: wish === 'contain' && written !== '' && !beside && gap < NUMBER_WIDTH };
}

/**
 * The picture, and its blurred copy where it does not fill the wall. `alt` is empty where the slide has a
 * heading that says the same.
 */
export function pictureTemplate(media: MediaRef, hanging: Hanging, alt: string): TemplateResult {
  return html`
    ${
      hanging.fit === 'contain'
        ? html`
            ${media.blur ? html`<img class="blur" src=${media.blur} alt="" />` : nothing}
            <div class="veil ${hanging.beside || hanging.strip ? 'low' : ''}"></div>
          `
        : nothing
    }
    <div class="frame ${hanging.fit} ${hanging.strip ? 'strip' : ''}">
      <img class="picture" src=${media.src} alt=${alt} decoding="async" />
    </div>
  `;
}

/** Sets the size of a picture or a video that stands whole in its frame; `natural` is its own, in pixels. */
export function sizePicture(root: ParentNode, natural: Size, stage: Size): void {
  const element = root.querySelector<HTMLElement>('.picture');
  const frame = element?.parentElement;
  if (!element || !frame?.classList.contains('contain')) return;
  const size = containedSize(
    { width: Math.max(1, natural.width), height: Math.max(1, natural.height) },
    { width: frame.clientWidth, height: frame.clientHeight },
    Math.min(stage.width, stage.height) / 1080,
  );
  const host = frame.getRootNode();
  if (host instanceof ShadowRoot) {
    (host.host as HTMLElement).style.setProperty('--beside', `${(stage.width - size.width) / 2}px`);
  }
  element.style.setProperty('--picture-width', `${size.width}px`);
  element.style.setProperty('--picture-height', `${size.height}px`);
}
