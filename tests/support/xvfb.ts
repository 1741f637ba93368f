import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A display without a window manager, in memory. */
export interface VirtualDisplay {
  /** `:7`, for DISPLAY. */
  readonly name: string;
  /** What the whole display shows now. */
  screenshot(): Screenshot;
  /** Writes what the whole display shows now as a PNG. */
  save(file: string): Promise<void>;
  stop(): Promise<void>;
}

export interface Screenshot {
  readonly width: number;
  readonly height: number;
  /** Colour of a pixel, `rrggbb`. */
  at(x: number, y: number): string;
}

/** Whether Xvfb is installed. */
export function hasXvfb(): boolean {
  return spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined;
}

/** Starts Xvfb on a display number that it finds free itself, or on the display of this name (`:7`). */
export async function startXvfb(width: number, height: number, name?: string): Promise<VirtualDisplay> {
  const folder = mkdtempSync(join(tmpdir(), 'preau-xvfb-'));
  const args = [
    ...(name === undefined ? [] : [name]),
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${width}x${height}x24`,
    '-fbdir',
    folder,
    '-nolisten',
    'tcp',
  ];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3]?.once('data', (bytes) => resolve(String(bytes).trim()));
  });
  return {
    name: `:${number}`,
    screenshot: () => readXwd(readFileSync(join(folder, 'Xvfb_screen0'))),
    save: (file) => savePng(readFileSync(join(folder, 'Xvfb_screen0')), file),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Xvfb keeps its framebuffer in a file of the XWD form (X11/XWDFile.h): a header of 25 big-endian words, a name, the
 * colour map (12 bytes an entry), then lines of 4 bytes a pixel, blue first.
 */
function layoutOf(bytes: Buffer): { width: number; height: number; bytesPerLine: number; pixels: number } {
  const word = (n: number) => bytes.readUInt32BE(n * 4);
  return { width: word(4), height: word(5), bytesPerLine: word(12), pixels: word(0) + word(19) * 12 };
}

function readXwd(bytes: Buffer): Screenshot {
  const { width, height, bytesPerLine, pixels } = layoutOf(bytes);
  return {
    width,
    height,
    at(x, y) {
      const offset = pixels + y * bytesPerLine + x * 4;
      return Buffer.from(bytes.subarray(offset, offset + 3))
        .reverse()
        .toString('hex');
    },
  };
}

async function savePng(bytes: Buffer, file: string): Promise<void> {
  const { width, height, pixels } = layoutOf(bytes);
  const rgba = Buffer.from(bytes.subarray(pixels, pixels + width * height * 4));
  rgba.swap32(); // Blue, green, red, unused → unused, red, green, blue.
  const raw = { width, height, channels: 4 } as const;
  const image = sharp(rgba, { raw });
  const planes = await Promise.all(
    ([1, 2, 3] as const).map((channel) => image.clone().extractChannel(channel).raw().toBuffer()),
  );
  const [red = rgba, ...others] = planes;
  await sharp(red, { raw: { width, height, channels: 1 } })
    .joinChannel(others, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .png()
    .toFile(file);
}
