/** Small real files of every kind that staff drop, made on the spot; what cannot be made here is committed in `files/`. */
import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import sharp, { type Sharp } from 'sharp';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALL: Size = { width: 640, height: 480 };
export const RED = { r: 224, g: 16, b: 16 };
export const GREEN = { r: 16, g: 160, b: 64 };

/** Raw pixels: red on the left, green on the right, with a grain that compresses like that of a photo. */
function halves({ width, height }: Size, grain: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let seed = 42;
  for (let at = 0; at < width * height; at += 1) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const noise = grain === 0 ? 0 : ((seed >>> 16) % (2 * grain + 1)) - grain;
    const { r, g, b } = at % width < width / 2 ? RED : GREEN;
    data.set(
      [r + noise, g + noise, b + noise].map((value) => Math.min(255, Math.max(0, value))),
      at * 3,
    );
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A photo as a camera writes it: EXIF with a place, and turned (6: a quarter to the right) if asked. */
export function jpeg(size: Size = SMALL, orientation = 1): Promise<Buffer> {
  const exif = { IFD0: { Make: 'Appareil' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '49/1 53/1 0/1' } };
  return halves(size, 12).withExif(exif).withMetadata({ orientation }).jpeg({ quality: 88 }).toBuffer();
}

/** The same as a telephone and a print shop write it. */
export const jpegP3 = (size: Size = SMALL): Promise<Buffer> =>
  halves(size, 0).withIccProfile('p3').jpeg({ quality: 92 }).toBuffer();
export const jpegCmyk = (size: Size = SMALL): Promise<Buffer> =>
  halves(size, 0).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 92 }).toBuffer();
export const progressiveJpeg = (size: Size = SMALL): Promise<Buffer> =>
  halves(size, 12).jpeg({ progressive: true }).toBuffer();

export const png = (size: Size = SMALL): Promise<Buffer> => halves(size, 4).png().toBuffer();
export const webp = (size: Size = SMALL): Promise<Buffer> => halves(size, 12).webp().toBuffer();
export const avif = (size: Size = SMALL): Promise<Buffer> => halves(size, 12).avif({ effort: 0 }).toBuffer();
export const tiff = (size: Size = SMALL, compression: 'none' | 'lzw' | 'jpeg' = 'lzw'): Promise<Buffer> =>
  halves(size, 12).tiff({ compression }).toBuffer();

/** A picture that moves: one shade a frame. */
export async function animatedGif(frames = 4, size: Size = { width: 160, height: 120 }): Promise<Buffer> {
  const pictures: Buffer[] = [];
  for (let i = 0; i < frames; i += 1) {
    const background = { r: 40 + i * 40, g: 60, b: 200 - i * 40 };
    pictures.push(
      await sharp({ create: { ...size, channels: 3, background } })
        .png()
        .toBuffer(),
    );
  }
  return sharp(pictures, { join: { animated: true } })
    .gif({ delay: pictures.map(() => 200), loop: 0 })
    .toBuffer();
}

/** A Windows bitmap of 24 bits (the lines from the bottom up, as Paint writes them) or of 32. */
export async function bmp({ width, height }: Size = SMALL, bits: 24 | 32 = 24): Promise<Buffer> {
  const rgb = await halves({ width, height }, 12).raw().toBuffer();
  const row = Math.ceil((width * bits) / 32) * 4;
  const file = Buffer.alloc(54 + row * height);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  file.writeUInt32LE(row * height, 34);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = ((height - 1 - y) * width + x) * 3;
      file.set([rgb[from + 2] ?? 0, rgb[from + 1] ?? 0, rgb[from] ?? 0], 54 + y * row + (x * bits) / 8);
    }
  }
  return file;
}

