import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { SlideOf } from '../../../main/contract.ts';
import { slideStyles } from '../../styles/slide-styles.ts';
import { placePicture, sizePicture } from '../picture.ts';
import { pictureStyles } from '../picture-styles.ts';
import { PreauSlide, STALLED_EVENT } from '../preau-slide.ts';
import { showBlurredFrame } from './film-blur.ts';
import { firstFrame, watchForStalls } from './video-playback.ts';

/**
 * A film, played once, silent unless the settings of the place say otherwise. It is never cropped: a crop may cut subtitles.
 * Its first frame is painted before it is revealed.
 */
export class VideoSlide extends PreauSlide<'video'> {
  static override styles: CSSResultGroup = [slideStyles, pictureStyles];

  static listEntry({ title }: SlideOf<'video'>): string[] {
    return [title];
  }

  #stopWatching: (() => void) | undefined;

  override get accent(): string {
    return 'var(--sun)';
  }

  protected override render(): TemplateResult {
    const { slide, context } = this;
    const { fit } = placePicture(slide, context.stage, 'contain', '');
    return html`
      ${fit === 'contain' ? html`<img class="blur" alt="" /><div class="veil"></div>` : nothing}
      <div class="frame ${fit}">
        <video class="picture" .muted=${true} playsinline disablepictureinpicture preload="auto" src=${slide.src}></video>
      </div>
    `;
  }

  protected override async prepare(): Promise<void> {
    const video = this.#video;
    if (!video) return;
    await firstFrame(video);
    sizePicture(this.renderRoot, { width: video.videoWidth, height: video.videoHeight }, this.context.stage);
    const blur = this.renderRoot.querySelector<HTMLImageElement>('img.blur');
    if (blur) await showBlurredFrame(blur, video, this.context.stage);
  }

  override revealed(): void {
    const video = this.#video;
    if (!video) return;
    this.#stopWatching = watchForStalls(video, () => this.#stalled());
    // `play` rejects when the slide leaves before the film starts, which is no fault, or when the film cannot be played.
    video.muted = this.slide.muted;
    this.#play(video).catch(() => {
      if (this.#stopWatching !== undefined && video.error !== null) this.#stalled();
    });
  }

  override left(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    const video = this.#video;
    if (video) {
      video.pause();
      video.removeAttribute('src');
      video.load();
    }
    super.left();
  }

  /** Plays the film, without its sound where the browser lets no page be heard that nobody has clicked. */
  async #play(video: HTMLVideoElement): Promise<void> {
    try {
      await video.play();
    } catch (error) {
      const isForbidden = error instanceof DOMException && error.name === 'NotAllowedError';
      if (!isForbidden || video.muted) throw error;
      video.muted = true;
      await video.play();
    }
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  #stalled(): void {
    this.dispatchEvent(new CustomEvent(STALLED_EVENT, { bubbles: true, composed: true }));
  }
}
