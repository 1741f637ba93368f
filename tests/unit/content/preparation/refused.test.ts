import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MediaBench, openMediaBench } from '../../../support/media-bench.ts';
import * as files from '../../../support/media-files.ts';

/** Bytes changed within the pixels: every length is right, nothing decodes. */
const spoil = (file: Buffer): Buffer => Buffer.from(file).fill(0x55, 60, 400);
/** A drawing within a drawing. */
const doll = (inside: string): string => {
  const inner = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
  return `<image href="data:image/svg+xml;base64,${Buffer.from(inner).toString('base64')}"/>`;
};
const embedded = (picture: Buffer): string => `<image href="data:image/png;base64,${picture.toString('base64')}"/>`;

/** What staff drop in good faith, and what the advice must then name. */
const ADVICE: Readonly<Record<string, RegExp>> = {
  'film.avi': /MP4, H\.264/u,
  'film.flv': /MP4, H\.264/u,
  'film.srt': /incrustez-les/u,
  'film.wmv': /MP4, H\.264/u,
  'film.mpg': /MP4, H\.264/u,
  'affiche.lnk': /Copiez .*le fichier auquel il mène/u,
  'tableau.fods': /\.xlsx/u,
  'tableau.xlsb': /\.xlsx/u,
  'lettre.pages': /PDF/u,
  'diapos.key': /PDF/u,
  'photos.zip': /les fichiers qu’elle contient/u,
  'photos.rar': /les fichiers qu’elle contient/u,
  'photos.7z': /les fichiers qu’elle contient/u,
  'affiche.psd': /PNG/u,
  'affiche.pub': /PDF/u,
  'message.eml': /pièce jointe/u,
  'message.msg': /pièce jointe/u,
  affiche: /«\s\.jpg\s»/u,
};
const FOREIGN = Object.keys(ADVICE);

const REFUSED: readonly [name: string, code: string, retry: boolean, make: () => Promise<Buffer> | Buffer][] = [
  ['son.mp4', 'video-no-picture', false, () => files.committed('sound-only.mp4')],
  ['film-coupé.mp4', 'file-truncated', true, async () => (await files.committed('film-h264.mp4')).subarray(0, -900)],
  ['texte.mp4', 'wrong-content', false, () => Buffer.from('ceci n’est pas un film, mais un petit texte')],
  ['vide.jpg', 'file-empty', true, () => Buffer.alloc(0)],
  ['réservé.jpg', 'file-zeros', true, () => Buffer.alloc(50_000)],
  ['coupée.jpg', 'file-truncated', true, async () => (await files.jpeg()).subarray(0, -2000)],
  ['texte.jpg', 'wrong-content', false, () => Buffer.from('ceci n’est pas une photo, mais un petit texte')],
  ['bruit.png', 'wrong-content', false, () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31) % 251))],
  ['document.jpg', 'wrong-extension', false, () => files.pdf()],
  ['photo.pdf', 'wrong-extension', false, () => files.jpeg()],
  ['abîmé.png', 'file-damaged', true, async () => spoil(await files.png())],
  ['énorme.png', 'image-too-large', false, () => files.hostile.hugePng()],
  ['rires.svg', 'svg-entities', false, () => files.hostile.laughingSvg()],
  [
    'distant.svg',
    'svg-remote',
    false,
    () => files.svg('<image href="https://exemple.fr/a.png" width="9" height="9"/>'),
  ],
  ['ruse.svg', 'svg-remote', false, () => files.svg('<image alt=">" xlink:href="&#x66;ile:///etc/passwd" width="9"/>')],
  ['protocole.svg', 'svg-remote', false, () => files.svg('<use href="//exemple.fr/a.svg#b"/>')],
  ['style.svg', 'svg-remote', false, () => files.svg('<style>rect{fill:url(http://exemple.fr/a#b)}</style>')],
  ['import.svg', 'svg-remote', false, () => files.svg('<style>@import "a.css";</style>')],
  ['poupée.svg', 'svg-remote', false, () => files.svg(doll('<image href="http://exemple.fr/a.png"/>'))],
  ['poupées.svg', 'svg-too-large', false, () => files.svg(doll(doll(doll(doll(doll(''))))))],
  ['gros.svg', 'image-too-large', false, async () => files.svg(embedded(await files.hostile.hugePng()))],
  ['secret.pdf', 'pdf-locked', false, () => files.pdf({ locked: true })],
  ['sans-page.pdf', 'pdf-empty', false, () => files.pdf({ pages: 0 })],
  ['cassé.pdf', 'file-damaged', true, () => Buffer.from('%PDF-1.4\nrien du tout\nstartxref\n9\n%%EOF\n')],
  ['diapos.pptx', 'office-missing', false, () => files.pptx()],
  ['lettre.doc', 'office-missing', false, () => Buffer.alloc(10)],
  ['jeu.exe', 'unknown-kind', false, () => Buffer.from('MZ')],
  ...FOREIGN.map((name): (typeof REFUSED)[number] => [
    name,
    'unknown-kind',
    false,
    () => Buffer.from('quelques octets, sans plus'),
  ]),
];
describe('a file that cannot be shown', () => {
  let bench: MediaBench;
  beforeAll(async () => {
    bench = await openMediaBench();
  });
  afterAll(() => bench.close());

  it.each(REFUSED)('%s has the fault %s, in French', async (name, code, retry, make) => {
    const prepared = await bench.prepare(name, await make());
    if (prepared.ok) throw new Error(`${name} was accepted`);
    expect(prepared.fault).toMatchObject({ code, retry });
    for (const sentence of [prepared.fault.message, prepared.fault.advice]) {
      expect(sentence).toMatch(/^\p{Lu}.*[.)]$/su);
      expect(sentence, 'French typography').not.toMatch(/'| [:;!?»]|« /u);
    }
    expect(await readdir(join(bench.dir, 'store', 'objects'))).toEqual([]);
  });

  it.each(FOREIGN)('%s has the advice for its kind', async (name) => {
    const prepared = await bench.prepare(name, Buffer.from('quelques octets'));
    expect(prepared).toMatchObject({ fault: { advice: expect.stringMatching(ADVICE[name] ?? /^$/u) } });
  });
});
