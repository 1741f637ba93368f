import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { blurOf } from '../../main/content/kinds/pictures/picture.ts';
import type { Slide, SlideKind } from '../../main/contract.ts';
import type { PlayerFixture } from './player-fixture.ts';

/** What is shown: the kinds, and a page of a PDF, which is a picture that stands on its own blur. */
export type Sight = SlideKind | 'page';
export const SIGHTS: readonly Sight[] = [
  'agenda',
  'event',
  'exhibition',
  'tree',
  'image',
  'page',
  'text',
  'video',
  'alert',
  'idle',
];

const when = { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai', hours: '14 h – 17 h' };
const words = 'Une journée de rencontres, d’ateliers et de visites, ouverte à toutes les familles. ';

const flat = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });
const rings = Buffer.from(
  `<svg width="960" height="540"><rect width="960" height="540" fill="#204060"/>${Array.from({ length: 40 }, (_, n) => `<circle cx="${(n * 197) % 960}" cy="${(n * 83) % 540}" r="50" fill="hsl(${n * 47},70%,60%)"/>`).join('')}</svg>`,
);
const sheet = Buffer.from(
  '<svg width="420" height="594"><rect width="420" height="594" fill="#fff"/><rect width="420" height="120" fill="#c33"/><rect x="40" y="200" width="340" height="30" fill="#222"/></svg>',
);

async function prepared(src: string, { width, height }: { width: number; height: number }, picture: Sharp) {
  const bytes = await picture.webp().toBuffer();
  return { bytes, blurred: await blurOf(bytes), media: { src, width, height, blur: `${src}/blur.webp` } };
}

const WALL = { width: 960, height: 540 };
const SHEET = { width: 420, height: 594 };
/** Some of one colour, some with shapes all over. */
const PHOTOS = [
  await prepared('/media/a/photo.webp', WALL, flat(960, 540, '#e08a1e')),
  await prepared('/media/b/photo.webp', WALL, sharp(rings)),
] as const;
const PAGES = [
  await prepared('/media/a/page.webp', SHEET, flat(420, 594, '#2a9d8f')),
  await prepared('/media/b/page.webp', SHEET, sharp(sheet)),
] as const;

/** Two slides of each sight: a sight follows itself too. */
export function sightSlide(sight: Sight, id: string, other: boolean): Partial<Slide> {
  const one = (first: string, second: string): string => (other ? second : first);
  const photo = PHOTOS[other ? 1 : 0].media;
  const kinds: Record<Sight, object> = {
    agenda: {
      label: one('Aujourd’hui', 'Demain'),
      day: '2026-05-05',
      sections: [
        { heading: 'Mardi', entries: [{ town: one('Nulleville', 'Autreville'), title: words, hours: '14 h' }] },
      ],
    },
    event: {
      town: one('Nulleville', 'Autreville'),
      title: one('Portes ouvertes', 'Une fête du printemps'),
      description: words,
      category: one('Portes ouvertes', 'Atelier'),
      when,
      ...(other && { image: photo }),
    },
    exhibition: { part: 'plate', n: 1, of: 3, plate: { ...photo, caption: 'Une planche' } },
    tree: {
      title: 'Un arbre',
      town: 'Nulleville',
      messages: Array.from({ length: 40 }, (_, n) => ({ id: `${n}`, text: `${words.slice(0, 40)}${n}` })),
    },
    image: { ...photo, fit: 'cover' },
    page: {
      ...PAGES[other ? 1 : 0].media,
      fit: 'contain',
      page: [1, 2],
      caption: 'Une affiche',
    },
    text: { html: `<h1>${one('Bienvenue', 'À bientôt')}</h1><p>${words.repeat(2)}</p>`, links: [] },
    video: { src: '/media/v/film.webm', width: 320, height: 180, muted: true },
    alert: { html: `<p>${one('Le collège est fermé.', 'Les cars ne passent pas.')}</p>`, at: '9 h 41' },
    idle: { place: one('Collège', 'Lycée'), town: 'Nulleville' },
  };
  const kind: SlideKind = sight === 'page' ? 'image' : sight;
  return { id, kind, title: 'Titre', source: id, ...kinds[sight] } as Partial<Slide>;
}

/** Gives the service the pictures and the film of these slides. */
export async function serveSights(service: PlayerFixture): Promise<void> {
  for (const { media, bytes, blurred } of [...PHOTOS, ...PAGES]) {
    service.serve(media.src, { type: 'image/webp', bytes });
    service.serve(media.blur, { type: 'image/webp', bytes: blurred });
  }
  service.serve('/media/v/film.webm', {
    type: 'video/webm',
    bytes: await readFile(new URL('./files/film-bars.webm', import.meta.url)),
  });
}
