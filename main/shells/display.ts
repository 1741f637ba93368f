import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Where a display lies among the others of its machine, in pixels. */
export interface DisplayArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where nothing tells it: the most common size, which a window manager corrects. */
const USUAL_AREA: DisplayArea = { x: 0, y: 0, width: 1920, height: 1080 };

/** Whether something can be shown on this machine; on Linux that needs an X11 or Wayland server. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** The area in what `xrandr --current` prints: of the output of this name, else of the primary one, else of the first that is on. */
export function areaInXrandr(text: string, name: string): DisplayArea | null {
  const outputs = [...text.matchAll(/^(\S+) connected( primary)? (\d+)x(\d+)\+(\d+)\+(\d+)/gm)];
  const output = outputs.find((match) => match[1] === name) ?? outputs.find((match) => match[2]) ?? outputs[0];
  if (output === undefined) return null;
  const [width = 0, height = 0, x = 0, y = 0] = output.slice(3).map(Number);
  return { x, y, width, height };
}

/** The size in what `xdpyinfo` prints. */
export function areaInXdpyinfo(text: string): DisplayArea | null {
  const match = /dimensions:\s+(\d+)x(\d+) pixels/.exec(text);
  return match ? { x: 0, y: 0, width: Number(match[1]), height: Number(match[2]) } : null;
}

/** Asks X11 where the display lies; the usual area where there is no X11, or none of its tools. `output`: its name, or empty. */
export async function displayArea(output: string): Promise<DisplayArea> {
  const xrandr = areaInXrandr(await printed('xrandr', '--current'), output);
  return xrandr ?? areaInXdpyinfo(await printed('xdpyinfo')) ?? USUAL_AREA;
}

/** What a tool of X11 prints; empty where the tool is not installed or fails. */
async function printed(command: string, ...args: string[]): Promise<string> {
  if (process.platform === 'win32' || process.platform === 'darwin' || !process.env.DISPLAY) return '';
  return promisify(execFile)(command, args, { timeout: 2000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
