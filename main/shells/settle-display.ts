import type { Programme } from '../contract.ts';
import type { Settings } from '../settings/settings.ts';
import {
  displayProtocol,
  outputsIn,
  powerCommands,
  runDisplayCommands,
  steadyCommands,
  turnCommands,
} from './display-control.ts';
import { followLit } from './keep-awake.ts';
import { type Running, realTimers } from './supervision/keep-running.ts';

/** Sets the display as the settings want it, before the browser opens: turned, and never blank by itself. */
export async function settleDisplay({ output, rotate }: Settings): Promise<void> {
  const protocol = displayProtocol(process.platform, process.env);
  await runDisplayCommands(steadyCommands(protocol));
  if (rotate === null) return;
  const list = protocol === 'wayland' ? { command: 'wlr-randr', args: [] } : { command: 'xrandr', args: ['--current'] };
  const outputs = output === '' ? outputsIn(protocol, await runDisplayCommands([list])) : [output];
  await runDisplayCommands(turnCommands(protocol, outputs, rotate));
}

/** Whether the screen that this address shows is lit now. */
export async function isLit(url: string): Promise<boolean> {
  const answer = await fetch(new URL(`api/programme${new URL(url).search}`, url));
  return ((await answer.json()) as Programme).lit;
}

/** Puts the display to sleep outside the hours in which its screen is lit. It is woken when this stops. */
export function sleepInDarkHours(url: string, { output, sleep }: Settings): Running {
  const protocol = displayProtocol(process.platform, process.env);
  if (!sleep || protocol === 'none') return { stop: async () => {} };
  let asleep = false;
  const power = async (on: boolean): Promise<void> => {
    // A display that was never put to sleep is left alone: waking it would take a television from its viewers.
    if (on && !asleep) return;
    asleep = !on;
    await runDisplayCommands(powerCommands(protocol, output, on));
  };
  const following = followLit(
    () => isLit(url),
    (lit) => void power(lit),
    realTimers,
  );
  return {
    async stop() {
      await following.stop();
      await power(true);
    },
  };
}
