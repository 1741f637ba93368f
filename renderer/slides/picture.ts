import { html, nothing, type TemplateResult } from 'lit';
import type { MediaRef } from '../../main/contract.ts';
import { containedSize, pictureFit, type Size, type StageSize } from './picture-fit.ts';

/** How a picture and the text with it are placed on a stage. */
export interface PicturePlacement {
  readonly fit: 'cover' | 'contain';
  /** Whether the text is on a strip below the picture, so that it hides nothing of it. */
  readonly strip: boolean;
  /** Whether the text is beside the picture, on its blurred copy, like a label in a museum. */
  readonly beside: boolean;
}

/** Room that a page number needs beside a picture, stage units. */
const NUMBER_WIDTH = 330;
/** Room that a text of up to so many characters needs there, stage units. */
const LABELS = [
  { width: 470, maxLength: 70 },
  { width: 520, maxLength: 110 },
];
/** A longer caption is set smaller; characters. */
const MAX_LARGE_CAPTION = 90;

/**
 * Decides how a picture is placed; `text` is what is to be read with it. `wish` is `contain` for pages of documents: no text
 * may cover them, so it goes beside the page where there is room, else on a strip below. A page in the shape of the wall
 * fills it, as a projector would show it, and can be read from further away.
 */
export function placePicture(
  picture: Size,
  stage: StageSize,
  wish: 'cover' | 'contain',
  text: string,
): PicturePlacement {
  const fit = pictureFit(picture, stage, wish);
  const gap = fit === 'cover' ? 0 : (stage.width - containedSize(picture, stage, stage.unit).width) / 2 / stage.unit;
  const beside = text !== '' && LABELS.some(({ width, maxLength }) => gap >= width && text.length <= maxLength);
  return {
    fit,
    beside,
    strip: fit === 'contain' && wish === 'contain' && text !== '' && !beside && gap < NUMBER_WIDTH,
  };
}

/** The class of a caption: a long one is set smaller. */
export function captionClass(caption: string): string {
  return caption.length > MAX_LARGE_CAPTION ? 'long' : '';
}

/**
 * The picture, with its blurred copy behind it where it does not fill the wall. `alt` is empty where the slide has a heading
 * that says the same.
 */
export function pictureTemplate(media: MediaRef, placement: PicturePlacement, alt: string): TemplateResult {
  return html`
    ${
      placement.fit === 'contain'
        ? html`
            ${media.blur ? html`<img class="blur" src=${media.blur} alt="" />` : nothing}
            <div class="veil"></div>
          `
        : nothing
    }
    <div class="frame ${placement.fit} ${placement.strip ? 'strip' : placement.beside ? 'beside' : ''}">
      <img class="picture" src=${media.src} alt=${alt} decoding="async" />
    </div>
  `;
}

/** Sets the size of a picture or a film that is shown uncropped in its frame; `natural` is its own size, in pixels. */
export function sizePicture(root: ParentNode, natural: Size, stage: StageSize): void {
  const element = root.querySelector<HTMLElement>('.picture');
  const frame = element?.parentElement;
  if (!element || !frame?.classList.contains('contain')) return;
  if (frame.classList.contains('strip')) sizeStrip(root, frame);
  const size = containedSize(
    { width: Math.max(1, natural.width), height: Math.max(1, natural.height) },
    { width: frame.clientWidth, height: frame.clientHeight },
    stage.unit,
  );
  const host = frame.getRootNode();
  if (host instanceof ShadowRoot) {
    (host.host as HTMLElement).style.setProperty('--beside', `${(stage.width - size.width) / 2}px`);
  }
  element.style.setProperty('--picture-width', `${size.width}px`);
  element.style.setProperty('--picture-height', `${size.height}px`);
}

/** Makes the strip as high as the text on it. */
function sizeStrip(root: ParentNode, frame: HTMLElement): void {
  const footer = root.querySelector<HTMLElement>('footer');
  if (!footer) return;
  const lead = Number.parseFloat(getComputedStyle(footer).paddingTop);
  frame.style.setProperty('--strip', `${footer.offsetHeight - lead}px`);
}
