import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PressRelease } from '../../../../main/content/press-release/press-release.ts';
import { readPressRelease } from '../../../../main/content/press-release/read-press-release.ts';
import { makeDocx, makeOdt, type Paragraph } from '../../../support/office.ts';
import { readDocument } from '../../../support/read-document.ts';
import { skipBecause } from '../../../support/skip-because.ts';
import { makeTextPdf } from '../../../support/text-pdf.ts';

const SEED = new URL('../../../../../shared/seed/communique-perseverance-2026.md', import.meta.url);
const CHROMIUM = '/usr/bin/chromium';
const source = existsSync(SEED) ? readFileSync(SEED, 'utf8') : '';
const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-11-23') };

/** Town, department, title, venue, first and last day, category, and how the description begins and ends. */
const NINE = [
  [
    'Noyon',
    '60',
    '« Objectif réussite » : Trouve ta voie, décroche ton stage',
    'Centre d’Information et d’Orientation',
    '05',
    '05',
    'Atelier',
    'Parcours de quatre',
    'leurs attentes.',
  ],
  [
    'Creil',
    '60',
    'After ELA',
    'Maison de la ville écocitoyenne',
    '05',
    '05',
    'Temps fort',
    'Temps fort de valorisation',
    'photo de groupe.',
  ],
  [
    'Beauvais',
    '60',
    'Journée Portes Ouvertes',
    'Centre d’Information et d’Orientation',
    '05',
    '05',
    'Portes ouvertes',
    'Cette action vise',
    'le réseau local.',
  ],
  [
    'Soissons',
    '02',
    'Restitution d’une sortie réalisée dans le cadre de l’action Raccroche ton Corbu',
    'Lycée des métiers Le Corbusier',
    '07',
    '07',
    'Temps fort',
    'Ce dispositif s’adresse',
    'le dialogue.',
  ],
  [
    'Château-Thierry',
    '02',
    'Atelier « Rebondir après une rupture de parcours », à destination des élèves du Parcours Compétences',
    'Lycée Jean-de-la-Fontaine',
    '07',
    '07',
    'Atelier',
    'Mise en place',
    'scolaire (MLDS).',
  ],
  [
    'Château-Thierry',
    '02',
    'Exposition « En cuisine » réalisée par les élèves du Parcours Compétences',
    'Lycée Jean-de-la-Fontaine',
    '04',
    '07',
    'Exposition',
    'En partenariat avec',
    'médiatrice culturelle.',
  ],
  [
    'Amiens',
    '80',
    'Atelier réhabilitation du verger par les élèves du Parcours Compétences',
    'Lycée Montaigne',
    '04',
    '07',
    'Atelier',
    'Les élèves réaliseront',
    'En partenariat avec Emmaüs.',
  ],
  [
    'Hirson',
    '02',
    'Atelier de réalisation d’une caisse à savon par les élèves du Parcours Compétences',
    'Lycée Joliot Curie',
    '04',
    '07',
    'Atelier',
    'Ce projet, mené',
    'de leur engagement.',
  ],
  [
    'Friville-Escarbotin',
    '80',
    'Arbre de la persévérance réalisé par les élèves',
    'Collège La-Rose-des-Vents',
    '04',
    '07',
    'Exposition',
    'Les élèves sont invités',
    'de la persévérance.',
  ],
] as const;

