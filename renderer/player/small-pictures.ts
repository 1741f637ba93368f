import type { Slide } from '../../main/contract.ts';
import type { PictureSide } from '../../main/regie-contract.ts';

/** Pictures of the store, by the addresses that a slide has of them: not the films, nor the blurred copies, which are small already. */
const PICTURES = /"\/media\/([0-9a-f]{32})\/(?!blur\.webp"|[^"/]*\.(?:mp4|m4v|mov|webm)")[^"/]+"/giu;

/** The slide with the service's small copies of its pictures. */
export const withSmallPictures = (slide: Slide, side: PictureSide): Slide =>
  JSON.parse(JSON.stringify(slide).replace(PICTURES, `"/api/regie/pictures/$1?side=${side}"`)) as Slide;
