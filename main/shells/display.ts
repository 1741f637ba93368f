import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Pixels. */
export interface DisplaySize {
  readonly width: number;
  readonly height: number;
}

/** The size where nothing tells it: the most common one, which a window manager corrects. */
const USUAL_SIZE: DisplaySize = { width: 1920, height: 1080 };

/** Whether something can be shown on this machine; on Linux that needs an X11 or Wayland server. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** The size in what `xrandr --current` prints: of the primary output, else of the first connected one that is on. */
export function sizeInXrandr(text: string): DisplaySize | null {
  const outputs = [...text.matchAll(/^\S+ connected( primary)? (\d+)x(\d+)\+/gm)];
  const output = outputs.find((match) => match[1]) ?? outputs[0];
  return output ? { width: Number(output[2]), height: Number(output[3]) } : null;
}

/** The size in what `xdpyinfo` prints. */
export function sizeInXdpyinfo(text: string): DisplaySize | null {
  const match = /dimensions:\s+(\d+)x(\d+) pixels/.exec(text);
  return match ? { width: Number(match[1]), height: Number(match[2]) } : null;
}

/** Asks X11 for the size of the display; the usual size where there is no X11, or none of its tools. */
export async function displaySize(): Promise<DisplaySize> {
  return sizeInXrandr(await printed('xrandr', '--current')) ?? sizeInXdpyinfo(await printed('xdpyinfo')) ?? USUAL_SIZE;
}

/** What a tool of X11 prints; empty where the tool is not installed or fails. */
async function printed(command: string, ...args: string[]): Promise<string> {
  if (process.platform === 'win32' || process.platform === 'darwin' || !process.env.DISPLAY) return '';
  return promisify(execFile)(command, args, { timeout: 2000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