/** The paragraphs of the seed, told apart by its own marks alone. */
const paragraphs: Paragraph[] = source
  .split(/\n\s*\n/)
  .map((each) => each.trim())
  .filter((each) => each !== '' && !/^-+$/.test(each))
  .map((each) => {
    const level = /^#+/.exec(each)?.[0].length;
    const text = each
      .replace(/^#+\s*/, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\s*\n\s*/g, ' ');
    const runs = text.split(/(\*\*.*?\*\*|<sup>.*?<\/sup>)/).filter((piece) => piece !== '');
    return {
      ...(level === undefined ? {} : { level }),
      runs: runs.map((piece) => ({
        text: piece.replace(/\*+|<\/?sup>/g, ''),
        bold: piece.startsWith('**'),
        raised: piece.startsWith('<sup>'),
      })),
    };
  });

const textOf = (paragraph: Paragraph): string => paragraph.runs.map((run) => run.text).join('');

async function read(extension: string, bytes: Uint8Array): Promise<PressRelease> {
  const document = await readDocument(extension, bytes);
  if (!document.ok) throw new Error(document.fault.message);
  const release = readPressRelease(document.blocks, context);
  if (release === null) throw new Error('not recognised as a press release');
  return release;
}

function expectNine(release: PressRelease): void {
  const plain = (text: string | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
  const seen = release.events.map((event) => {
    const [range] = event.when.ranges;
    return [
      event.town,
      event.department,
      plain(event.title),
      plain(event.venue),
      range?.from,
      range?.to,
      event.category,
    ];
  });
  expect(seen).toEqual(
    NINE.map(([town, department, title, venue, from, to, category]) => [
      town,
      department,
      title,
      venue,
      `2026-05-${from}`,
      `2026-05-${to}`,
      category,
    ]),
  );
  for (const [at, [town, , , , , , , begins, ends]] of NINE.entries()) {
    const description = plain(release.events[at]?.description);
    expect(description.startsWith(begins), `${town}: ${description}`).toBe(true);
    expect(description.endsWith(ends), `${town}: ${description}`).toBe(true);
  }
  expect(release.warnings).toEqual([]);
  expect(JSON.stringify(release)).not.toMatch(/00.00.00|@|Rectorat|example/);
}

describe('the press release of the week', () => {
  beforeEach((context) => {
    if (source === '') skipBecause(context, 'the press release is not beside the repository');
  });

  it('gives its nine events from Markdown', async () => {
    const release = await read('md', Buffer.from(source));
    expectNine(release);
    expect(release.events.map((event) => event.line)).toEqual([26, 30, 34, 42, 46, 54, 58, 62, 66]);
  });

  it('gives the same nine, with the same words, from text without any marks', async () => {
    const text = paragraphs.map(textOf).join('\r\n\r\n');
    const release = await read('txt', Buffer.from(text));
    expectNine(release);
    const markdown = await read('md', Buffer.from(source));
    expect(release.events.map((event) => event.description)).toEqual(markdown.events.map((event) => event.description));
    expectNine(await read('txt', Buffer.from(paragraphs.map(textOf).join('\n'))));
  });

  it('gives the same nine from text saved in Windows-1252 and in UTF-16', async () => {
    const text = paragraphs.map(textOf).join('\r\n\r\n');
    expectNine(await read('txt', Buffer.from(text.replaceAll('–', '-'), 'latin1')));
    expectNine(await read('txt', Buffer.from(`\ufeff${text}`, 'utf16le')));
  });

  it('gives the same nine from text wrapped at 72 columns', async () => {
    const wrapped = paragraphs.map((each) => textOf(each).replace(/(?=.{73})(.{1,72})\s/g, '$1\n')).join('\n\n');
    expectNine(await read('txt', Buffer.from(wrapped)));
    expectNine(await read('md', Buffer.from(wrapped)));
  });

  it('gives the same nine from a .docx, with headings or with bold paragraphs alone', async () => {
    expectNine(await read('docx', makeDocx(paragraphs)));
    const flat = paragraphs.map(({ level, runs }) => ({
      runs: runs.map((run) => ({ ...run, bold: level !== undefined })),
    }));
    expectNine(await read('docx', makeDocx(flat)));
  });

  it('gives the same nine from an .odt, with headings or with bold paragraphs alone', async () => {
    expectNine(await read('odt', makeOdt(paragraphs)));
    const flat = paragraphs.map(({ level, runs }) => ({
      runs: runs.map((run) => ({ ...run, bold: level !== undefined })),
    }));
    expectNine(await read('odt', makeOdt(flat)));
  });

  it('gives the same nine, with the same words, from a PDF with headers, page numbers and cut words', async () => {
    const set = paragraphs.map((each) => ({
      text: textOf(each),
      ...(each.level === undefined ? {} : { size: 18 - each.level, bold: true }),
    }));
    const markdown = await read('md', Buffer.from(source));
    for (const hyphenate of [false, true]) {
      const release = await read(
        'pdf',
        makeTextPdf(set, { header: 'Académie – communiqué', numbered: true, hyphenate }),
      );
      expectNine(release);
      expect(release.events.map((event) => event.description)).toEqual(
        markdown.events.map((event) => event.description),
      );
    }
    expectNine(await read('pdf', makeTextPdf(set.map(({ text }) => ({ text })))));
  });

  it('gives the same nine from a PDF that a browser prints', async (test) => {
    if (!existsSync(CHROMIUM)) skipBecause(test, `there is no ${CHROMIUM}`);
    const folder = await mkdtemp(join(tmpdir(), 'preau-pdf-'));
    try {
      const html = paragraphs.map((each) => {
        const tag = each.level === undefined ? 'p' : `h${Math.min(6, each.level)}`;
        const runs = each.runs.map((run) =>
          run.raised ? `<sup>${run.text}</sup>` : run.bold ? `<b>${run.text}</b>` : run.text,
        );
        return `<${tag}>${runs.join('')}</${tag}>`;
      });
      await writeFile(
        join(folder, 'page.html'),
        `<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif;text-align:justify">${html.join('\n')}`,
      );
      await promisify(execFile)(CHROMIUM, [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${join(folder, 'page.pdf')}`,
        `file://${join(folder, 'page.html')}`,
      ]);
      expectNine(await read('pdf', await readFile(join(folder, 'page.pdf'))));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
