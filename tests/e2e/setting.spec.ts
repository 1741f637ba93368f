import type { Page } from '@playwright/test';
import type { Slide } from '../../main/contract.ts';
import { countWords, MAX_PAGE_WORDS } from '../../main/reading-time.ts';
import { measureLayout } from '../support/slides-layout.ts';
import { LANDSCAPE } from '../support/slides-media.ts';
import { openWall } from '../support/slides-wall.ts';
import { layerOnWall, slideOnWall } from '../support/wall.ts';
import { expect, test } from './fixtures.ts';

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];
/** A week with its weekend, as it is when an event takes place on the weekend. */
const SEVEN_DAYS = ['lun. 4', 'mar. 5', 'mer. 6', 'jeu. 7', 'ven. 8', 'sam. 9', 'dim. 10'].map((label, index) => ({
  day: `2026-05-${String(index + 4).padStart(2, '0')}`,
  label,
}));
const day = { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai' };
const event = { kind: 'event', town: 'Belleville', when: day } as Partial<Slide>;
const sentence = 'Les élèves préparent ensemble une journée de rencontres avec des professionnels du territoire. ';

/** The visible texts of the elements of a selector on the slide on the wall, with single spaces. */
function seen(page: Page, selector: string): Promise<string[]> {
  return slideOnWall(page).evaluate((slide, wanted) => {
    const found = slide.shadowRoot?.querySelectorAll<HTMLElement>(wanted) ?? [];
    return [...found]
      .filter((element) => element.checkVisibility() && !element.matches('.unseen'))
      .map((element) => element.innerText.replaceAll('\u2060', '').replace(/\s+/gu, ' ').trim());
  }, selector);
}

for (const size of SIZES) {
  const name = `${size.width} x ${size.height}`;

  test(`a title that fits on four lines is complete beside a picture and a QR code at ${name}`, async ({
    wall: page,
  }) => {
    await page.setViewportSize(size);
    const wall = await openWall(page);
    const title = 'Forum des métiers et des formations';
    const venue = 'Gymnase du lycée Val-de-Lys, bâtiment C';
    const link = 'https://exemple.fr/forum-des-metiers-2026';
    const slide = { ...event, title, venue, link, category: 'Portes ouvertes', image: LANDSCAPE } as Partial<Slide>;
    const pages = await wall.show({ ...slide, description: sentence.repeat(2) } as Partial<Slide>, {
      week: SEVEN_DAYS,
    });
    expect(await seen(page, '.flow h1')).toEqual([title]);
    await expect(layerOnWall(page).locator('.photo')).toBeVisible();
    for (let n = 1; n <= pages; n += 1) {
      if (n > 1) await wall.turnTo(n);
      expect((await measureLayout(page)).faults).toEqual([]);
      if (n > 1) expect([...(await seen(page, '.flow h1, .running'))].join()).toMatch(/^Forum des métiers/u);
    }
    await wall.close();
  });

  test(`no word of a menu is cut, and each of its pages names the columns at ${name}`, async ({ wall: page }) => {
    await page.setViewportSize(size);
    const wall = await openWall(page);
    const dishes = ['Carottes râpées', 'Poulet rôti et frites', 'Lasagnes végétariennes', 'Mousse au chocolat'];
    const cells = (words: readonly string[], tag: string) => words.map((word) => `<${tag}>${word}</${tag}>`).join('');
    const rows = ['Lundi', 'Mardi', 'Jeudi', 'Vendredi', 'Samedi'].map(
      (one) => `<tr>${cells([one, ...dishes], 'td')}</tr>`,
    );
    const head = cells(['Jour', 'Entrée', 'Plat', 'Autre plat', 'Dessert'], 'th');
    const html = `<h1>Menu</h1><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    const pages = await wall.show({ kind: 'text', title: 'Menu', html, links: [] } as Partial<Slide>);
    for (let n = 1; n <= pages; n += 1) {
      if (n > 1) await wall.turnTo(n);
      expect((await measureLayout(page)).faults).toEqual([]);
      const words = await slideOnWall(page).evaluate(cutWords);
      expect(words).toEqual([]);
      if ((await seen(page, 'table')).length > 0) expect((await seen(page, 'th')).join(' ')).toContain('Entrée');
      else expect((await seen(page, '.cell')).join(' ')).toContain('Entrée : Carottes râpées');
    }
    await wall.close();
  });

  test(`a page has no more text than can be read while it stays at ${name}`, async ({ wall: page }) => {
    await page.setViewportSize(size);
    const wall = await openWall(page);
    const texts: Partial<Slide>[] = [
      { ...event, title: 'Une longue histoire', description: sentence.repeat(12) } as Partial<Slide>,
      { kind: 'text', title: 'Le règlement', html: `<p>${sentence.repeat(12)}</p>`, links: [] } as Partial<Slide>,
    ];
    for (const slide of texts) {
      const pages = await wall.show(slide);
      expect(pages).toBeGreaterThan(1);
      for (let n = 1; n <= pages; n += 1) {
        if (n > 1) await wall.turnTo(n);
        const text = (await seen(page, '.flow')).join(' ');
        expect(countWords(text)).toBeLessThanOrEqual(MAX_PAGE_WORDS);
        expect(text).toContain(String(slide.title));
        expect(text).toMatch(/\.$/u);
      }
    }
    await wall.close();
  });

  test(`the dates of several days are on two lines, with the number of the day at ${name}`, async ({ wall: page }) => {
    await page.setViewportSize(size);
    const wall = await openWall(page);
    const when = { from: '2026-04-27', to: '2026-05-12', label: 'du 27 avril au 12 mai' };
    const slide = { ...event, title: 'Semaine de la lecture', when, link: 'https://exemple.fr/' } as Partial<Slide>;
    await wall.show(slide, { week: SEVEN_DAYS });
    const [from = '', to = ''] = await seen(page, '.bound');
    expect(from).toMatch(/^du 27 avr(\.|il)$/u);
    expect(to).toBe('au 12 mai');
    expect(await seen(page, '.nth')).toEqual(['9e jour sur 16']);
    expect((await measureLayout(page)).faults).toEqual([]);
    await wall.show(slide, { week: SEVEN_DAYS, head: undefined });
    expect((await measureLayout(page)).faults).toEqual([]);
    expect((await seen(page, '.ribbon .today'))[0]).toBe('mar. 5');
    await wall.close();
  });

  test(`a town with a long name is complete at ${name}`, async ({ wall: page }) => {
    await page.setViewportSize(size);
    const wall = await openWall(page);
    const town = 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson';
    const when = { ...day, hours: '9 h – 12 h', moment: 'en ce moment', phase: 'now' };
    await wall.show({ ...event, title: 'Rencontre', town, venue: 'Collège Jean-Moulin', when } as Partial<Slide>);
    expect(await seen(page, '.town, .lead-town')).toEqual([town]);
    expect(await slideOnWall(page).evaluate(cutWords)).toEqual([]);
    await wall.close();
  });
}

/** Runs in the page: words that are cut at the end of a line other than at their hyphens. */
function cutWords({ shadowRoot: root }: Element): string[] {
  const cut: string[] = [];
  for (const element of root?.querySelectorAll('td, th, .cell, .town, .lead-town') ?? []) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}’]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        if (lines.size > 1) cut.push(word);
      }
    }
  }
  return cut;
}

test('six short entries of one day are one page, with the day in the band where there is no head', async ({
  wall: page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const wall = await openWall(page);
  const entries = Array.from({ length: 6 }, (_, n) => ({
    town: 'Belleville',
    title: 'Don du sang',
    hours: `à partir de ${9 + n} h`,
  }));
  const soon = { kind: 'agenda', title: 'Bientôt', label: 'Bientôt', day: null } as Partial<Slide>;
  const sections = [{ heading: 'Demain, vendredi 8 mai', day: '2026-05-08', entries }];
  for (const more of [{}, { head: undefined }]) {
    expect(await wall.show({ ...soon, sections } as Partial<Slide>, more)).toBe(1);
    expect((await measureLayout(page)).faults).toEqual([]);
  }
  expect(await seen(page, '.date')).toEqual(['vendredi 8 mai']);
  await wall.close();
});

test('a title of three hundred characters is split evenly, at its punctuation', async ({ wall: page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const wall = await openWall(page);
  const parts = [
    'Rencontre des élèves de troisième et de leurs parents avec toute l’équipe,',
    'les spécialités et les choix de la rentrée qui vient pour les classes de seconde,',
    'et comment demander un rendez-vous pour en parler calmement avant l’été',
  ];
  const pages = await wall.show({ ...event, title: parts.join(' ') } as Partial<Slide>);
  const titles = [(await seen(page, '.flow h1')).join()];
  for (let n = 2; n <= pages; n += 1) {
    await wall.turnTo(n);
    titles.push((await seen(page, '.flow h1')).join());
  }
  expect(titles).toEqual(parts);
  await wall.close();
});
