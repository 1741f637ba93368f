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

/** Room, in stage units, that a number needs beside a picture. */
const NUMBER_WIDTH = 330;
/** Room that a label needs there: the longer (signs), the more. */
const LABELS = [
  { width: 470, signs: 70 },
  { width: 520, signs: 110 },
];
/** A longer caption is set smaller; signs. */
const LONG_CAPTION = 90;

/**
 * Chooses how a picture hangs; `written` is what is to be read with it. `contain` is the wish for pages of documents:
 * nothing may be written on them, so what is written goes beside them where there is room, else on a strip below; a page
 * that has the shape of the wall fills it instead, as a projector would show it, and is read from further.
 */
export function hang(picture: Size, stage: Size, wish: 'cover' | 'contain', written: string): Hanging {
  const unit = Math.min(stage.width, stage.height) / 1080;
  const fit = pictureFit(picture, stage, wish);
  const gap = fit === 'cover' ? 0 : (stage.width - containedSize(picture, stage, unit).width) / 2 / unit;
  const beside = written !== '' && LABELS.some(({ width, signs }) => gap >= width && written.length <= signs);
  return {
    fit,
    beside,
    strip: fit === 'contain' && wish === 'contain' && written !== '' && !beside && gap < NUMBER_WIDTH,
  };
}

/** The class of a caption: a long one is set smaller. */
export function captionClass(caption: string): string {
  return caption.length > LONG_CAPTION ? 'long' : '';
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
            <div class="veil"></div>
          `
        : nothing
    }
    <div class="frame ${hanging.fit} ${hanging.strip ? 'strip' : hanging.beside ? 'beside' : ''}">
      <img class="picture" src=${media.src} alt=${alt} decoding="async" />
    </div>
  `;
}

/** Sets the size of a picture or a video that stands whole in its frame; `natural` is its own, in pixels. */
export function sizePicture(root: ParentNode, natural: Size, stage: Size): void {
  const element = root.querySelector<HTMLElement>('.picture');
  const frame = element?.parentElement;
  if (!element || !frame?.classList.contains('contain')) return;
  if (frame.classList.contains('strip')) keepStrip(root, frame);
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

/** The strip is as high as what is written on it. */
function keepStrip(root: ParentNode, frame: HTMLElement): void {
  const footer = root.querySelector<HTMLElement>('footer');
  if (!footer) return;
  const lead = Number.parseFloat(getComputedStyle(footer).paddingTop);
  frame.style.setProperty('--strip', `${footer.offsetHeight - lead}px`);
}
