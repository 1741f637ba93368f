import type { MediaRef } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { BLUR_NAME, type Media } from './item.ts';

const address = (hash: string, name: string) => `/media/${hash}/${encodeURIComponent(name)}`;

/** A file of the store as the player asks for it. */
export function mediaRef(media: Media): MediaRef {
  return {
    src: address(media.hash, media.name),
    width: media.width,
    height: media.height,
    ...compact({ blur: media.blur && address(media.blur, BLUR_NAME) }),
  };
}
