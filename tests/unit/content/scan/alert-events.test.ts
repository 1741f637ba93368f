import { expect, test } from 'vitest';
import { createAlertEvents } from '../../../../main/content/scan/alert-events.ts';
import { scanFolder } from '../../../../main/content/scan/scan.ts';
import { foldersOfEachTest } from '../../../support/each-test.ts';

const folders = foldersOfEachTest();

test('an alert that comes while another is added to the listing of a scan is added too', async () => {
  const alerts = createAlertEvents();
  alerts.scanBegins();
  await folders.write('photo.jpg', 'x');
  const scanned = await scanFolder(folders.content);
  await folders.write('alerte/feu.md', '# Feu\n');
  await folders.write('alerte/eau.md', '# Eau\n');
  alerts.sort(new Map([['alerte/feu.md', 'renamed']]));
  const added = alerts.addTo(folders.content, scanned);
  alerts.sort(new Map([['alerte/eau.md', 'renamed']]));
  expect([...(await added).files.keys()]).toEqual(['alerte/eau.md', 'alerte/feu.md', 'photo.jpg']);
});
