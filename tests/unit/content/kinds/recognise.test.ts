import { describe, expect, it } from 'vitest';
import { Bytes } from '../../../../main/content/completeness/bytes.ts';
import { ALL_ZEROS, SOME_TEXT, UNKNOWN_FORMAT } from '../../../../main/content/completeness/format.ts';
import { ZIP } from '../../../../main/content/completeness/zip.ts';
import { completenessAs } from '../../../../main/content/kinds/check-completeness.ts';
import { PDF } from '../../../../main/content/kinds/pdf/pdf-format.ts';
import { SVG } from '../../../../main/content/kinds/pictures/svg-format.ts';
import { recognise } from '../../../../main/content/kinds/recognise.ts';
import { computedMs } from '../../../support/computed.ts';
import * as files from '../../../support/media-files.ts';

const formatOf = (content: string | Uint8Array) => recognise(Bytes.of(Buffer.from(content)));
const PLIST = '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">';

describe('an XML file is what its root element is', () => {
  it.each([
    ['a link of macOS', `<?xml version="1.0"?>\n${PLIST}\n<plist version="1.0"><dict/></plist>\n`],
    ['a track of a GPS', '<?xml version="1.0"?><gpx><trk/></gpx>'],
    ['a text of LibreOffice', '<?xml version="1.0"?><office:document xmlns:office="x"/>'],
    ['a page of the web with a drawing in it', '<!DOCTYPE html>\n<html><body><svg></svg></body></html>\n'],
    ['one that speaks of a drawing in a comment', '<?xml version="1.0"?><!-- <svg> --><feed></feed>'],
  ])('%s is no drawing, and its copy is complete', async (_what, xml) => {
    const format = await formatOf(xml);
    expect(format).toBe(SOME_TEXT);
    expect(await completenessAs(format, Bytes.of(Buffer.from(xml)))).toEqual({ complete: true });
  });

  it.each([
    ['alone', '<svg/>'],
    ['after a byte order mark', '\ufeff<?xml version="1.0"?><svg></svg>'],
    ['with a prefix', '<?xml version="1.0"?><s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>'],
    ['behind comments and instructions', '<?xml version="1.0"?><!-- a --><?xml-stylesheet href="a"?>\n<svg></svg>'],
    ['behind a document type with entities', '<!DOCTYPE svg [<!ENTITY a "b > c">\n]>\n<svg></svg>'],
    ['behind a comment of 20,000 letters', `<?xml version="1.0"?><!-- ${'a '.repeat(10_000)}--><svg></svg>`],
  ])('a drawing %s is one', async (_what, xml) => {
    expect(await formatOf(xml)).toBe(SVG);
  });

  it('a drawing of which only the beginning has come is one that is not complete', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Créé par un logiciel de dessin -->\n<svg width="9"></svg>';
    for (let length = 16; length < xml.length; length += 1) {
      const start = Bytes.of(Buffer.from(xml.slice(0, length)));
      const format = await recognise(start);
      expect([format, await completenessAs(format, start)]).toMatchObject([SVG, { complete: false }]);
    }
  });

  it('no prolog, however it is made, costs more than a moment', async () => {
    const before = computedMs();
    for (const piece of ['<!--', '<?', '<!DOCTYPE a [', ']', '<!DOCTYPE a [ ] ', ' ', '<!---->', '<a']) {
      await formatOf(`<?xml version="1.0"?>${piece.repeat(66_000 / piece.length)}`);
    }
    expect(computedMs() - before).toBeLessThan(2_000);
  });
});

describe('any other file is what its sign says', () => {
  it('a zip that holds a PDF, unpacked, near its start is a zip', async () => {
    expect(await formatOf(files.zip({ 'a.pdf': files.pdf() }))).toBe(ZIP);
  });

  it('a PDF may have a few bytes before its sign', async () => {
    expect(await formatOf(Buffer.concat([Buffer.from('\r\n\r\n'), files.pdf()]))).toBe(PDF);
  });

  it('zeros, words and noise have no sign', async () => {
    expect(await formatOf(Buffer.alloc(5_000))).toBe(ALL_ZEROS);
    expect(await formatOf('BMX de l’école : inscriptions jeudi')).toBe(SOME_TEXT);
    expect(await formatOf(Buffer.from('Bonjour', 'utf16le'))).toBe(UNKNOWN_FORMAT);
    expect(await formatOf(Buffer.from('\ufeffBonjour', 'utf16le'))).toBe(SOME_TEXT);
  });
});
