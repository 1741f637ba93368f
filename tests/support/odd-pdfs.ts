/** PDF files written by hand, object by object: what programs that fill in forms, blend colours or append bytes leave. */
function pdfOf(objects: readonly string[]): Buffer {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, n) => {
    const at = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R >>`;
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(`${body}${xref}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

const stream = (content: string, dictionary = ''): string =>
  `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`;
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>';
const BOX = '/MediaBox [0 0 400 300]';

/** Pages with these contents; `resources` for all of them, `catalog` for more of the document. */
export function pagesOf(
  contents: readonly string[],
  { resources = '', fonts = '', catalog = '', more = [] as readonly string[], page = '' } = {},
): Buffer {
  const first = 3;
  const kids = contents.map((_, n) => `${first + n * 2} 0 R`).join(' ');
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    ...contents.flatMap((content, n) => [
      `<< /Type /Page /Parent 2 0 R ${BOX} /Resources << /Font << /F1 ${FONT} ${fonts} >> ${resources} >> /Contents ${first + n * 2 + 1} 0 R ${page} >>`,
      stream(content),
    ]),
    ...more,
  ]);
}

export const words = (text: string): string => `BT /F1 30 Tf 30 200 Td (${text}) Tj ET`;

/** What a note of 340 by 50 points shows: black capitals. */
export const stamp = (text: string): string =>
  stream(
    `BT /F1 40 Tf 2 6 Td (${text}) Tj ET`,
    `/Type /XObject /Subtype /Form /BBox [0 0 340 50] /Resources << /Font << /F1 ${FONT} >> >>`,
  );

/** How a program leaves what was typed in a field: drawn, for the viewer to draw, or both. */
export type Typed = 'drawn' | 'to-draw';

/** A page with « 学校 » in a font that the document does not carry, and perhaps Latin words above. */
export function chinesePage({ latin = '', isInvisible = false } = {}): Buffer {
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>';
  const content = `${words(latin)} BT ${isInvisible ? 3 : 0} Tr /C 30 Tf 30 100 Td <5B666821> Tj ET`;
  return pagesOf([content], { fonts: `/C ${font}` });
}

/**
 * A page with « Łąś », in Helvetica, which the document does not carry; `turned` by a quarter; `drawn` by the document itself, letter
 * by letter (Type 3).
 */
export function polishPage({ turned = false, drawn = false } = {}): Buffer {
  const encoding = '/Encoding << /Type /Encoding /Differences [65 /Lslash /aogonek /sacute] >>';
  const square = stream('500 0 0 0 500 500 d1 0 0 500 500 re f');
  const type3 = `/Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 67 /Widths [500 500 500] /CharProcs << /Lslash 5 0 R /aogonek 5 0 R /sacute 5 0 R >> /ToUnicode 6 0 R`;
  const map = stream(
    '1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <41> <0141> <42> <0105> <43> <015b> endbfchar',
  );
  const font = `<< /Type /Font ${drawn ? type3 : '/Subtype /Type1 /BaseFont /Helvetica'} ${encoding} >>`;
  const content = `${words('Fete')} BT /P 30 Tf ${turned ? '0 1 -1 0 200 60' : '1 0 0 1 30 100'} Tm (ABC) Tj ET`;
  return pagesOf([content], { fonts: `/P ${font}`, more: [square, map] });
}

/**
 * A page in Arial by the numbers of its letters, without its file; `told` says what they are, and `placed` where they stand in that
 * file.
 */
export function numberedPage({ told = false, placed = false, isInvisible = false } = {}): Buffer {
  const descendant = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial#20Narrow /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap ${placed ? '7 0 R' : '/Identity'} /FontDescriptor << /Type /FontDescriptor /FontName /Arial#20Narrow /Flags 32 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>`;
  const map = stream(
    '1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0025> <0042> <0044> <0061> endbfchar',
  );
  const font = `<< /Type /Font /Subtype /Type0 /BaseFont /Arial#20Narrow /Encoding /Identity-H /DescendantFonts [${descendant}] ${told ? '/ToUnicode 6 0 R' : ''} >>`;
  return pagesOf([`${words('Fete')} BT ${isInvisible ? 3 : 0} Tr /N 30 Tf 30 100 Td <00250044> Tj ET`], {
    fonts: '/N 5 0 R',
    more: [font, map, stream('\0'.repeat(160))],
  });
}

/** A form with one text field, in which black capitals are typed, and a ticked box. */
export function filledForm(text: string, typed: Typed, content = ''): Buffer {
  const drawing = stream(
    `/Tx BMC q BT /F1 40 Tf 2 6 Td (${text}) Tj ET Q EMC`,
    `/Type /XObject /Subtype /Form /BBox [0 0 340 50] /Resources << /Font << /F1 ${FONT} >> >>`,
  );
  const tick = stream('0 0 0 rg 0 0 40 40 re f', '/Type /XObject /Subtype /Form /BBox [0 0 40 40]');
  const look = typed === 'drawn' ? '/AP << /N 7 0 R >>' : '';
  const field = `<< /Type /Annot /Subtype /Widget /FT /Tx /T (plat) /V (${text}) /DA (/F1 40 Tf 0 g) /Rect [30 100 370 150] /F 4 /P 3 0 R ${look} >>`;
  const box = `<< /Type /Annot /Subtype /Widget /FT /Btn /T (oui) /V /Yes /AS /Yes /Rect [30 30 70 70] /F 4 /P 3 0 R /AP << /N << /Yes 8 0 R >> >> >>`;
  const form = `/AcroForm << /Fields [5 0 R 6 0 R] /DA (/F1 40 Tf 0 g) /DR << /Font << /F1 ${FONT} >> >> ${typed === 'to-draw' ? '/NeedAppearances true' : ''} >>`;
  return pagesOf([content], { catalog: form, more: [field, box, drawing, tick], page: '/Annots [5 0 R 6 0 R]' });
}

/** A page that draws a form ten times, which draws another one ten times, and so on: no memory is enough. */
export function formsWithinForms(depth: number): Buffer {
  const first = 5;
  const formAt = (n: number): string => {
    const isLast = n === depth - 1;
    const inner = isLast ? '' : `/Resources << /XObject << /F ${first + n + 1} 0 R >> >>`;
    return stream(
      isLast ? '0 0 m 100 100 l S' : '/F Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency >> ${inner}`,
    );
  };
  const more = Array.from({ length: depth }, (_, n) => formAt(n));
  return pagesOf(['/F Do '.repeat(10)], { resources: `/XObject << /F ${first} 0 R >>`, more });
}

/** A blue box that is blended over the bare page in a group, as Canva and Illustrator write shadows and stickers. */
export function blended(mode: string): Buffer {
  const group = stream(
    '0.1 0.45 0.8 rg 50 100 300 100 re f',
    '/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency /I true >>',
  );
  return pagesOf(['/G0 gs /X0 Do'], {
    resources: `/ExtGState << /G0 << /BM /${mode} >> >> /XObject << /X0 5 0 R >>`,
    more: [group],
    page: '/Group << /S /Transparency /CS /DeviceRGB /I true >>',
  });
}

/** The page that Adobe LiveCycle leaves to readers that cannot draw its form. */
export function adobeWait(text = 'Please wait...', pages: readonly string[] = []): Buffer {
  const more = [stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>')];
  const xfa = `${3 + (pages.length + 1) * 2} 0 R`;
  return pagesOf([words(text), ...pages], {
    catalog: `/NeedsRendering true /AcroForm << /Fields [] /XFA ${xfa} >>`,
    more,
  });
}
