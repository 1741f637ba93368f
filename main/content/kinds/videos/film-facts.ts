import { Bytes } from '../../completeness/bytes.ts';

/** More than what describes any film for a hall. */
const MAX_DESCRIPTION = 16 << 20;
/** Where a Matroska file describes its tracks. */
const MAX_START = 1 << 18;
/** The handler of a track of subtitles, in what describes an MP4 (ISO 14496-12, 8.4.3); chapters are « text ». */
const ISO_HANDLER = /hdlr[\s\S]{8}(?:sbtl|subt|clcp)/;
/** The codecs of subtitles of Matroska and WebM. */
const MATROSKA_CODEC = /S_TEXT\/|S_VOBSUB|S_HDMV|S_DVBSUB|D_WEBVTT\/(?:SUBTITLES|CAPTIONS)/;

/** Pictures that only the player of a shop decodes (ISO 23001-7), and those of iTunes. */
const PROTECTED = /stsd[\s\S]{12}(?:encv|drmi)/;
/** What says that pictures follow in pieces, whose number the head of the film need not know (ISO 14496-12, 8.8.1). */
const IN_PIECES = /mvex[\s\S]{4}(?:mehd|trex)/;

/** What a film says of itself, beside its codec. */
export interface FilmFacts {
  /** Whether it carries subtitles that a player can turn on: the wall shows none. */
  readonly hasSubtitles: boolean;
  readonly isProtected: boolean;
  /** Whether the length in its head may be anything: programs that record as they go write all ones there. */
  readonly isInPieces: boolean;
}

export async function filmFacts(absolute: string): Promise<FilmFacts> {
  const bytes = await Bytes.open(absolute);
  try {
    const head = await bytes.at(0, 8);
    if (head.toString('latin1', 0, 4) === '\x1aE\xdf\xa3') {
      const start = (await bytes.at(0, MAX_START)).toString('latin1');
      return { hasSubtitles: MATROSKA_CODEC.test(start), isProtected: false, isInPieces: false };
    }
    const description = (await descriptionOf(bytes)).toString('latin1');
    return {
      hasSubtitles: ISO_HANDLER.test(description),
      isProtected: PROTECTED.test(description),
      isInPieces: IN_PIECES.test(description),
    };
  } finally {
    await bytes.close();
  }
}

/** The box `moov` of an MP4; empty where there is none. */
async function descriptionOf(bytes: Bytes): Promise<Buffer> {
  for (let at = 0; at + 8 <= bytes.size; ) {
    const head = await bytes.at(at, 16);
    const short = head.readUInt32BE(0);
    // 1: the size is a number of 8 bytes behind the type; 0: to the end of the file.
    const size =
      short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short === 0 ? bytes.size - at : short;
    if (size < 8) break;
    if (head.toString('latin1', 4, 8) === 'moov') return bytes.at(at, Math.min(size, MAX_DESCRIPTION));
    at += size;
  }
  return Buffer.alloc(0);
}
