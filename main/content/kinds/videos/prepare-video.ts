import { rm } from 'node:fs/promises';
import { ALL_FORMATS, FilePathSource, Input, type InputVideoTrack } from 'mediabunny';
import { PICTURE_MS } from '../../../programme/durations.ts';
import { type Fault, refuse } from '../../faults/fault.ts';
import { faults } from '../../faults/file-faults.ts';
import { endingOf } from '../../names/endings.ts';
import { lastStep, type Step } from '../../preparation/job.ts';
import type { Store } from '../../store/store.ts';
import type { CopySource } from '../file-kind.ts';
import { nameFor } from '../pictures/make-picture.ts';
import { convertVideo, MAX_SIDE } from './convert-video.ts';
import { filmFacts } from './film-facts.ts';
import { findFfmpeg } from './find-ffmpeg.ts';
import {
  convertedFilm,
  emptyVideo,
  noPicture,
  phoneCodec,
  protectedFilm,
  shortFilm,
  subtitlesLost,
  unplayableCodec,
} from './video-faults.ts';

/** What Chromium decodes by itself on any machine. */
const PLAYABLE: readonly string[] = ['avc', 'vp8', 'vp9', 'av1'];
/** Names that staff find in their software. */
const CODEC_NAMES: { readonly [codec: string]: string } = {
  hevc: 'HEVC (H.265)',
  prores: 'Apple ProRes',
  mp4v: 'MPEG-4 Visual',
  jpeg: 'Motion JPEG',
  mjpa: 'Motion JPEG',
  AVdn: 'Avid DNxHD',
};

/** Longer films are not converted, seconds: on a small computer it takes about as long as the film. */
const MAX_CONVERTED = 1200;

/** A film that is over before the wall has faded to it is shown as a picture is. */
const MIN_SECONDS = 1;

/** Copies a film into the store as it is; one that no browser plays on every machine is converted where ffmpeg is there. */
export async function prepareVideo({ job, store }: CopySource): Promise<Step> {
  const answer = (fault: Fault): Step => lastStep(refuse(fault));
  const { absolute, path } = job.file;
  const ending = endingOf(path);
  const input = new Input({ source: new FilePathSource(absolute), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) return answer(faults.notMedia(ending));
    const { hasSubtitles, isProtected, isInPieces } = await filmFacts(absolute);
    const track = await input.getPrimaryVideoTrack().catch((error: unknown) => {
      if (isProtected) return 'protected' as const;
      throw error;
    });
    if (track === 'protected') return answer(protectedFilm());
    if (!track) return answer(noPicture());
    const codec = await codecOf(track);
    const told = isInPieces ? null : await input.getDurationFromMetadata();
    const seconds = told ?? (await input.computeDuration());
    if (!(seconds > 0)) return answer(emptyVideo());
    const codecName = CODEC_NAMES[codec] ?? codec;
    const isPlayable = PLAYABLE.includes(codec);
    if (isProtected && !isPlayable) return answer(protectedFilm());
    const converted = isPlayable || seconds > MAX_CONVERTED ? null : await convertedCopy(absolute, track, store);
    // A browser may know HEVC by the graphics card of its machine: the screen tries, and says if it cannot.
    if (!isPlayable && converted === null && codec !== 'hevc') return answer(unplayableCodec(codecName));
    const warnings = [
      ...(isPlayable ? [] : [converted === null ? phoneCodec() : convertedFilm(codecName)]),
      ...(isProtected ? [protectedFilm()] : []),
      ...(hasSubtitles ? [subtitlesLost()] : []),
    ];
    const hash = await store.put(
      converted === null ? { file: absolute, move: false } : { file: converted, move: true },
    );
    // Chromium plays the H.264 of a .mov or .mkv, but only where the address says .mp4.
    const name = `${nameFor(path)}${ending === '.webm' && converted === null ? '.webm' : '.mp4'}`;
    const size = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() };
    const scale = converted === null ? 1 : Math.min(1, MAX_SIDE / Math.max(size.width, size.height));
    const media = [{ hash, name, width: Math.round(size.width * scale), height: Math.round(size.height * scale) }];
    const isShort = seconds < MIN_SECONDS;
    if (isShort) warnings.push(shortFilm());
    const durationMs = isShort ? PICTURE_MS : Math.round(seconds * 1000);
    return lastStep({ ok: true, kind: 'video', media, of: 1, durationMs, fit: 'contain', warnings });
  } finally {
    input.dispose();
  }
}

/** The path of a converted copy among the temporary files of the store; null where there is no ffmpeg, or it could not. */
async function convertedCopy(source: string, track: InputVideoTrack, store: Store): Promise<string | null> {
  const program = await findFfmpeg();
  if (program === null) return null;
  const target = store.tempPath();
  if (await convertVideo({ program, source, target, isHdr: await track.hasHighDynamicRange() })) return target;
  await rm(target, { force: true });
  return null;
}

async function codecOf(track: InputVideoTrack): Promise<string> {
  const known = await track.getCodec();
  if (known) return known;
  const id = await track.getInternalCodecId();
  return typeof id === 'string' ? id.replace(/^V_/, '').trim() : '?';
}
