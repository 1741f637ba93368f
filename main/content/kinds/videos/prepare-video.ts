import { ALL_FORMATS, FilePathSource, Input, type InputVideoTrack } from 'mediabunny';
import { endingOf } from '../../endings.ts';
import { type Fault, refuse } from '../../fault.ts';
import { faults } from '../../file-faults.ts';
import { lastStep, type Step } from '../../preparation/job.ts';
import type { CopySource } from '../file-kind.ts';
import { nameFor } from '../pictures/make-picture.ts';
import { emptyVideo, noPicture, phoneCodec, unplayableCodec } from './video-faults.ts';

/** What Chromium decodes by itself on any machine. */
const PLAYABLE: readonly string[] = ['avc', 'vp8', 'vp9', 'av1'];
/** Names that staff find in their software. */
const CODEC_NAMES: { readonly [codec: string]: string } = {
  prores: 'Apple ProRes',
  mp4v: 'MPEG-4 Visual',
  jpeg: 'Motion JPEG',
  mjpa: 'Motion JPEG',
  AVdn: 'Avid DNxHD',
};

/** Copies a film into the store as it is, if the wall can play it. */
export async function prepareVideo({ job, store }: CopySource): Promise<Step> {
  const answer = (fault: Fault): Step => lastStep(refuse(fault));
  const { absolute, path } = job.file;
  const ending = endingOf(path);
  const input = new Input({ source: new FilePathSource(absolute), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) return answer(faults.notMedia(ending));
    const track = await input.getPrimaryVideoTrack();
    if (!track) return answer(noPicture());
    const codec = await codecOf(track);
    if (codec === 'hevc') return answer(phoneCodec());
    if (!PLAYABLE.includes(codec)) return answer(unplayableCodec(CODEC_NAMES[codec] ?? codec));
    const width = await track.getDisplayWidth();
    const height = await track.getDisplayHeight();
    const seconds = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
    if (!(seconds > 0)) return answer(emptyVideo());
    const hash = await store.put({ file: absolute, move: false });
    // Chromium plays the H.264 of a .mov, but only where the address says .mp4.
    const name = nameFor(path, ending === '.webm' ? '.webm' : '.mp4');
    const media = [{ hash, name, width, height }];
    const durationMs = Math.round(seconds * 1000);
    return lastStep({ ok: true, kind: 'video', media, of: 1, durationMs, fit: 'contain', warnings: [] });
  } finally {
    input.dispose();
  }
}

async function codecOf(track: InputVideoTrack): Promise<string> {
  const known = await track.getCodec();
  if (known) return known;
  const id = await track.getInternalCodecId();
  return typeof id === 'string' ? id.replace(/^V_/, '').trim() : '?';
}
