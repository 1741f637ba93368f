import { execFile } from 'node:child_process';
import type { Rotation } from '../contract.ts';

/** A command of the system, with what it reads on its standard input. */
export interface DisplayCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** What does the same where this command is missing or refused. */
  readonly otherwise?: readonly DisplayCommand[];
}

/** Which protocol the display speaks: the tools differ. */
export type Protocol = 'wayland' | 'x11' | 'none';

export function displayProtocol(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Protocol {
  if (platform === 'win32' || platform === 'darwin') return 'none';
  if (env['WAYLAND_DISPLAY']) return 'wayland';
  return env['DISPLAY'] ? 'x11' : 'none';
}

const X11_TURNS: Readonly<Record<Rotation, string>> = { 0: 'normal', 90: 'right', 180: 'inverted', 270: 'left' };

/** Wayland counts against the clock (wl_output.transform). */
const WAYLAND_TURNS: Readonly<Record<Rotation, string>> = { 0: 'normal', 90: '270', 180: '180', 270: '90' };

/** Turns the picture of these outputs clockwise. */
export function turnCommands(protocol: Protocol, outputs: readonly string[], rotate: Rotation): DisplayCommand[] {
  if (protocol === 'none') return [];
  return outputs.map((output) =>
    protocol === 'wayland'
      ? { command: 'wlr-randr', args: ['--output', output, '--transform', WAYLAND_TURNS[rotate]] }
      : { command: 'xrandr', args: ['--output', output, '--rotate', X11_TURNS[rotate]] },
  );
}

/**
 * Leaves the named output alone alight in a session that is ours: its compositor opens the window on any of them. Nothing is
 * put out while that output is not there.
 */
export function aloneCommands(outputs: readonly string[], output: string): DisplayCommand[] {
  if (!outputs.includes(output)) return [];
  return outputs
    .filter((other) => other !== output)
    .map((other) => ({ command: 'wlr-randr', args: ['--output', other, '--off'] }));
}

/** The names of the outputs in what `wlr-randr` or `xrandr --current` prints. */
export function outputsIn(protocol: Protocol, text: string): string[] {
  const line = protocol === 'wayland' ? /^([A-Za-z][\w.-]*) "/gmu : /^([A-Za-z][\w.-]*) connected/gmu;
  return [...text.matchAll(line)].map(([, name = '']) => name);
}

/** Keeps X11 from blanking the screen by itself. Wayland's kiosk compositors never do. */
export const steadyCommands = (protocol: Protocol): DisplayCommand[] =>
  protocol === 'x11' ? [{ command: 'xset', args: ['s', 'off', '-dpms'] }] : [];

/** `wlopm`; where the compositor has no such protocol (cage), the outputs are switched off and on. */
const waylandPower = (outputs: readonly string[], on: boolean): DisplayCommand => ({
  command: 'wlopm',
  args: outputs.flatMap((output) => [on ? '--on' : '--off', output]),
  otherwise: outputs.map((output) => ({ command: 'wlr-randr', args: ['--output', output, on ? '--on' : '--off'] })),
});

/**
 * Puts these outputs to sleep, or wakes them: through the compositor, and through the HDMI cable (CEC) for a television that does
 * not follow its signal. Each may be missing on a machine, or be refused; the wall is black in the dark hours in any case.
 */
export function powerCommands(protocol: Protocol, outputs: readonly string[], on: boolean): DisplayCommand[] {
  const cec: DisplayCommand = {
    command: 'cec-client',
    args: ['-s', '-d', '1'],
    input: on ? 'on 0\nas\n' : 'standby 0\n',
  };
  if (protocol === 'none') return [];
  if (protocol === 'wayland') return [waylandPower(outputs, on), cec];
  // `xset -dpms` afterwards: with DPMS on, X11 would also blank the screen by its own timers.
  const x11 = on ? ['dpms', 'force', 'on', '-dpms'] : ['+dpms', 'dpms', 'force', 'off'];
  return [{ command: 'xset', args: x11 }, cec];
}

/** How long a tool of the display may take. */
const MAX_RUN_MS = 10_000;

/** Runs commands one after the other. Resolves to what the last one printed; one that is missing or fails prints nothing. */
export async function runDisplayCommands(commands: readonly DisplayCommand[]): Promise<string> {
  let printed = '';
  for (const each of commands) {
    const answer = await runOne(each);
    printed = answer ?? (await runDisplayCommands(each.otherwise ?? []));
  }
  return printed;
}

/** What the command printed; null where it is missing or fails. */
function runOne({ command, args, input = '' }: DisplayCommand): Promise<string | null> {
  return new Promise((resolve) => {
    const child = execFile(command, [...args], { timeout: MAX_RUN_MS }, (error, stdout) =>
      resolve(error ? null : stdout),
    );
    child.stdin?.on('error', () => {}); // It has ended before it read: `resolve` follows.
    child.stdin?.end(input);
  });
}
