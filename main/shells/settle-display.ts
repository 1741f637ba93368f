import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Rotation } from '../contract.ts';
import { createDeferred } from '../lib/deferred.ts';
import type { Settings } from '../settings/settings.ts';
import { type DisplayArea, displayArea } from './display.ts';
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

/** A browser that opens its window on a display that sleeps is not given the whole of it (labwc 0.8): it has opened by then. */
const OPENING_MS = 60_000;

/** Sets the display as the machine wants it, before the browser opens: turned, and never blank by itself. Where it lies then. */
export async function settleDisplay({ output, rotate }: Settings): Promise<DisplayArea> {
  const protocol = displayProtocol(process.platform, process.env);
  // `packaging/linux/session.sh` says that the session is ours.
  if (output !== '' && protocol === 'wayland' && process.env['PREAU_SESSION'] === 'kiosk') {
    await runDisplayCommands(aloneCommands(await outputsOf(protocol), output));
  }
  if (rotate !== null) await turnDisplay(output, rotate);
  const area = await displayArea(output);
  // It goes blank after minutes at the soonest, and this does not move it: the browser, which takes longest, need not wait.
  void runDisplayCommands(steadyCommands(protocol));
  return area;
}

async function outputsOf(protocol: Protocol): Promise<string[]> {
  const list = protocol === 'wayland' ? { command: 'wlr-randr', args: [] } : { command: 'xrandr', args: ['--current'] };
  return outputsIn(protocol, await runDisplayCommands([list]));
}

async function turnDisplay(output: string, rotation: Rotation): Promise<void> {
  const protocol = displayProtocol(process.platform, process.env);
  await runDisplayCommands(turnCommands(protocol, await namedOr(output, protocol), rotation));
}

/** The output that is named, or else all of them. */
const namedOr = async (output: string, protocol: Protocol): Promise<string[]> =>
  output === '' ? outputsOf(protocol) : [output];

/** What the programme that this address shows says of its display now. Of the programme itself, thousands of slides would be sent. */
export async function displayWish(url: string): Promise<DisplayWish> {
  // Not by `fetch`: to load it takes 50 ms of a processor, just when the browser starts. With Node 24 this takes 30, which would
  // come before the service and the browser are started if it was loaded with this module.
  const { get } = await import('node:http');
  const asked = get(new URL(`api/display${new URL(url).search}`, url));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return (await json(answer)) as DisplayWish;
}

/**
 * Keeps the display as the programme of its screen asks: asleep outside the hours in which it is lit, and turned as
 * `preau.yml` says where the machine does not say it. It is woken when this stops.
 */
export function keepDisplay(url: string, { output, rotate, sleep }: Settings): Running {
  const protocol = displayProtocol(process.platform, process.env);
  if (protocol === 'none') return { stop: async () => {} };
  let asleep = false;
  let wish: DisplayWish = { lit: true };
  const power = async (on: boolean): Promise<void> => {
    // A display that was never put to sleep is left alone: waking it would take a television from its viewers.
    if (on && !asleep) return;
    asleep = !on;
    await runDisplayCommands(powerCommands(protocol, await namedOr(output, protocol), on));
    // An output that was switched off may have forgotten how it was turned.
    const rotation = rotate ?? wish.rotation;
    if (on && rotation !== undefined) await turnDisplay(output, rotation);
  };
  const opened = createDeferred();
  const cancel = realTimers.after(OPENING_MS, opened.resolve);
  const obey = async (now: DisplayWish, before: DisplayWish | null): Promise<void> => {
    wish = now;
    const rotation = rotate === null ? newRotation(now, before) : null;
    if (rotation !== null) await turnDisplay(output, rotation);
    if (!now.lit) await opened.promise;
    if (sleep && wish.lit === now.lit) await power(now.lit);
  };
  const following = followDisplay(
    () => displayWish(url),
    (now, before) => void obey(now, before),
    realTimers,
  );
  return {
    async stop() {
      cancel();
      await following.stop();
      await power(true);
    },
  };
}
