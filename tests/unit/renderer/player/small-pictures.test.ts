import { expect, test } from 'vitest';
import type { Slide } from '../../../../main/contract.ts';
import { withSmallPictures } from '../../../../renderer/player/small-pictures.ts';

const HASH = 'ca5f4ed67d87946d9d9aba25437dbeb7';

test('a thumbnail asks for the small copies of its pictures, whatever their ending, and for its films and blurred copies as they are', () => {
  const of = (src: string) => (withSmallPictures({ kind: 'image', src } as Slide, 320) as { readonly src: string }).src;
  for (const name of ['01-les-tomates.jpg', 'Affiche.webp', 'vignette.png'])
    expect(of(`/media/${HASH}/${name}`)).toBe(`/api/regie/pictures/${HASH}?side=320`);
  for (const name of ['blur.webp', 'film.mp4', 'Film.MOV', 'a.webm'])
    expect(of(`/media/${HASH}/${name}`)).toBe(`/media/${HASH}/${name}`);
  expect(of('/autre/chose.jpg')).toBe('/autre/chose.jpg');
});
