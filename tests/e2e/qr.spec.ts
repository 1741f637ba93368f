import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Slide } from '../../main/contract.ts';
import { openWall } from '../support/slides-wall.ts';
import { expect, test } from './fixtures.ts';

const EVENT_LINK = 'https://exemple.fr/agenda/portes-ouvertes-des-ateliers-2026';
const TEXT_LINKS = ['https://exemple.fr/menus', 'https://exemple.fr/inscriptions?annee=2026'];

const event = {
  kind: 'event',
  title: 'Portes ouvertes des ateliers',
  town: 'Belleville',
  venue: 'Collège des Trois-Rivières',
  description: 'Une journée pour visiter les ateliers et rencontrer les élèves.',
  when: { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai' },
  link: EVENT_LINK,
} as Partial<Slide>;

const text = {
  kind: 'text',
  title: 'Bienvenue',
  html: '<p>La cantine ouvre à 11 h 45.</p>',
  links: TEXT_LINKS.map((url) => ({ label: 'Ouvrir la page', url })),
} as Partial<Slide>;

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
]) {
  for (const [name, slide, links] of [
    ['the link of an event', event, [EVENT_LINK]],
    ['the links of a text', text, TEXT_LINKS],
  ] as const) {
    test(`a telephone reads ${name} from the wall at ${size.width} x ${size.height}`, async ({ wall: page }) => {
      await page.setViewportSize(size);
      const wall = await openWall(page);
      await wall.show(slide);
      const codes = page.locator('.layer:not([aria-hidden]) svg.qr:visible');
      await expect(codes).toHaveCount(links.length);
      for (const [index, link] of links.entries()) {
        const code = await codes.nth(index).boundingBox();
        // 280 of 1080, with the quiet zone, is 13 cm on a screen of 43 inches: a telephone scans that from 2 m.
        expect(code?.width).toBeGreaterThanOrEqual(279);
        // A camera also sees what is around the code.
        const around = 60;
        const clip = {
          x: Math.max(0, (code?.x ?? 0) - around),
          y: Math.max(0, (code?.y ?? 0) - around),
          width: (code?.width ?? 0) + 2 * around,
          height: (code?.height ?? 0) + 2 * around,
        };
        const picture = sharp(await page.screenshot({ clip })).ensureAlpha();
        const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
        expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(link);
      }
      await wall.close();
    });
  }
}