/** A poster drawn with vectors; `inside` is put into it as it is. */
export function svg(inside = '', head = ''): Buffer {
  const body = '<rect width="100" height="150" fill="#e01010"/><rect x="100" width="100" height="150" fill="#10a040"/>';
  const root = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 150"';
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n${head}<svg ${root} width="200" height="150">${body}${inside}</svg>\n`,
  );
}

export type Committed =
  | 'iphone.heic'
  | 'film-h264.mp4'
  | 'film-h264.mov'
  | 'film-vp9.webm'
  | 'film-hevc.mp4'
  | 'film-prores.mov'
  | 'film-wink.mp4'
  | 'sound-only.mp4';

/** Files that no library here can write. The photo is 640 x 480 in Display P3; the films are 320 x 180 and last 2 s. */
export const committed = (name: Committed): Promise<Buffer> => readFile(new URL(`./files/${name}`, import.meta.url));

export interface PdfOptions {
  readonly pages?: number;
  /** Points (A4 is 595 x 842). */
  readonly size?: Size;
  readonly fontSize?: number;
  readonly text?: string;
  /** Marked as protected by a password that nobody has. */
  readonly locked?: boolean;
}

/** A PDF written by hand: a red page header, and lines of text in Helvetica on each page. */
export function pdf({
  pages = 1,
  size = { width: 595, height: 842 },
  fontSize = 24,
  text,
  locked = false,
}: PdfOptions = {}): Buffer {
  // A document that named a day would be told of, since it has no date of its own.
  const line = text ?? 'Portes ouvertes du lycee, salle 12, de 14 h a 17 h';
  const objects: string[] = [];
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let i = 0; i < pages; i += 1) {
    const header = `1 0 0 rg 0 ${size.height - 100} ${size.width} 100 re f 0 g`;
    const lines = Array.from({ length: 4 }, () => `(${line} - ${i + 1}) Tj T*`).join('\n');
    const stream = `${header}\nBT /F1 ${fontSize} Tf ${fontSize * 1.3} TL 40 ${size.height - 160} Td\n${lines}\nET`;
    const resources = '<< /Font << /F1 3 0 R >> >>';
    const box = `[0 0 ${size.width} ${size.height}]`;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources ${resources} /Contents ${5 + i * 2} 0 R >>`);
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  const secret = '0123456789abcdef'.repeat(4);
  if (locked) objects.push(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${secret}> /U <${secret}> >>`);
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = locked ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>`;
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(`${body}${xref}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml';

/** A deck of slides with nothing but what PowerPoint needs to open it: one text box a slide. */
export function pptx(slides: readonly string[] = ['Portes ouvertes', 'Mardi 5 mai']): Buffer {
  const namespaces =
    `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" ` +
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  const rels = (entries: string): string =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
  const rel = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
  const shape = (text: string): string =>
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="T"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="600000"/>' +
    '<a:ext cx="8000000" cy="2000000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>' +
    `<a:p><a:r><a:rPr lang="fr-FR" sz="6000"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const tree = (inside: string): string => `<p:cSld><p:spTree>${group}${inside}</p:spTree></p:cSld>`;
  const map =
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="${PRESENTATION}.presentation.main+xml"/>` +
      `<Override PartName="/ppt/slideMasters/m.xml" ContentType="${PRESENTATION}.slideMaster+xml"/>` +
      `<Override PartName="/ppt/slideLayouts/l.xml" ContentType="${PRESENTATION}.slideLayout+xml"/>` +
      slides
        .map((_, i) => `<Override PartName="/ppt/slides/s${i}.xml" ContentType="${PRESENTATION}.slide+xml"/>`)
        .join('') +
      '</Types>',
    '_rels/.rels': rels(rel('r1', 'officeDocument', 'ppt/presentation.xml')),
    'ppt/presentation.xml':
      `${XML}<p:presentation ${namespaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="m"/></p:sldMasterIdLst><p:sldIdLst>` +
      slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="s${i}"/>`).join('') +
      '</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
    'ppt/_rels/presentation.xml.rels': rels(
      rel('m', 'slideMaster', 'slideMasters/m.xml') +
        slides.map((_, i) => rel(`s${i}`, 'slide', `slides/s${i}.xml`)).join(''),
    ),
    'ppt/slideMasters/m.xml': `${XML}<p:sldMaster ${namespaces}>${tree('')}<p:clrMap ${map}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="l"/></p:sldLayoutIdLst></p:sldMaster>`,
    'ppt/slideMasters/_rels/m.xml.rels': rels(rel('l', 'slideLayout', '../slideLayouts/l.xml')),
    'ppt/slideLayouts/l.xml': `${XML}<p:sldLayout ${namespaces}>${tree('')}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    'ppt/slideLayouts/_rels/l.xml.rels': rels(rel('m', 'slideMaster', '../slideMasters/m.xml')),
  };
  slides.forEach((text, i) => {
    files[`ppt/slides/s${i}.xml`] =
      `${XML}<p:sld ${namespaces}>${tree(shape(text))}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
    files[`ppt/slides/_rels/s${i}.xml.rels`] = rels(rel('l', 'slideLayout', '../slideLayouts/l.xml'));
  });
  return zip(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const zip = (files: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(files));

/** What a kilobyte can cost: a picture that says it is 30,000 pixels square, laughing entities, a deck of 800 MB of spaces. */
export const hostile = {
  hugePng: async (side = 30_000): Promise<Buffer> => {
    const file = await png({ width: 32, height: 32 });
    file.writeUInt32BE(side, 16);
    file.writeUInt32BE(side, 20);
    file.writeUInt32BE(crc32(file.subarray(12, 29)), 29);
    return file;
  },
  laughingSvg: (): Buffer => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    return svg('<text>&l9;</text>', `<!DOCTYPE svg [<!ENTITY l0 "ha">${levels}]>`);
  },
  nestedSvg: (): Buffer => svg(`${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}`),
  bombDeck: (): Buffer => zip({ 'ppt/media/image1.bmp': new Uint8Array(60_000_000) }),
};

/** CRC-32 of ISO 3309, as PNG has it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
