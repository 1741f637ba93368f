import type { Programme, Rotation } from '../contract.ts';
import type { Settings } from '../settings/settings.ts';
import {
  aloneCommands,
  displayProtocol,
  outputsIn,
  type Protocol,
  powerCommands,
  runDisplayCommands,
  steadyCommands,
  turnCommands,
} from './display-control.ts';
import { type DisplayWish, followDisplay, newRotation } from './keep-awake.ts';
import { type Running, realTimers } from './supervision/keep-running.ts';

/** Sets the display as the machine wants it, before the browser opens: turned, and never blank by itself. */
export async function settleDisplay({ output, rotate }: Settings): Promise<void> {
  const protocol = displayProtocol(process.platform, process.env);
  await runDisplayCommands(steadyCommands(protocol));
  // `packaging/linux/session.sh` says that the session is ours.
  if (output !== '' && protocol === 'wayland' && process.env['PREAU_SESSION'] === 'kiosk') {
    await runDisplayCommands(aloneCommands(await outputsOf(protocol), output));
  }
  if (rotate !== null) await turnDisplay(output, rotate);
}

async function outputsOf(protocol: Protocol): Promise<string[]> {
  const list = protocol === 'wayland' ? { command: 'wlr-randr', args: [] } : { command: 'xrandr', args: ['--current'] };
  return outputsIn(protocol, await runDisplayCommands([list]));
}

async function turnDisplay(output: string, rotation: Rotation): Promise<void> {
  const protocol = displayProtocol(process.platform, process.env);
  const outputs = output === '' ? await outputsOf(protocol) : [output];
  await runDisplayCommands(turnCommands(protocol, outputs, rotation));
}

/** What the programme that this address shows says of its display now. */
export async function displayWish(url: string): Promise<DisplayWish> {
  const answer = await fetch(new URL(`api/programme${new URL(url).search}`, url));
  return (await answer.json()) as Programme;
}

/**
 * Keeps the display as the programme of its screen asks: asleep outside the hours in which it is lit, and turned as
 * `preau.yml` says where the machine does not say it. It is woken when this stops.
 */
export function keepDisplay(url: string, { output, rotate, sleep }: Settings): Running {
  const protocol = displayProtocol(process.platform, process.env);
  if (protocol === 'none') return { stop: async () => {} };
  let asleep = false;
  const power = async (on: boolean): Promise<void> => {
    // A display that was never put to sleep is left alone: waking it would take a television from its viewers.
    if (on && !asleep) return;
    asleep = !on;
    await runDisplayCommands(powerCommands(protocol, output, on));
  };
  const obey = async (now: DisplayWish, before: DisplayWish | null): Promise<void> => {
    const rotation = rotate === null ? newRotation(now, before) : null;
    if (rotation !== null) await turnDisplay(output, rotation);
    if (sleep) await power(now.lit);
  };
  const following = followDisplay(
    () => displayWish(url),
    (now, before) => void obey(now, before),
    realTimers,
  );
  return {
    async stop() {
      await following.stop();
      await power(true);
    },
  };
}
