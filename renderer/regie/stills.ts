import { StillPlayer } from '../player/still-player.ts';
import { WallHead } from '../player/wall-head.ts';
import { defineSlides } from '../slides/registry.ts';

/** Defines what thumbnails are made of: the slides of the wall and the player that shows them still. */
export function defineStills(): void {
  defineSlides();
  customElements.define('preau-wall-head', WallHead);
  customElements.define('preau-still-player', StillPlayer);
}
