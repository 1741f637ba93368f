import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseConf } from '../../../main/settings/conf-file.ts';
import { MACHINE_SETTINGS } from '../../../main/settings/machine-settings.ts';
import { controlFile, placeholdersIn } from '../../../packaging/debian/control.ts';
import { processorOf } from '../../../packaging/debian/processor-of.ts';
import { partOf } from '../../../packaging/largest-parts.ts';
import { NOT_BUNDLED } from '../../../vite.service.config.ts';
import { skipBecause } from '../../support/skip-because.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const linux = fileURLToPath(new URL('../../../packaging/linux/', import.meta.url));
const debian = fileURLToPath(new URL('../../../packaging/debian/', import.meta.url));

test('the control file names the browser that Préau cannot bring, and everything that Debian asks for', () => {
  const product = {
    version: '1.2.3',
    description: 'A screen',
    homepage: 'https://x.example/',
    author: 'A <a@x.example>',
  };
  const control = controlFile(product, 'arm64', 2_000_000);
  expect(control).toContain('Package: preau\nVersion: 1.2.3\nArchitecture: arm64\nMaintainer: A <a@x.example>\n');
  expect(control).toContain('\nInstalled-Size: 1954\n');
  expect(control).toMatch(/^Depends: chromium \| google-chrome-stable,/mu);
  // The description goes on in lines that begin with a space, to the end of the file.
  expect(control).toMatch(/\nDescription: A screen\n(?: .{1,79}\n)+$/u);
});

test('what is not built into the service is installed with it, and nothing else is', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
  // Electron is the program that runs the service, not a package beside it.
  const beside = NOT_BUNDLED.filter((name) => name !== 'electron');
  expect(Object.keys(dependencies).toSorted()).toEqual(beside.toSorted());
});

test('an address that belongs to nobody is told of', () => {
  const real = { homepage: 'https://preau.fr/', author: 'A <a@preau.fr>' };
  expect(placeholdersIn(real)).toEqual([]);
  expect(placeholdersIn({ ...real, author: 'A <a@preau.example>' })).toEqual(['author']);
  expect(placeholdersIn({ homepage: 'https://preau.example/', author: 'A <a@preau.example>' })).toEqual([
    'homepage',
    'author',
  ]);
});

test('a package of node_modules counts as one part', () => {
  expect(partOf('usr/lib/preau/node_modules/@img/sharp/lib/a.node')).toBe('usr/lib/preau/node_modules/@img/sharp');
  expect(partOf('usr/lib/preau/node_modules/zod/a/node_modules/b/c.js')).toBe('usr/lib/preau/node_modules/zod');
  expect(partOf('usr/lib/preau/bin/node')).toBe('usr/lib/preau/bin/node');
});

test('a binary says for which processor it is', () => {
  const elf = (machine: number) => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, ...Array(14).fill(0), machine, 0]);
  expect([elf(62), elf(183), elf(40)].map(processorOf)).toEqual(['amd64', 'arm64', 'other']);
  expect(processorOf(Buffer.from('MZ, a program of Windows'))).toBe('other');
  expect([new Uint8Array(), Buffer.from('#!/bin/sh\necho a script')].map(processorOf)).toEqual([null, null]);
  expect(processorOf(readFileSync(process.execPath))).toBe({ x64: 'amd64', arm64: 'arm64' }[process.arch as string]);
});

test('the settings that the package brings change nothing, and each line of them is a setting once its # is taken off', () => {
  const text = readFileSync(join(linux, 'preau.conf'), 'utf8');
  expect(parseConf(text, '/etc/preau/preau.conf')).toMatchObject({ layer: { values: {} }, mistakes: [] });
  const { layer, mistakes } = parseConf(text.replace(/^#(?=\w)/gmu, ''), '/etc/preau/preau.conf');
  expect(mistakes).toEqual([]);
  for (const [key, value] of Object.entries(layer.values)) {
    MACHINE_SETTINGS[key as keyof typeof MACHINE_SETTINGS].read(value, { name: key, folder: '/' });
  }
});

test('each line that the guide writes for preau.conf is a setting, with a value that it takes', () => {
  const guide = readFileSync(join(root, 'docs/installer.md'), 'utf8');
  const lines = [...guide.matchAll(/`([a-z]+ = [^`…]+)`/gu)].map(([, line = '']) => line);
  expect(lines).toContain('port = 8421');
  for (const line of lines) {
    const { layer, mistakes } = parseConf(line, '/etc/preau/preau.conf');
    expect(mistakes).toEqual([]);
    for (const [key, value] of Object.entries(layer.values)) {
      MACHINE_SETTINGS[key as keyof typeof MACHINE_SETTINGS].read(value, { name: key, folder: '/' });
    }
  }
});

test('the scripts of the package are correct', () => {
  for (const script of [
    `${linux}preau.sh`,
    `${linux}session.sh`,
    ...['postinst', 'prerm', 'postrm'].map((name) => debian + name),
  ]) {
    expect([script, spawnSync('sh', ['-n', script]).status]).toEqual([script, 0]);
  }
});

describe('the units of systemd', () => {
  const analyze = (...args: string[]) =>
    spawnSync('systemd-analyze', args, { encoding: 'utf8', env: { ...process.env, XDG_RUNTIME_DIR: tmpdir() } });
  const isThere = analyze('--version').status === 0;

  test.for(['preau.service', 'preau-kiosk.service'])(
    '%s says nothing that systemd does not understand',
    (name, context) => {
      if (!isThere) skipBecause(context, 'systemd-analyze is not installed');
      const folder = mkdtempSync(join(tmpdir(), 'preau-units-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      // What the unit starts and needs is not installed here.
      const unit = readFileSync(linux + name, 'utf8').replace(/^ExecStart=.*$/mu, 'ExecStart=/bin/true');
      writeFileSync(join(folder, name), unit);
      writeFileSync(join(folder, 'seatd.service'), '[Service]\nExecStart=/bin/true\n');
      const verified = analyze('verify', '--man=no', join(folder, name));
      expect(verified.stderr.split('\n').filter((line) => line.includes(name))).toEqual([]);
    },
  );

  test('the share of the guide is asked for as long as its server is away', (context) => {
    if (!isThere) skipBecause(context, 'systemd-analyze is not installed');
    const guide = readFileSync(join(root, 'docs/installer.md'), 'utf8');
    const [, unit = ''] = /^systemctl start (\S+)\.automount$/mu.exec(guide) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'preau-units-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    // As systemd makes it of the line in fstab.
    writeFileSync(join(folder, `${unit}.mount`), '[Mount]\nWhat=//serveur/hall\nWhere=/srv/preau\nType=cifs\n');
    mkdirSync(join(folder, `${unit}.mount.d`));
    copyFileSync(`${linux}${unit}.mount.conf`, join(folder, `${unit}.mount.d/preau.conf`));
    const verified = analyze('verify', '--man=no', join(folder, `${unit}.mount`));
    expect(verified.stderr.split('\n').filter((line) => line.includes(unit))).toEqual([]);
    expect(readFileSync(join(folder, `${unit}.mount.d/preau.conf`), 'utf8')).toContain('\nStartLimitIntervalSec=0\n');
  });

  test('the kiosk can do little beside what it is for', (context) => {
    if (!isThere) skipBecause(context, 'systemd-analyze is not installed');
    const exposure = execFileSync('systemd-analyze', ['security', '--offline=true', `${linux}preau-kiosk.service`], {
      encoding: 'utf8',
    });
    expect(Number(/exposure level for .*: ([\d.]+)/u.exec(exposure)?.[1])).toBeLessThan(3);
  });
});
