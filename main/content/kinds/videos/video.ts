import { extname } from 'node:path';
import { ALL_FORMATS, FilePathSource, Input, type InputVideoTrack } from 'mediabunny';
import { checkCompleteness } from '../../completeness/check-completeness.ts';
import { type Fault, faults, unfinished } from '../../preparation/fault.ts';
import { type Job, refused, type Step } from '../../preparation/job.ts';
import { PATIENCE_MS } from '../../preparation/limits.ts';
import type { Store } from '../../store.ts';
import { nameFor } from '../pictures/picture.ts';

/** What the wall's Chromium plays without help of the machine. */
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

/** Reads the facts of a film and, if the wall can play it, copies it into the store as it is. */
export async function prepareVideo(job: Job, store: Store): Promise<Step> {
  const answer = (fault: Fault): Step => ({ done: true, prepared: refused(fault) });
  const { absolute, path } = job.file;
  const extension = extname(path).toLowerCase();
  const whole = await checkCompleteness(absolute, extension);
  if (!whole.whole && !(whole.doubtful && job.quietMs > PATIENCE_MS)) {
    return answer(unfinished(whole.reason, extension));
  }
  const input = new Input({ source: new FilePathSource(absolute), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) return answer(faults.notMedia(extension));
    const track = await input.getPrimaryVideoTrack();
    if (!track) return answer(faults.noPicture());
    const codec = await codecOf(track);
    if (!PLAYABLE.includes(codec)) return answer(faults.videoCodec(CODEC_NAMES[codec] ?? codec));
    const width = await track.getDisplayWidth();
    const height = await track.getDisplayHeight();
    const seconds = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
    if (!(seconds > 0)) return answer(faults.videoEmpty());
    const hash = await store.put({ file: absolute, move: false });
    // Chromium plays an H.264 film in a .mov as it does an .mp4, but not under the name of QuickTime.
    const name = nameFor(path, extension === '.webm' ? '.webm' : '.mp4');
    const media = [{ hash, name, width, height }];
    const durationMs = Math.round(seconds * 1000);
    return {
      done: true,
      prepared: { ok: true, kind: 'video', media, of: 1, durationMs, fit: 'contain', warnings: [] },
    };
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
