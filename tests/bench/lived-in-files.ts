import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import sharp from 'sharp';
import * as files from '../support/media-files.ts';
import { makeDocx, makeOdt, paragraph } from '../support/office.ts';
import { menu, poster, rules } from './office-sheets.ts';

const SAMPLE = fileURLToPath(new URL('../../content', import.meta.url));

/** Paths of the drawings of the sample folder: the subjects of the photographs. */
async function subjects(): Promise<string[]> {
  const names = await readdir(SAMPLE, { recursive: true });
  return names
    .filter((name) => name.endsWith('.svg'))
    .toSorted()
    .map((name) => join(SAMPLE, name));
}

/**
 * A photograph as a telephone takes it: a subject, a little soft, with the noise of a sensor. Width and height are those of
 * the file; in portrait, the telephone writes the pixels in landscape and a rotation in EXIF.
 */
export async function photo(width: number, height: number, n: number, portrait = false): Promise<Buffer> {
  const all = await subjects();
  const subject = await readFile(all[n % all.length] ?? '');
  const [across, down] = portrait ? [height, width] : [width, height];
  const seen = await sharp(subject, { density: 144 }).resize(across, down, { fit: 'cover' }).blur(1.5).toBuffer();
  const taken = sharp(seen).rotate(portrait ? -90 : 0);
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 12 };
  const grain = await sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .png()
    .toBuffer();
  return taken
    .composite([{ input: grain, blend: 'soft-light' }])
    .withMetadata({ orientation: portrait ? 6 : 1 })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** Documents that a browser prints as PDF, and one as a picture. */
async function printed(browser: Browser): Promise<Map<string, Uint8Array>> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1_119 }, deviceScaleFactor: 2 });
  const pictures = await Promise.all((await subjects()).map((path) => readFile(path, 'base64')));
  const print = async (html: string): Promise<Buffer> => {
    await page.setContent(html);
    return page.pdf({ printBackground: true, preferCSSPageSize: true });
  };
  const made = new Map<string, Uint8Array>();
  made.set(
    'Affiche portes ouvertes.pdf',
    await print(poster('Portes ouvertes', 'Samedi 14 mars, de 9 h à 13 h', '#1f5c99', pictures[2] ?? '')),
  );
  made.set('Menu de la semaine.pdf', await print(menu()));
  made.set('Règlement.pdf', await print(rules(20)));
  await page.setContent(
    poster('Concert des chorales', 'Jeudi 19 mars à 18 h, au réfectoire', '#8a2f5b', pictures[4] ?? ''),
  );
  made.set('Affiche concert.png', await page.screenshot());
  await page.close();
  return made;
}

/** Thirty files of an office, valid and broken, by name. */
export async function officeFiles(browser: Browser): Promise<Map<string, Uint8Array | string>> {
  const made = new Map<string, Uint8Array | string>(await printed(browser));
  for (let index = 0; index < 8; index += 1) {
    const name = `IMG_202603${10 + index}_10${index}0.jpg`;
    made.set(name, await photo(4_000, 3_000, index, index % 3 === 2));
  }
  made.set('Photo de l’iPhone.heic', await files.committed('iphone.heic'));
  made.set(
    'Bannière.webp',
    await sharp(await photo(3_000, 600, 8))
      .webp()
      .toBuffer(),
  );
  made.set('Logo.svg', files.svg());
  made.set('Animation.gif', await files.animatedGif());
  made.set('Scan.tif', await sharp(made.get('Affiche concert.png')).greyscale().rotate(1.2).tiff().toBuffer());
  made.set('Réunion parents.pptx', files.pptx(['Réunion de rentrée', 'Les dates du trimestre', 'Vos questions']));
  made.set('Film du forum.mp4', await files.committed('film-h264.mp4'));
  made.set('Film du voyage.webm', await files.committed('film-vp9.webm'));
  made.set('Film du téléphone.mov', await files.committed('film-hevc.mp4'));
  made.set(
    'Note aux élèves.docx',
    makeDocx([
      paragraph('Note aux élèves', { level: 1 }),
      paragraph('Le CDI ferme à 17 h jusqu’aux vacances, et reste ouvert le mercredi matin.'),
      paragraph('Rapportez les livres avant le vendredi 27 mars', { item: true }),
      paragraph('Les clés USB trouvées sont à la loge', { item: true }),
    ]),
  );
  made.set(
    'Compte rendu.odt',
    makeOdt([
      paragraph('Compte rendu du conseil des délégués', { level: 1 }),
      paragraph('Merci à toutes et à tous pour ce premier conseil : dix-huit classes y étaient.'),
      paragraph('Ce qui change', { level: 2 }),
      paragraph('Des bancs seront posés sous le préau, et la fontaine du hall réparée.'),
    ]),
  );
  made.set('Bienvenue.md', '# Bienvenue\n\nUn mot pour toutes et tous.\n');
  made.set(
    'Club théâtre.md',
    '---\ntitre: Club théâtre\nlieu: Salle 12\ndates: tous les mardis\nheures: 12h-13h\n---\nVenez essayer.\n',
  );
  made.set(
    'Agenda.csv',
    'date;heure;ville;titre;lieu;description\n10 mars 2026;14h;Xville;Forum;Gymnase;Des métiers.\n12 mars 2026;;Yville;Visite;Musée;Une visite.\n',
  );
  made.set('Abîmée.jpg', (await photo(1_200, 900, 9)).subarray(0, 40_000));
  made.set('Vide.png', '');
  made.set('Tableau.xlsx', 'PK');
  made.set('Verrouillé.pdf', files.pdf({ locked: true }));
  return made;
}
