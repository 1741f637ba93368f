import { join } from 'node:path';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { eventually } from '../support/eventually.ts';
import { machineClock } from '../support/faults/machine-clock.ts';
import { startService } from '../support/service.ts';
import { expect, painted, paintedSoFar, test } from './fixtures.ts';

const event = (title: string) => `---\ntitre: ${title}\nville: Nulleville\ndates: 2031-03-11\n---\nUne phrase.\n`;
const at = '--at=2031-03-11T09:00';
/** How long before midnight the clock is put, at most; milliseconds. */
const LEFT_MS = 4_000;

test('a title edited in its file is on the wall at once, and the loop is not restarted', async ({
  folders,
  start,
  wall,
}) => {
  await folders.write('fiche.md', event('Ancien titre'));
  await folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n');
  const service = await start(folders, at);
  await wall.goto(service.url);
  const [first] = (await service.programme()).slides;
  await painted(wall, first?.id ?? '');
  await wall.evaluate(() => Object.assign(window, { sameDocument: true }));
  await folders.write('fiche.md', event('Nouveau titre'));
  const { slides } = await eventually(
    () => service.programme(),
    (programme) => programme.slides.some(({ title }) => title === 'Nouveau titre'),
  );
  await painted(wall, slides.find(({ title }) => title === 'Nouveau titre')?.id ?? '');
  await expect(wall.getByText('Nouveau titre').first()).toBeAttached();
  expect(await wall.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a picture dropped joins the loop at once, and leaves it when it is taken out', async ({
  folders,
  start,
  wall,
}) => {
  await folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n');
  const service = await start(folders);
  await wall.goto(service.url);
  await painted(wall, (await service.programme()).slides[0]?.id ?? '');
  const png = await sharp({ create: { width: 800, height: 450, channels: 3, background: '#c8452b' } })
    .png()
    .toBuffer();
  await folders.write('affiche.png', png);
  const { slides } = await eventually(
    () => service.programme(),
    (programme) => programme.slides.some(({ source }) => source === 'affiche.png'),
  );
  await painted(wall, slides.find(({ source }) => source === 'affiche.png')?.id ?? '');
  await folders.remove('affiche.png');
  await eventually(
    () => service.programme(),
    (programme) => programme.slides.every(({ source }) => source !== 'affiche.png'),
  );
  await painted(wall, (await service.programme()).slides[0]?.id ?? '');
});

test('a file that breaks while it is edited keeps its last good form on the wall, and has its problem', async ({
  folders,
  start,
}) => {
  await folders.write('fiche.md', event('Entier'));
  const service = await start(folders, at);
  await folders.write('fiche.md', '---\ntitre: Nouveau\n\tville: Nulleville\n---\n');
  const { problems, items } = await eventually(
    () => service.catalogue(),
    (catalogue) => catalogue.problems.length > 0,
  );
  expect(problems[0]).toMatchObject({ file: 'fiche.md', severity: 'refused' });
  expect(items.map(({ title }) => title)).toEqual(['Entier']);
});

test('at local midnight the programme switches by itself, whatever the zone of the machine', async ({
  folders,
  wall,
}) => {
  await folders.write('a.md', '---\ntitre: Hier\nville: Nulleville\ndates: 2031-03-10\n---\n');
  await folders.write('b.md', '---\ntitre: Demain\nville: Nulleville\ndates: 2031-03-11\n---\n');
  const clock = await machineClock(join(folders.content, '..', 'horloge'));
  const service = await startService(folders, ['--at=2031-03-10T12:00'], undefined, clock.env);
  try {
    const { slides: before } = await service.programme();
    await wall.goto(service.url);
    await painted(wall, before.find(({ kind }) => kind === 'event')?.id ?? '');
    await expect(wall.getByText('Hier').first()).toBeAttached();
    const { at } = await service.programme();
    const midnight = Temporal.ZonedDateTime.from('2031-03-11T00:00[Europe/Paris]').epochMilliseconds;
    await clock.putForward(midnight - LEFT_MS - Temporal.ZonedDateTime.from(at).epochMilliseconds);
    const { slides } = await eventually(
      () => service.programme(),
      ({ day }) => day === '2031-03-11',
    );
    await painted(wall, slides.find(({ kind }) => kind === 'event')?.id ?? '');
    await expect(wall.getByText('Demain').first()).toBeAttached();
  } finally {
    await service.stop();
  }
});

test('when the service stops the slides go on, and when it returns the player follows it again', async ({
  folders,
  start,
  wall,
}) => {
  await folders.write('preau.yml', 'durees:\n  image: 3\n');
  for (const [name, background] of Object.entries({ rouge: '#c8452b', vert: '#14784b' })) {
    const picture = await sharp({ create: { width: 320, height: 180, channels: 3, background } })
      .webp()
      .toBuffer();
    await folders.write(`${name}.webp`, picture);
  }
  const first = await start(folders);
  await wall.goto(first.url);
  const { slides } = await first.programme();
  // A full round while the service runs: what has been shown once is shown again without the service.
  await painted(wall, slides[0]?.id ?? '');
  await painted(wall, slides[1]?.id ?? '');
  await first.stop();
  await painted(wall, slides[0]?.id ?? '');
  await painted(wall, slides[1]?.id ?? '');
  await folders.write('Retour.md', '# De retour\n\nBonjour.\n');
  const second = await start(folders, `--port=${new URL(first.url).port}`);
  const returned = await eventually(
    () => second.programme(),
    (programme) => programme.slides.some(({ kind }) => kind === 'text'),
  );
  await painted(wall, returned.slides.find(({ kind }) => kind === 'text')?.id ?? '');
  expect((await paintedSoFar(wall)).length).toBeGreaterThan(2);
});

test('without a content folder the wall shows the clock, and takes the folder when it comes', async ({
  folders,
  start,
  wall,
}) => {
  await folders.dispose();
  const service = await start(folders);
  await wall.goto(service.url);
  await painted(wall, (await service.programme()).slides.find(({ kind }) => kind === 'idle')?.id ?? '');
  await folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n');
  const { slides } = await eventually(
    () => service.programme(),
    (programme) => programme.slides.some(({ kind }) => kind === 'text'),
  );
  await painted(wall, slides[0]?.id ?? '');
});
