import type { Page } from '@playwright/test';
import type { Slide } from '../../main/contract.ts';
import { measureLayout } from '../support/slides-layout.ts';
import { openWall } from '../support/slides-wall.ts';
import { expect, test } from './fixtures.ts';

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];
const DAYS = ['Lundi', 'Mardi', 'Jeudi', 'Vendredi'];
const HOURS = ['8 h', '9 h', '10 h', '11 h', '13 h', '14 h', '15 h', '16 h', '17 h', '18 h', '19 h', '20 h'];

/** What stands in each cell names its day: « Lundi-9 ». A lesson of two hours is one cell. Many cells are empty. */
function timetable(): string {
  const rows = HOURS.map((hour, row) => {
    const cells = DAYS.map((day, column) => {
      const at = (row + column) % 4;
      const text = `${day}-${hour.replace(' h', '')}`;
      if (at === 0) return `<td rowspan="2">${text}<br>\nsalle ${row}</td>`;
      return at === 1 && row > 0 ? '' : `<td>${at === 3 ? text : ''}</td>`;
    });
    return `<tr><td>${hour}</td>${cells.join('')}</tr>`;
  });
  const head = ['', ...DAYS].map((name) => `<th>${name}</th>`).join('');
  const banner = '<tr><th colspan="5">Semaine A</th></tr>';
  return `<table><thead>${banner}<tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** For each lesson on the slide, the day that stands over it, or before it where the table is a list. */
function daysOver(page: Page): Promise<{ readonly text: string; readonly day: string }[]> {
  return page.evaluate(() => {
    const layer = document.querySelector('preau-player')?.shadowRoot?.querySelector('.layer:not([aria-hidden])');
    const root = layer?.firstElementChild?.shadowRoot;
    const plain = (text: string | null): string => (text ?? '').replaceAll('\u2060', '').trim();
    const listed = [...(root?.querySelectorAll('.cell') ?? [])].map((cell) => {
      const name = cell.querySelector('.name')?.textContent ?? '';
      return { text: plain(plain(cell.textContent).slice(name.length)), day: plain(name.replace(/\s*:\s*$/u, '')) };
    });
    const heads = [...(root?.querySelectorAll<HTMLElement>('thead tr:last-child th') ?? [])];
    const inTable = [...(root?.querySelectorAll<HTMLElement>('tbody td') ?? [])].map((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      const middle = (left + right) / 2;
      const over = heads.find((head) => {
        const box = head.getBoundingClientRect();
        return box.left <= middle && middle <= box.right;
      });
      return { text: plain(cell.textContent), day: plain(over?.textContent ?? null) };
    });
    return [...listed, ...inTable].filter(({ text }) => /^\p{L}/u.test(text));
  });
}

for (const size of SIZES) {
  const name = `${size.width} x ${size.height}`;

  test(`every lesson of a timetable stands under its day on every page at ${name}`, async ({ wall: page }) => {
    await page.setViewportSize(size);
    const wall = await openWall(page);
    const slide = { kind: 'text', title: 'Emploi du temps', html: timetable(), links: [] } as Partial<Slide>;
    const pages = await wall.show(slide);
    const found = new Set<string>();
    for (let n = 1; n <= pages; n += 1) {
      if (n > 1) await wall.turnTo(n);
      expect((await measureLayout(page)).faults).toEqual([]);
      const lessons = await daysOver(page);
      expect(lessons.length).toBeGreaterThan(0);
      for (const { text, day } of lessons) {
        expect([text, day]).toEqual([text, text.split('-')[0]]);
        found.add(/^\p{L}+-\d+/u.exec(text)?.[0] ?? text);
      }
    }
    expect(found.size).toBe(24);
    await wall.close();
  });

  test(`a row that is higher than a page goes on in its own column at ${name}`, async ({ wall: page }) => {
    await page.setViewportSize(size);
    const wall = await openWall(page);
    const long = 'Jeudi '.repeat(160);
    const html = `<table><thead><tr><th>Lundi</th><th>Mardi</th><th>Jeudi</th></tr></thead><tbody><tr><td>Lundi</td><td></td><td>${long}</td></tr></tbody></table>`;
    const pages = await wall.show({ kind: 'text', title: 'Stages', html, links: [] } as Partial<Slide>);
    expect(pages).toBeGreaterThan(1);
    for (let n = 1; n <= pages; n += 1) {
      if (n > 1) await wall.turnTo(n);
      for (const { text, day } of await daysOver(page)) expect(text).toMatch(new RegExp(`^(?:${day}\\s*)+$`, 'u'));
    }
    await wall.close();
  });
}
