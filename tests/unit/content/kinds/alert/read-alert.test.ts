import { expect, test } from 'vitest';
import { alerting } from '../../../../../main/content/kinds/alert/read-alert.ts';
import type { ReadTools } from '../../../../../main/content/reading/reading.ts';
import type { Unit } from '../../../../../main/content/scan/unit.ts';
import type { AlertItem, Item } from '../../../../../main/programme/item.ts';

const unit = { path: 'alerte/consigne.pdf', files: [{ path: 'alerte/consigne.pdf', mtimeMs: 0 }] } as unknown as Unit;
const base = { id: unit.path, title: 'Consigne', source: unit.path, when: null, screens: null, order: null };
const page = (hash: string) => ({ hash, name: `${hash}.webp`, width: 900, height: 1273 });

async function alertsOf(item: object): Promise<AlertItem[]> {
  const read = async () => ({
    items: [{ ...base, modifiedMs: 0, ...item } as Item],
    problems: [],
    retry: false,
    uses: [],
  });
  return (await alerting(read)(unit, {} as ReadTools)).items as AlertItem[];
}

test('an alert of several pages shows all of them, and the first stays the same alert when one is added', async () => {
  const one = await alertsOf({ kind: 'image', pages: [page('a')], of: 1, fit: 'contain' });
  const three = await alertsOf({ kind: 'image', pages: ['a', 'b', 'c'].map(page), of: 3, fit: 'contain' });
  expect(three.map(({ image }) => image?.hash)).toEqual(['a', 'b', 'c']);
  expect(three.map(({ id }) => id)).toEqual([unit.path, `${unit.path}#2`, `${unit.path}#3`]);
  expect(three[0]).toEqual(one[0]);
});

test('a title that somebody wrote is shown above the text; the name of the file is not', async () => {
  const text = { kind: 'text', html: '<p>Restez dans les salles.</p>', links: [] };
  expect((await alertsOf(text))[0]?.html).toBe('<p>Restez dans les salles.</p>');
  expect((await alertsOf({ ...text, title: 'Gaz & feu', titled: true }))[0]?.html).toBe(
    '<h1>Gaz &amp; feu</h1><p>Restez dans les salles.</p>',
  );
});
