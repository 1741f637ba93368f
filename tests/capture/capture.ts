import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { parseDocument } from 'yaml';
import type { Programme, Theme } from '../../main/contract.ts';
import { browserLaunch } from '../support/browser.ts';
import { type RunningService, startService } from '../support/service.ts';
import { type Cell, contactSheet } from './contact-sheet.ts';
import { type CaptureFlags, parseCaptureFlags, type Size, sizeName, USAGE } from './flags.ts';
import { playRound } from './round.ts';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/**
 * Writes every page of every slide that a screen shows on a day as PNG into `OUT/WIDTHxHEIGHT/`, with a contact sheet, from
 * the real service and the real player. Resolves to the exit code.
 */
export async function capture(args: readonly string[], root: string): Promise<number> {
  let flags: CaptureFlags;
  try {
    flags = parseCaptureFlags(args, root);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return 2;
  }
  const work = await mkdtemp(join(tmpdir(), 'preau-capture-'));
  try {
    const content = flags.theme ? await withTheme(flags.content, join(work, 'content'), flags.theme) : flags.content;
    await captureFrom({ ...flags, content }, join(work, 'state'));
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
}

/** Copies a content folder and sets another theme in the copy: the folder of staff is never written to. */
async function withTheme(content: string, copy: string, theme: Theme): Promise<string> {
  await cp(content, copy, { recursive: true });
  const file = join(copy, 'preau.yml');
  const settings = parseDocument(await readFile(file, 'utf8').catch(() => ''));
  settings.set('theme', theme);
  await writeFile(file, settings.toString());
  return copy;
}

async function captureFrom(flags: CaptureFlags, state: string): Promise<void> {
  const service = await startLit(flags, state);
  const browser = await chromium.launch(browserLaunch());
  try {
    await preparePictures(service, flags.sizes, flags.screen);
    for (const size of flags.sizes) await captureSize(service, browser, flags, size);
  } finally {
    await browser.close();
    await service.stop();
  }
}

/** Starts the service at the instant of `--at`, or, if the screen is dark then, at the instant when it is lit. */
async function startLit(flags: CaptureFlags, state: string): Promise<RunningService> {
  const start = (at: string | null) =>
    startService({ content: flags.content, state }, at === null ? [] : [`--at=${at}`]);
  const service = await start(flags.at);
  const { lit, nextChange } = await service.programme(undefined, flags.screen);
  if (lit || nextChange === null) return service;
  await service.stop();
  say(`The screen is dark at first: captured from ${nextChange}.`);
  return start(nextChange);
}

/**
 * Reports a screen of the largest size, because the service prepares pictures for the largest screen it knows, and waits
 * until all pictures are prepared.
 */
async function preparePictures(service: RunningService, sizes: readonly Size[], screen: string): Promise<void> {
  const [largest] = sizes.toSorted((a, b) => Math.max(b.width, b.height) - Math.max(a.width, a.height));
  const headers = { 'content-type': 'application/json', origin: new URL(service.url).origin };
  const body = JSON.stringify({ screen, ...largest, dpr: 1, slide: null });
  await fetch(new URL('api/screens', service.url), { method: 'POST', headers, body });
  // An exhibition is read again when all its plates are prepared: wait until nothing has been read for two seconds.
  for (let quiet = 0; quiet < 4; ) {
    quiet = (await service.health()).content.reading === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function captureSize(service: RunningService, browser: Browser, flags: CaptureFlags, size: Size): Promise<void> {
  const folder = join(flags.out, sizeName(size));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const programme = await service.programme(undefined, flags.screen);
  const page = await browser.newPage({ viewport: size, locale: 'fr-FR' });
  const url = new URL(service.url);
  if (flags.screen) url.searchParams.set('screen', flags.screen);
  const slides = programme.slides.map(({ id }) => id);
  const cells: Cell[] = [];
  for await (const { id, kind, png } of playRound(page, url.href, slides)) {
    const label = `${String(cells.length + 1).padStart(2, '0')} ${kind} ${titleOf(programme, id)}`;
    await writeFile(join(folder, `${fileName(label)}.png`), png);
    cells.push({ png, label });
  }
  await page.close();
  await writeFile(join(folder, 'contact-sheet.png'), await contactSheet(cells, size));
  say(`${relative(process.cwd(), folder)}: ${cells.length} pictures`);
}

/** Title of the slide, with the number of its page from the second on. */
function titleOf({ slides }: Programme, pageId: string): string {
  const [first, page] = pageId.split('~');
  const ids = first?.split('+') ?? [];
  const titles = slides.filter(({ id }) => ids.includes(id)).map((slide) => slide.title);
  const title = [...new Set(titles)].join(' ');
  return page === undefined ? title : `${title} p${page}`;
}

function fileName(label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60);
}
