import sharp from 'sharp';
import * as files from '../support/media-files.ts';
import { makeDocx, makeOdt, paragraph } from '../support/office.ts';

/** A photograph's worth of detail: noise over a colour, so that encoders have work. */
export function photo(width: number, height: number, hue: number): Promise<Buffer> {
  const background = { r: (hue * 67) % 256, g: (hue * 131) % 256, b: (hue * 29) % 256 };
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  return sharp({ create: { width, height, channels: 3, background, noise } })
    .composite([
      {
        input: { create: { width, height: Math.round(height / 2), channels: 3, background } },
        top: 0,
        left: 0,
        blend: 'overlay',
      },
    ])
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** Thirty files of an office, good and bad, by name. */
export async function officeFiles(): Promise<Map<string, Uint8Array | string>> {
  const made = new Map<string, Uint8Array | string>();
  for (let index = 0; index < 8; index += 1) {
    const portrait = index % 3 === 2;
    made.set(
      `IMG_202603${10 + index}_10${index}0.jpg`,
      await photo(portrait ? 3_000 : 4_000, portrait ? 4_000 : 3_000, index),
    );
  }
  made.set('Photo de l’iPhone.heic', await files.committed('iphone.heic'));
  made.set('Affiche concert.png', await files.png({ width: 1_240, height: 1_754 }));
  made.set('Bannière.webp', await files.webp({ width: 3_000, height: 600 }));
  made.set('Logo.svg', files.svg());
  made.set('Animation.gif', await files.animatedGif());
  made.set('Scan.tif', await files.tiff({ width: 1_654, height: 2_339 }));
  made.set('Affiche portes ouvertes.pdf', files.pdf({ pages: 1, fontSize: 40 }));
  made.set('Menu de la semaine.pdf', files.pdf({ pages: 2, fontSize: 18 }));
  made.set('Règlement.pdf', files.pdf({ pages: 6, fontSize: 9 }));
  made.set('Réunion parents.pptx', files.pptx());
  made.set('Film du forum.mp4', await files.committed('film-h264.mp4'));
  made.set('Film du voyage.webm', await files.committed('film-vp9.webm'));
  made.set('Film du téléphone.mov', await files.committed('film-hevc.mp4'));
  made.set(
    'Note aux élèves.docx',
    makeDocx([paragraph('Note aux élèves', { level: 1 }), paragraph('Le CDI ferme à 17 h.')]),
  );
  made.set(
    'Compte rendu.odt',
    makeOdt([paragraph('Compte rendu', { level: 1 }), paragraph('Merci à toutes et à tous.')]),
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
