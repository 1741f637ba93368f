import { html, nothing, type TemplateResult } from 'lit';
import type { MediaRef } from '../../main/contract.ts';
import { paintBlur } from './picture-blur.ts';
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
 * The picture, and the canvas for its blurred copy where it does not fill the wall. `alt` is empty where the slide has a
 * heading that says the same.
 */
export function pictureTemplate(media: MediaRef, hanging: Hanging, alt: string): TemplateResult {
  return html`
    ${hanging.fit === 'contain' ? html`<canvas class="blur"></canvas><div class="veil ${hanging.beside || hanging.strip ? 'low' : ''}"></div>` : nothing}
    <div class="frame ${hanging.fit} ${hanging.strip ? 'strip' : ''}">
      <img class="picture" src=${media.src} alt=${alt} decoding="async" />
    </div>
  `;
}

/**
 * Waits for the picture, then draws its blurred copy and gives a whole picture its size.
 * @throws if the picture cannot be decoded.
 */
export async function hangPicture(root: ParentNode, stage: Size): Promise<void> {
  const image = root.querySelector<HTMLImageElement>('img.picture');
  if (!image) return;
  await image.decode();
  const canvas = root.querySelector<HTMLCanvasElement>('canvas.blur');
  if (canvas) paintBlur(canvas, image, stage);
  sizePicture(image, { width: image.naturalWidth, height: image.naturalHeight }, stage);
}

/** Sets the size of a picture or a video that stands whole in its frame. */
export function sizePicture(element: HTMLElement, natural: Size, stage: Size): void {
  const frame = element.parentElement;
  if (!frame?.classList.contains('contain')) return;
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

/** Gives back what the blurred copy holds. */
export function releaseBlur(root: ParentNode): void {
  for (const canvas of root.querySelectorAll('canvas')) {
    canvas.width = 0;
    canvas.height = 0;
  }
}
