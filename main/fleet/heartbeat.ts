import { z } from 'zod';

/** A machine writes this often, milliseconds, also where nothing has changed. */
export const BEAT_MS = 60_000;

const text = (length: number) => z.string().max(length);
const count = z.number().int().nonnegative();

/** One screen of a machine. */
const beatScreen = z.object({
  /** Empty for the screen without a name. */
  name: text(80),
  connected: z.boolean(),
  /** Whether it should show anything at this hour; null: not known. */
  lit: z.boolean().nullable(),
  /** Seconds since its last slide: a duration means the same on a machine whose clock is wrong. null: none yet. */
  paintedAgoS: z.number().nonnegative().nullable(),
  /** Title of the last slide; null: not known. */
  title: text(500).nullable(),
  /** `1920 × 1080`; empty where it is not known. */
  size: text(40),
  revision: text(80),
  /** What somebody should look at: French sentences. */
  remarks: z.array(text(600)).max(50),
});
export type BeatScreen = z.infer<typeof beatScreen>;

const heartbeatSchema = z.object({
  format: z.literal(1),
  /** Name of the file, without its ending: a copy under another name is nobody's. */
  name: text(220).min(1),
  /** Of the process: another one at each start. */
  run: text(40).min(1),
  /** Grows with each writing. */
  beat: count,
  /** Name of the machine in its network. */
  machine: text(255),
  /** The instant of its own clock. */
  at: z.iso.datetime({ offset: true }),
  version: text(40),
  clockTrusted: z.boolean(),
  /** Whether it reads the content folder. */
  reachable: z.boolean(),
  /** Bytes of its store, and bytes that are free on its disk; null: not known. */
  cacheBytes: count.nullable(),
  freeBytes: count.nullable(),
  problems: z.object({ refused: count, warnings: count }),
  screens: z.array(beatScreen).max(200),
  /** Whether a picture of the last slide stands beside it. */
  picture: z.boolean(),
});
/** What a machine says of itself in `_écrans/NAME.json`. */
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** Reads what stands in a file of that name (without its ending); null for anything that is no heartbeat of it. */
export function parseHeartbeat(name: string, written: string): Heartbeat | null {
  try {
    const parsed = heartbeatSchema.safeParse(JSON.parse(written));
    return parsed.success && parsed.data.name === name ? parsed.data : null;
  } catch {
    return null; // No JSON: cut by a power failure, or written by somebody else.
  }
}
