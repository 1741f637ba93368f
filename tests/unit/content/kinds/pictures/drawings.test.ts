import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shown } from '../../../../support/media-bench.ts';
import * as files from '../../../../support/media-files.ts';
import { distance, type NowBench, openNowBench } from '../../../../support/prepare-now.ts';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const RED = [204, 0, 0] as const;
const GREEN = [0, 128, 0] as const;
const WHITE = [255, 255, 255] as const;

const svg = (attributes: string, inside: string, head = ''): Buffer =>
  Buffer.from(`${head}<svg ${NAMESPACE} ${attributes}>${inside}</svg>`);
/** A red left half. */
const HALF = '<rect width="50" height="100" fill="#c00"/>';

describe('a drawing is drawn as browsers draw it', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  const draw = async (file: Buffer) => {
    const prepared = await bench.prepare('dessin.svg', file);
    return { prepared, picture: await bench.pixels(prepared) };
  };
  const codesOf = async (file: Buffer): Promise<string[]> => {
    const { prepared } = await draw(file);
    return prepared.ok ? prepared.warnings.map(({ code }) => code) : [];
  };

  it.each([
    ['style="background-color: #c00"', RED],
    ["style='fill:none;background:rgb(204, 0, 0) !important; margin: 0'", RED],
    ['style="background:white;background:#c00"', RED],
    ['style="background: light-dark(#c00, var(--ge-dark-color, #121212))"', RED],
    ['style="background: none"', WHITE],
    ['style="background: url(#none)"', WHITE],
  ] as const)('the ground of its root is painted: %s', async (style, expected) => {
    const { picture } = await draw(
      svg(`width="200" height="100" viewBox="-50 -50 100 100" ${style}`, '<rect width="20" height="20" fill="green"/>'),
    );
    expect(distance(picture.at(0.55, 0.6), GREEN)).toBeLessThan(20);
    // The middle, and the strip beside the view box.
    for (const place of [0.4, 0.05]) expect(distance(picture.at(place, 0.3), expected)).toBeLessThan(20);
  });

  it.each([
    'width="20mm" height="20mm" viewBox="0 0 100 100"',
    'width="210mm" height="210mm" viewBox="0 0 100 100"',
    'width="1cm" height="1cm" viewBox="0 0 100 100"',
    'width="1in" height="1in" viewBox="0 0 100 100"',
    'width="40pt" height="40pt" viewBox="0 0 100 100"',
    'width="6pc" height="6pc" viewBox="0 0 100 100"',
    'width="1Q" height="1Q" viewBox="0 0 100 100"',
    'width="10em" height="10em" viewBox="0 0 100 100"',
    'width="100%" height="100%" viewBox="0 0 100 100"',
    'width="100" height="100"',
    "width='100px' height='100px'",
    'viewBox="0 0 100 100"',
    'width="30mm" viewBox="0 0 100 100"',
    'style="width: 100%; max-width: 320px; height: auto" viewBox="0 0 100 100"',
    'width="0.5" height="0.5" viewBox="0 0 100 100"',
    'width="1e2" height="1e2" viewBox="0,0,100,100"',
  ])('with the size %s it fills the screen', async (attributes) => {
    const { prepared, picture } = await draw(svg(attributes, HALF));
    expect(prepared).toMatchObject({ ok: true, warnings: [], media: [{ width: 400, height: 400 }] });
    expect(distance(picture.at(0.4, 0.9), RED)).toBeLessThan(20);
    expect(distance(picture.at(0.6, 0.9), WHITE)).toBeLessThan(20);
  });

  it.each([
    [
      'one of Google',
      '<style>@import url("https://fonts.googleapis.com/css2?family=Inter:wght@400;700&amp;x=y");</style>',
    ],
    ['one of a site', '<style>@font-face{font-family:Virgil;src:url("https://exemple.fr/v.woff2")}</style>'],
    ['one within it', '<style>@font-face{font-family:A;src:url(data:font/woff2;base64,d09GMgAB)}</style>'],
    [
      'one of SVG 1.1',
      '<defs><font-face font-family="B"><font-face-src><font-face-uri xlink:href="b.svg#f"/></font-face-src></font-face></defs>',
    ],
  ])('with a font that is not read (%s) it is drawn, and its words in another one are told', async (_, style) => {
    const { prepared, picture } = await draw(svg('viewBox="0 0 100 100"', `${style}${HALF}<text y="20">A</text>`));
    expect(prepared).toMatchObject({ ok: true, warnings: [{ code: 'svg-fonts', about: 'guessed' }] });
    expect(distance(picture.at(0.4, 0.9), RED)).toBeLessThan(20);
    expect(await codesOf(svg('viewBox="0 0 100 100"', style + HALF))).toEqual([]);
  });

  it('an address in the remarks of a drawing is no part of it, and one that draws is refused under any name', async () => {
    const remark = '<d:note xmlns:d="urn:x" href="https://exemple.fr/">Essai</d:note>';
    expect(await bench.prepare('a.svg', svg('viewBox="0 0 100 100"', remark + HALF))).toMatchObject({
      ok: true,
      warnings: [],
    });
    const hidden =
      '<d:image xmlns:d="http://www.w3.org/2000/svg" width="9" height="9" href="https://exemple.fr/a.png"/>';
    expect(await bench.prepare('a.svg', svg('viewBox="0 0 100 100"', hidden + HALF))).toMatchObject({
      fault: { code: 'svg-remote' },
    });
  });

  it('the name of a fragment within url() is no file outside', async () => {
    const twice = svg('viewBox="0 0 100 100"', `<pattern id="a"/><use xlink:href="url(#a)"/>${HALF}`);
    expect(await codesOf(twice)).toEqual([]);
    expect(await bench.prepare('a.svg', svg('viewBox="0 0 9 9"', '<use xlink:href="url(a.svg#a)"/>'))).toMatchObject({
      fault: { code: 'svg-remote' },
    });
  });

  it.each([
    ['WebP', () => files.webp()],
    ['GIF', () => files.animatedGif()],
    ['AVIF', () => files.avif()],
  ])('a picture in it as %s is there', async (_, make) => {
    const picture = `<image width="100" height="100" href="data:image/x;base64,${(await make()).toString('base64')}"/>`;
    const { prepared, picture: drawn } = await draw(svg('viewBox="0 0 100 100"', picture));
    expect(prepared).toMatchObject({ ok: true, warnings: [] });
    expect(distance(drawn.at(0.5, 0.5), WHITE)).toBeGreaterThan(60);
  });

  it('a photo in it that its EXIF turns is upright, and one that cannot be read is told', async () => {
    const lying = await sharp({ create: { width: 40, height: 80, channels: 3, background: '#c00' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const photo = `<image width="100" height="100" href="data:image/jpeg;base64,${lying.toString('base64')}"/>`;
    const { picture } = await draw(svg('viewBox="0 0 100 100"', photo));
    expect(distance(picture.at(0.1, 0.5), RED)).toBeLessThan(30);
    expect(distance(picture.at(0.5, 0.1), WHITE)).toBeLessThan(30);
    const broken = '<image width="9" height="9" href="data:image/webp;base64,UklGRiQAAABXRUJQVlA4IBgAAAA="/>';
    expect(await codesOf(svg('viewBox="0 0 100 100"', broken + HALF))).toEqual(['svg-pictures-lost']);
  });

  it.each([
    ['svg-texts-lost', '<text><textPath href="#p">Portes ouvertes</textPath></text>'],
    ['svg-still', '<rect width="9" height="9" opacity="0"><animate attributeName="opacity" to="1" dur="1s"/></rect>'],
    ['svg-still', '<style>@keyframes a{from{opacity:0}}</style>'],
    ['svg-styles', '<rect width="9" height="9" style="transform: scale(2); transform-origin: 5px 5px"/>'],
    ['svg-styles', '<rect width="9" height="9" style="clip-path: circle(3px at 4px 4px)"/>'],
  ])('what librsvg leaves out is told: %s', async (code, inside) => {
    expect(await codesOf(svg('viewBox="0 0 100 100"', HALF + inside))).toEqual([code]);
  });

  it('a drawing that was copied out of a web page, without its namespace, is drawn', async () => {
    expect(await bench.prepare('a.svg', Buffer.from(`<svg viewBox="0 0 100 100">${HALF}</svg>`))).toMatchObject({
      ok: true,
    });
  });

  it('millimetres and points within it are as large as beside pixels', async () => {
    const bars =
      '<rect width="13.2291667mm" height="50" fill="#c00"/><rect y="50" width="37.5pt" height="50" fill="#c00"/>';
    const { picture } = await draw(svg('width="100" height="100"', bars));
    for (const y of [0.25, 0.75]) {
      expect(distance(picture.at(0.48, y), RED)).toBeLessThan(20);
      expect(distance(picture.at(0.52, y), WHITE)).toBeLessThan(20);
    }
  });

  const COLOURS: readonly [name: string, inside: string][] = [
    ['a variable of :root', '<style>:root{--a:#008000}rect{fill:var(--a)}</style><rect width="100" height="100"/>'],
    ['a variable with a fallback', '<rect width="100" height="100" style="fill:var(--none, #008000)"/>'],
    ['a fallback with parentheses', '<rect width="100" height="100" style="fill:var(--none, rgb(0,128,0))"/>'],
    ['a variable in an attribute', '<style>svg{--a: green}</style><rect width="100" height="100" fill="var(--a)"/>'],
    [
      'a variable of a variable',
      '<style>:root{--a:var(--b);--b:green}</style><rect width="100" height="100" fill="var(--a)"/>',
    ],
    [
      'a variable that is different on a dark screen',
      '<style>:root{--a:green}@media (prefers-color-scheme: dark){:root{--a:white}}rect{fill:var(--a)}</style><rect width="100" height="100"/>',
    ],
    ['light-dark()', '<rect width="100" height="100" style="fill: light-dark(rgb(0, 128, 0), #fff)"/>'],
    [
      'light-dark() around a variable',
      '<rect width="100" height="100" style="fill: light-dark(var(--x, green), var(--y, white))"/>',
    ],
  ];
  it.each(COLOURS)('%s gives its colour', async (_, inside) => {
    const { prepared, picture } = await draw(svg('viewBox="0 0 100 100"', inside));
    expect(prepared).toMatchObject({ ok: true, warnings: [] });
    expect(distance(picture.at(0.5, 0.5), GREEN)).toBeLessThan(12);
  });

  const SQUARE = '<rect class="x" width="100" height="100"/>';
  const sheet = (css: string, attributes = ''): string => `<style${attributes}>${css}</style>`;
  const RULES: readonly [name: string, inside: string][] = [
    ['on a screen', sheet('@media screen{rect{fill:green}}') + SQUARE],
    ['on all media, within XML', sheet('<![CDATA[@media all { /* } */ rect > a, rect{fill:green} }]]>') + SQUARE],
    ['on paper and on a screen', sheet('rect{fill:green}@media print{rect{fill:red}}') + SQUARE],
    ['on anything but paper', sheet('@media not print{rect{fill:green}}') + SQUARE],
    ['where the reader wants light', sheet('@media (prefers-color-scheme: light){rect{fill:green}}') + SQUARE],
    ['in a sheet for paper', sheet('rect{fill:green}') + sheet('rect{fill:red}', ' media="print"') + SQUARE],
    ['where something is supported', sheet('@supports (fill: red){@media screen{rect{fill:green}}}') + SQUARE],
    ['in layers', sheet('@layer a, b; @layer a{rect{fill:green}}') + SQUARE],
    ['behind a string with a brace', sheet('text{font-family:"}"}rect{fill:green}') + SQUARE],
    ['of a choice', `${sheet('g :is(rect, circle){fill:green}')}<g>${SQUARE}</g>`],
    ['of a choice without weight', sheet(':where(.x, .y){fill:green}') + SQUARE],
    ['also under the pointer', sheet('.x, .x:hover{fill:green}') + SQUARE],
    ['under the pointer alone', sheet('.x{fill:green}.x:hover{fill:red}.x::before{fill:red}') + SQUARE],
  ];
  it.each(RULES)('a rule of style %s holds', async (_, inside) => {
    const { prepared, picture } = await draw(svg('viewBox="0 0 100 100"', inside));
    expect(prepared).toMatchObject({ ok: true, warnings: [] });
    expect(distance(picture.at(0.5, 0.5), GREEN)).toBeLessThan(12);
  });

  it.each([
    '.g{.x{fill:green}}',
    '@media (max-width: 300px){rect{fill:green}}',
    '@container (min-width: 3px){rect{fill:green}}',
    'rect:has(a){fill:green}',
  ])('a rule of which nobody knows whether it holds is told: %s', async (css) => {
    expect(await codesOf(svg('viewBox="0 0 100 100"', HALF + sheet(css)))).toEqual(['svg-styles']);
  });

  const says = (language: string, fill: string, attribute = 'systemLanguage'): string =>
    `<g ${attribute}="${language}"><g><rect width="100" height="100" fill="${fill}"/></g></g>`;
  it.each([
    ['in a choice', `<switch>${says('en', 'red')}${says('fr', 'green')}<rect width="100" height="100"/></switch>`],
    ['among others', `${says('de, fr-FR', 'green')}${says('en', 'red')}`],
    ['as a rest', `<switch>${says('en-GB', 'red')}<rect width="100" height="100" fill="green"/></switch>`],
    ['beside what asks for a program', `${says('', 'green', 'id')}${says('http://a', 'red', 'requiredExtensions')}`],
  ])('of the languages of a drawing, French is drawn, %s', async (_, inside) => {
    const { prepared, picture } = await draw(svg('viewBox="0 0 100 100"', inside));
    expect(prepared).toMatchObject({ ok: true, warnings: [] });
    expect(distance(picture.at(0.5, 0.5), GREEN)).toBeLessThan(12);
  });

  it('a drawing that is packed (.svgz) is drawn, under either name; a cut one is not', async () => {
    const packed = gzipSync(svg('viewBox="0 0 100 100"', HALF.repeat(40)));
    for (const name of ['dessin.svgz', 'dessin.svg']) {
      const prepared = await bench.prepare(name, packed);
      expect(prepared).toMatchObject({ ok: true, media: [{ width: 400, height: 400 }] });
      expect(distance((await bench.pixels(prepared)).at(0.4, 0.9), RED)).toBeLessThan(20);
    }
    expect(await bench.prepare('a.svgz', packed.subarray(0, packed.length - 9))).toMatchObject({
      fault: { code: 'file-truncated' },
    });
    const damaged = Buffer.from(packed);
    damaged[damaged.length - 6] = (damaged.at(-6) ?? 0) ^ 0xff;
    expect(await bench.prepare('a.svgz', damaged)).toMatchObject({ fault: { code: 'file-damaged' } });
    const reserved = Buffer.concat([packed.subarray(0, 40), Buffer.alloc(packed.length)]);
    expect(await bench.prepare('a.svgz', reserved)).toMatchObject({ fault: { code: 'file-zeros' } });
    expect(await bench.prepare('a.svgz', gzipSync('Bonjour à tous, en texte'))).toMatchObject({
      fault: { code: 'file-damaged' },
    });
    expect(await bench.prepare('a.svgz', gzipSync(Buffer.alloc(31_000_000)))).toMatchObject({
      fault: { code: 'svg-too-large' },
    });
  });

  it('a drawing within a drawing is drawn and read, and refused where it asks for other files', async () => {
    const inner = svg('viewBox="0 0 10 10"', '<rect width="10" height="10" fill="green"/><text y="5">Chorale</text>');
    const outer = (data: string) => svg('viewBox="0 0 9 9"', `<image width="9" height="9" xlink:href="data:${data}"/>`);
    const addresses = [
      `image/svg+xml;base64,${inner.toString('base64')}`,
      `image/svg+xml,${encodeURIComponent(inner.toString())}`,
      `image/svg+xml;utf8,${inner.toString().replaceAll('<', '&lt;').replaceAll('"', '&quot;')}`,
    ];
    for (const address of addresses) {
      const { prepared, picture } = await draw(outer(address));
      expect(prepared).toMatchObject({ ok: true, warnings: [], words: { lines: ['Chorale'] } });
      expect(distance(picture.at(0.9, 0.9), GREEN)).toBeLessThan(12);
    }
    const broken = outer(`image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`);
    expect(await codesOf(Buffer.from(broken.toString().replace('<image', `${HALF}<image`)))).toEqual([
      'svg-pictures-lost',
    ]);
    const remote = svg('viewBox="0 0 9 9"', '<image href="https://exemple.fr/a.png"/>').toString('base64');
    expect(await bench.prepare('a.svg', outer(`image/svg+xml;base64,${remote}`))).toMatchObject({
      fault: { code: 'svg-remote' },
    });
  });

  it.each([
    ['svg-texts-lost', '<text><textPath href="#p">Portes ouvertes</textPath></text>'],
    ['svg-nothing', '<rect width="9" height="9" opacity="0"><set attributeName="opacity" to="1"/></rect>'],
    ['image-transparent', '<rect width="9" height="9" opacity="0"/>'],
  ])('a drawing of which nothing is seen says why: %s', async (code, inside) => {
    expect(await bench.prepare('a.svg', svg('viewBox="0 0 100 100"', inside))).toMatchObject({ fault: { code } });
  });

  it('a variable with two values, and colours that cannot be read, are told', async () => {
    const two = '<g style="--a:green"><rect width="9" height="9" fill="var(--a)"/></g><g style="--a:red"/>';
    expect(await codesOf(svg('viewBox="0 0 9 9"', two))).toEqual(['svg-colours-guessed']);
    for (const colour of [
      'color-mix(in srgb, red, blue)',
      'oklch(0.6 0.2 145)',
      'lab(50 40 20)',
      'color(display-p3 1 0 0)',
    ]) {
      const mixed = `<rect width="9" height="9" style="fill: ${colour}"/>`;
      expect(await codesOf(svg('viewBox="0 0 9 9"', mixed)), colour).toEqual(['svg-colours-lost']);
    }
  });

  it('of hundreds of thousands of elements is refused before it fills the memory', async () => {
    const many = `<rect width="1" height="1"/>`.repeat(200_001);
    expect(await bench.prepare('dessin.svg', svg('viewBox="0 0 9 9"', many))).toMatchObject({
      fault: { code: 'svg-too-large' },
    });
  });

  it('variables that name each other for ever, or grow without end, end', async () => {
    const ring = '<style>:root{--a:var(--b);--b:var(--a)}</style>';
    const levels = Array.from({ length: 30 }, (_, n) => `--l${n + 1}:var(--l${n}) var(--l${n}) var(--l${n})`).join(';');
    const bomb = `<style>:root{--l0:red;${levels}}rect{fill:var(--l30)}</style>`;
    for (const style of [ring, bomb]) {
      expect(await bench.prepare('dessin.svg', svg('viewBox="0 0 100 100"', style + HALF))).toMatchObject({ ok: true });
    }
  });

  /** Whether something is drawn between these shares of the height. */
  const hasInk = (picture: Awaited<ReturnType<typeof draw>>['picture'], from: number, to: number): boolean => {
    const rows = Array.from({ length: 60 }, (_, n) => from + ((to - from) * n) / 59);
    return rows.some((y) =>
      Array.from({ length: 120 }, (_, n) => n / 119).some((x) => distance(picture.at(x, y), WHITE) > 90),
    );
  };

  it('draw.io: no English sentence at its end, and the words that stand in are whole', async () => {
    const feature = 'requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"';
    const label =
      `<switch><foreignObject style="overflow: visible; text-align: left;" pointer-events="none" width="100%" height="100%" ${feature}>` +
      '<div xmlns="http://www.w3.org/1999/xhtml"><div>Inscription au CDI</div></div></foreignObject>' +
      '<text x="100" y="50" text-anchor="middle" font-size="12">Inscri...</text></switch>';
    const notice =
      `<switch><g ${feature}/><a transform="translate(0,-5)" xlink:href="https://www.drawio.com/doc/faq/svg-export-text-problems" target="_blank">` +
      '<text text-anchor="middle" font-size="10px" x="50%" y="100%">Text is not SVG - cannot display</text></a></switch>';
    const { prepared, picture } = await draw(svg('width="200" height="200" viewBox="0 0 200 200"', label + notice));
    expect(prepared).toMatchObject({ ok: true, warnings: [{ code: 'svg-texts-redrawn', about: 'guessed' }] });
    expect(hasInk(picture, 0.2, 0.26)).toBe(true);
    expect(hasInk(picture, 0.85, 1)).toBe(false);
    const short = await draw(svg('width="200" height="200"', label.replace('Inscription au CDI', 'Autre chose')));
    expect(short.prepared).toMatchObject({ ok: true });
  });

  it('Mermaid: the words in its boxes are drawn in their middle', async () => {
    const box =
      '<g transform="translate(50, 100)"><foreignObject width="100" height="24"><div xmlns="http://www.w3.org/1999/xhtml" style="display: table-cell">' +
      '<span class="nodeLabel"><p>Accueil &amp; CDI</p></span></div></foreignObject></g>';
    const { prepared, picture } = await draw(svg('width="200" height="200" viewBox="0 0 200 200"', box));
    expect(prepared).toMatchObject({ ok: true, warnings: [{ code: 'svg-texts-redrawn', about: 'guessed' }] });
    expect(hasInk(picture, 0.52, 0.6)).toBe(true);
    expect(hasInk(picture, 0, 0.45)).toBe(false);
    expect(hasInk(picture, 0.65, 1)).toBe(false);
  });

  it('words in HTML that have no place are named in the warning', async () => {
    const html = '<foreignObject width="100%" height="100%"><p>Réunion à 18 h</p></foreignObject>';
    const { prepared } = await draw(svg('viewBox="0 0 100 100"', HALF + html));
    expect(prepared).toMatchObject({
      ok: true,
      warnings: [{ code: 'svg-texts-lost', about: 'dropped', message: expect.stringContaining('Réunion à 18 h') }],
    });
  });

  it('text in a frame of an old Inkscape, which nothing else draws, is named in the warning', async () => {
    const flowed =
      '<flowRoot><flowRegion><rect width="90" height="50"/></flowRegion><flowPara>Entrée <flowSpan>libre</flowSpan></flowPara></flowRoot>';
    const { prepared } = await draw(svg('viewBox="0 0 100 100"', HALF + flowed));
    expect(prepared).toMatchObject({
      ok: true,
      warnings: [{ code: 'svg-texts-lost', message: expect.stringContaining('Entrée libre') }],
    });
  });

  it('Illustrator: the namespaces that it declares as entities are harmless', async () => {
    const head =
      '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [\n' +
      '\t<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n\t<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">\n]>\n';
    const { prepared } = await draw(svg('xmlns:i="&ns_ai;" viewBox="0 0 100 100"', HALF, head));
    expect(prepared).toMatchObject({ ok: true, warnings: [] });
    const file = head.replace('"http://ns.adobe.com/AdobeIllustrator/10.0/"', 'SYSTEM "file:///etc/passwd"');
    expect(await bench.prepare('a.svg', svg('viewBox="0 0 9 9"', HALF, file))).toMatchObject({
      fault: { code: 'svg-entities' },
    });
  });

  it('letters of any encoding stay as they are', async () => {
    const words = '<foreignObject width="90" height="30"><p>Été à la fête</p></foreignObject>';
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><svg ${NAMESPACE} viewBox="0 0 100 100">${words}</svg>`,
      'latin1',
    );
    expect(await bench.prepare('a.svg', latin)).toMatchObject({ ok: true });
  });

  it.each([
    ['with its mark', 'utf16le', '\ufeff', ''],
    ['with its mark, the other way round', 'utf16be', '\ufeff', ''],
    ['with its declaration', 'utf16le', '\ufeff', '<?xml version="1.0" encoding="UTF-16"?>\n'],
    ['without its mark', 'utf16le', '', '<?xml version="1.0" encoding="UTF-16"?>\n'],
    ['without anything', 'utf16be', '', ''],
  ])('UTF-16 %s is drawn, and its words are read', async (_, order, mark, head) => {
    const markup = `${mark}${head}<svg ${NAMESPACE} viewBox="0 0 100 100">${HALF}<text y="90">Été</text></svg>`;
    const little = Buffer.from(markup, 'utf16le');
    const { prepared, picture } = await draw(order === 'utf16be' ? little.swap16() : little);
    expect(prepared).toMatchObject({ warnings: [], words: { lines: ['Été'], reachesPerson: false } });
    expect(distance(picture.at(0.25, 0.5), RED)).toBeLessThan(30);
  });

  it('half of a drawing in UTF-16 is an unfinished copy', async () => {
    const whole = Buffer.from(`\ufeff<svg ${NAMESPACE} viewBox="0 0 100 100">${HALF.repeat(20)}</svg>`, 'utf16le');
    const half = await bench.prepare('a.svg', whole.subarray(0, whole.length - 40));
    expect(half).toMatchObject({ fault: { code: 'file-truncated' } });
  });
});

describe('what a drawing writes', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  const drawn = async (inside: string, attributes = 'viewBox="0 0 100 100"') =>
    shown(await bench.prepare('dessin.svg', svg(attributes, HALF + inside)));
  const codesOf = async (inside: string): Promise<string[]> => (await drawn(inside)).warnings.map(({ code }) => code);
  /** Where the words of a drawing end, of its width in parts of 400. */
  const endOfWords = async (file: Buffer): Promise<number> => {
    const picture = await bench.pixels(await bench.prepare('dessin.svg', file));
    const columns = Array.from({ length: 400 }, (_, n) => n);
    const rows = Array.from({ length: 60 }, (_, n) => n / 60);
    return columns.findLast((x) => rows.some((y) => distance(picture.at(x / 400, y), WHITE) > 200)) ?? 0;
  };

  it('is read, line by line', async () => {
    const text =
      '<text y="20">Stage</text><text><tspan x="0" y="40">Mme Untel</tspan><tspan x="0" dy="9">06 00 00 00 05</tspan></text>';
    expect(await drawn(text)).toMatchObject({
      words: { lines: ['Stage', 'Mme Untel', '06 00 00 00 05'], reachesPerson: true },
    });
    expect((await drawn('')).words).toBeUndefined();
  });

  it.each([
    [
      'each letter',
      [...'06 00 00 00 05'].map((letter, at) => `<tspan x="${at * 5}" y="20">${letter}</tspan>`).join(''),
    ],
    ['each word', ['06 00', '00 00', '05'].map((word, at) => `<tspan x="${at * 20}">${word}</tspan>`).join('')],
  ])('is read whole where %s has a place of its own', async (_, parts) => {
    expect(await drawn(`<text y="20">${parts}</text>`)).toMatchObject({
      words: { lines: ['06 00 00 00 05'], reachesPerson: true },
    });
  });

  it.each([
    'Un <tspan font-weight="bold">mot</tspan> gras',
    'Un<tspan font-weight="bold"> mot</tspan> gras',
    'Un <tspan font-weight="bold">mot </tspan>gras',
    '<tspan>Un </tspan><tspan>mot </tspan><tspan>gras</tspan>',
    '<tspan>Un</tspan><tspan> mot</tspan><tspan> gras</tspan>',
    '<tspan>Un </tspan><tspan> mot</tspan> gras',
  ])('keeps its words apart: %s', async (inside) => {
    const text = (words: string): Buffer => svg('viewBox="0 0 100 30"', `<text y="20" font-size="12">${words}</text>`);
    const plain = await endOfWords(text('Un mot gras'));
    expect(await codesOf(`<text xml:space="default" y="20">${inside}</text>`)).toEqual([]);
    expect(Math.abs((await endOfWords(text(inside.replaceAll(' font-weight="bold"', '')))) - plain)).toBeLessThan(5);
    // A space is twelve wide.
    expect(plain - (await endOfWords(text('Unmotgras')))).toBeGreaterThan(18);
  });

  it('has no space more than it shows in a browser', async () => {
    const text = (words: string): Buffer =>
      svg('viewBox="0 0 100 30"', `<text x="50" y="20" text-anchor="middle" font-size="12">${words}</text>`);
    const lines = '<tspan x="50" y="12">Un mot </tspan>\n<tspan x="50" y="26"> gras</tspan>';
    const bare = lines.replace('mot <', 'mot<').replace('> gras', '>gras');
    expect(await endOfWords(text(lines))).toBe(await endOfWords(text(bare)));
  });

  it('is not what stands in a remark of its program', async () => {
    expect((await drawn('<!-- <text>06 00 00 00 05</text> -->')).words).toBeUndefined();
  });

  it.each([
    ['a text that is stretched', '<text y="20" textLength="90">Fête</text>'],
    ['letters with a place each', '<text x="10 30 50" y="20">Fou</text>'],
    ['letters that are moved', '<text y="20" dx="0 5 5">Fou</text>'],
    ['letters that are turned', '<text y="20" rotate="45">Fou</text>'],
    ['a text that is broken to a width', '<text y="20" style="inline-size: 50px">Fête du lycée</text>'],
    ['a text in a frame', '<text style="shape-inside:url(#r)">Fête du lycée</text>'],
  ])('%s is told, since it is drawn otherwise', async (_, inside) => {
    expect(await codesOf(inside)).toEqual(['svg-styles']);
  });

  it('a text in a frame of Inkscape, where each line has its place, is drawn as it is', async () => {
    expect(await codesOf('<text style="shape-inside:url(#r)"><tspan x="9" y="20">Fête</tspan></text>')).toEqual([]);
  });

  it('characters that many fonts lack are named, and those of Europe are not', async () => {
    const { warnings } = await drawn('<text y="20">Fête 🎉 学校</text>');
    expect(warnings).toMatchObject([{ code: 'svg-letters', message: expect.stringContaining('🎉学校') }]);
    expect(await codesOf('<text y="20">L’œuvre d’été à 3 €, Ελλάδα → Україна ²</text>')).toEqual([]);
  });

  it('fills the wall where it says neither its size nor its view box, and that is told', async () => {
    const prepared = await bench.prepare('a.svg', svg('', `<rect width="100" height="100" fill="#008000"/>${HALF}`));
    expect(prepared).toMatchObject({ warnings: [{ code: 'svg-styles' }], media: [{ width: 400, height: 400 }] });
    const picture = await bench.pixels(prepared);
    expect(distance(picture.at(0.9, 0.9), GREEN)).toBeLessThan(30);
    expect(distance(picture.at(0.4, 0.9), RED)).toBeLessThan(30);
  });

  it('whose elements have a prefix is drawn', async () => {
    const prefixed = Buffer.from(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><s:rect width="50" height="100" fill="#c00"/></s:svg>',
    );
    const picture = await bench.pixels(await bench.prepare('a.svg', prefixed));
    expect(distance(picture.at(0.25, 0.5), RED)).toBeLessThan(30);
  });
});
