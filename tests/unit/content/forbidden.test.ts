import { execFile } from 'node:child_process';
import { chmod, chown } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatalogueView } from '../../../main/server/answers.ts';
import * as files from '../../support/media-files.ts';
import { createFolders, type Folders } from '../../support/service.ts';
import { skipBecause } from '../../support/skip-because.ts';

const CLI = fileURLToPath(new URL('../../../build/main/cli.js', import.meta.url));
/** Root may read every file: the folder is read by somebody else then. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let folders: Folders;
beforeEach(async (context) => {
  folders = await createFolders();
  if (process.platform === 'win32') skipBecause(context, 'Windows has no such rights of files');
});
afterEach(() => folders.dispose());

/** What `preau check` says of the folder, as a user without special rights. */
async function check(): Promise<CatalogueView> {
  if (isRoot) await chown(dirname(folders.content), NOBODY, NOBODY);
  const flags = ['check', '--json', '--content', folders.content, '--state', folders.state];
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const run = promisify(execFile)(process.execPath, [CLI, ...flags], user);
  const { stdout } = await run.catch((refused: { stdout: string }) => refused);
  return JSON.parse(stdout) as CatalogueView;
}

async function putForbidden(path: string, bytes: string | Uint8Array): Promise<void> {
  await folders.write(path, bytes);
  await chmod(`${folders.content}/${path}`, 0o000);
}

test('a file that Préau may not read says that access is refused', async () => {
  await putForbidden('interdit.txt', 'Bonjour');
  await putForbidden('photo.jpg', await files.jpeg());
  await putForbidden('affiche.pdf', files.pdf());
  await putForbidden('agenda.ics', 'BEGIN:VCALENDAR');
  await folders.write('bon.txt', 'Bonjour');
  const { items, problems } = await check();
  expect(items.map(({ file }) => file)).toEqual(['bon.txt']);
  expect(problems.map(({ file, code }) => [file, code]).toSorted()).toEqual(
    ['affiche.pdf', 'agenda.ics', 'interdit.txt', 'photo.jpg'].map((file) => [file, 'file-forbidden']),
  );
  for (const { message } of problems) expect(message).toContain('l’accès est refusé');
});

test('a folder that Préau may not read says so too', async () => {
  await folders.write('fermé/a.txt', 'Bonjour');
  await chmod(`${folders.content}/fermé`, 0o000);
  const { problems } = await check();
  await chmod(`${folders.content}/fermé`, 0o700);
  expect(problems).toMatchObject([{ file: 'fermé', code: 'unreadable', message: expect.stringContaining('refusé') }]);
});

test('an alert that Préau may not read is given with its name', async () => {
  await putForbidden('alerte/Évacuation.txt', 'Sortez');
  const { items, problems } = await check();
  expect(items).toMatchObject([{ kind: 'alert', title: 'Évacuation' }]);
  expect(problems).toMatchObject([{ code: 'file-forbidden' }]);
});
