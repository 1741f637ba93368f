import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

const content = fileURLToPath(new URL('../../../content/', import.meta.url));
const exhibition = join(content, 'exposition En cuisine');
const plates = readdirSync(exhibition).filter((name) => name.endsWith('.svg'));

/** Every text of the sample that staff or the public may read. */
const texts = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(md|txt)$/.test(name));

describe('the sample content', () => {
  test('the exhibition has at least ten plates, two of them portrait', async () => {
    const shapes = await Promise.all(plates.map((name) => sharp(join(exhibition, name)).metadata()));
    expect(plates.length).toBeGreaterThanOrEqual(10);
    expect(shapes.filter((shape) => shape.height > shape.width)).toHaveLength(2);
  });

  test.each(plates)('%s is a drawing alone: no text, no script, nothing from elsewhere', (name) => {
    const svg = readFileSync(join(exhibition, name), 'utf8').replace('xmlns="http://www.w3.org/2000/svg"', '');
    expect(svg).not.toMatch(/<(text|script|style|image|use|foreignObject)\b|href|https?:|\son\w+=|font|NaN|undefined/);
  });

  test('the tree has at least forty messages, short and all different', () => {
    const lines = readFileSync(join(content, 'arbre de la perseverance', 'messages.txt'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(40);
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) expect(line.split(' ').length, line).toBeLessThanOrEqual(14);
  });

  test.each(texts)('%s keeps to French typography', (name) => {
    const text = readFileSync(join(content, name), 'utf8');
    expect(text).not.toMatch(/\p{L}'\p{L}/u);
    expect(text).not.toMatch(/[ ][;:!?»]|«[ ]|\p{L}[!?]/u);
  });

  test('nobody’s telephone number or address reaches a screen', () => {
    for (const name of texts)
      expect(readFileSync(join(content, name), 'utf8'), name).not.toMatch(/\S@\S|(\d\d[ .]){4}\d\d/);
  });
});
