import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diskSentence } from '../../../../main/content/bin/place-file.ts';
import { cleanFolder, cleanName } from '../../../../main/content/names/clean-name.ts';
import { isIgnored } from '../../../../main/content/scan/ignored-names.ts';

test('whatever was written, a name is one part of a path that the folder reads and every disk takes, and stays as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((name) => `${name}.jpg`),
      ),
      (written) => {
        const name = cleanName(written);
        if (name === null) return;
        expect(name).not.toMatch(/[/\\\p{Cc}<>:"|?*]/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect([isIgnored(name), name.trim()]).toEqual([false, name]);
        expect(cleanName(name)).toBe(name);
      },
    ),
  );
});

test('a folder is one that is there, spelled as it is there', () => {
  expect(cleanFolder('Ecrans/cantine', ['écrans', 'écrans/Cantine'])).toBe('écrans/Cantine');
  expect(cleanFolder('', [])).toBe('');
  expect(cleanFolder('..', ['écrans'])).toBeNull();
});

test.each([
  ['ENOSPC', /disque est plein/u],
  ['EROFS', /ne peut pas être écrit/u],
  ['EACCES', /ne peut pas être écrit/u],
  ['ENAMETOOLONG', /trop long/u],
  ['EIO', /ne répond pas/u],
])('a disk that answers %s is told in French', (code, sentence) => {
  expect(diskSentence(Object.assign(new Error(code), { code }))).toMatch(sentence);
});
