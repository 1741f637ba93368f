import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { readAny } from '../../../../../main/content/kinds/read-any.ts';
import type { ReadTools } from '../../../../../main/content/reading/reading.ts';
import type { SourceFile } from '../../../../../main/content/scan/listing.ts';
import type { Unit } from '../../../../../main/content/scan/unit.ts';

/** What the text of an exhibition or of an event becomes on the wall. */
async function itemOf(kind: string, path: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  const file: SourceFile = { path, absolute: '', size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind, path, files: [file], alert: false, screens: null, signature: '' };
  const tools = {
    zone: 'Europe/Paris',
    bytes: async () => bytes,
    find: () => null,
    writtenOn: () => Temporal.PlainDate.from('2026-04-20'),
  };
  const { items } = await readAny(unit, tools as unknown as ReadTools);
  return items[0];
}

const LONG = 'Un mot de plus, puis un autre, et encore un.\n\n'.repeat(3_000);

it('an event with a text as long as a book is described by its beginning, without what reaches a person', async () => {
  const text = `---\ntitre: Débat\nville: Ici\n---\nAppelez Manon au 06 12 34 56 78.\n\n${LONG}`;
  const item = await itemOf('file', 'Débat.md', text);
  const description = item?.kind === 'event' ? (item.description ?? '') : '';
  expect(description).toMatch(/^Un mot de plus/u);
  expect(description.length).toBeGreaterThan(14_000);
  expect(description.length).toBeLessThanOrEqual(16_000);
});

it('an exhibition with a text as long as a book still thanks those who made it, without their numbers', async () => {
  const thanks = '## Crédits\n\nAtelier photo du lycée.\n\nManon Petit, 06 12 34 56 78\n';
  const item = await itemOf('exhibition', 'Expo', `---\ntitre: Expo\n---\n${LONG}${thanks}`);
  const { description = '', credits } = item?.kind === 'exhibition' ? item : {};
  expect(description.length).toBeGreaterThan(14_000);
  expect(credits).toContain('Atelier photo du lycée.');
  expect(JSON.stringify(item)).not.toContain('06 12');
});
