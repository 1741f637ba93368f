import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const text = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const config = parse(text('electron-builder.yml'));
const product = JSON.parse(text('package.json'));

test('electron-builder understands every line of its configuration', async () => {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const { validateConfiguration } = builder('app-builder-lib/out/util/config/config.js');
  await validateConfiguration(config, { isEnabled: false, add() {} });
  const misspelt = { ...config, asarUnpackk: [] };
  await expect(validateConfiguration(misspelt, { isEnabled: false, add() {} })).rejects.toThrow('asarUnpackk');
});

test('the packages have all that their systems ask for', () => {
  expect(product.homepage).toMatch(/^https:\/\//u);
  expect(product.author).toMatch(/^.+ <.+@.+>$/u);
  const targets = (system: 'linux' | 'win' | 'mac') =>
    config[system].target.map(({ target, arch }: { target: string; arch: string[] }) => `${target} ${arch.join(' ')}`);
  expect(targets('linux')).toEqual(['AppImage x64 arm64', 'deb x64 arm64']);
  expect(targets('win')).toEqual(['nsis x64']);
  expect(targets('mac')).toEqual(['dmg x64 arm64']);
  // The package of the Chromium shell has this name.
  expect(config.deb.packageName).not.toBe('preau');
});

test('what the binary could do beside showing Préau is switched off in it', () => {
  expect(config.asar).toBe(true);
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('the icon of the packages is the drawing of the repository', async () => {
  const drawn = sharp(`${root}/packaging/icons/preau.svg`, { density: 144 }).resize(1024, 1024);
  const pixels = (image: Sharp) => image.ensureAlpha().raw().toBuffer();
  const svg = await pixels(drawn);
  const png = await pixels(sharp(`${root}/${config.icon}`));
  expect(png.length).toBe(svg.length);
  const difference = svg.reduce((sum, value, at) => sum + Math.abs(value - (png[at] ?? 0)), 0);
  expect(difference / svg.length).toBeLessThan(1);
});
