import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A display without a window manager, in memory. */
export interface VirtualDisplay {
  /** `:7`, for DISPLAY. */
  readonly name: string;
  /** What the whole display shows now. */
  screenshot(): Screenshot;
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
function readXwd(bytes: Buffer): Screenshot {
  const word = (n: number) => bytes.readUInt32BE(n * 4);
  const [headerSize, width, height, bytesPerLine, colours] = [word(0), word(4), word(5), word(12), word(19)];
  const pixels = headerSize + colours * 12;
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
