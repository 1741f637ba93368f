import { execFile } from 'node:child_process';
import type { Timers } from './keep-running.ts';

/** What systemd hears of this process. */
export interface Systemd {
  /** It serves: systemd counts it as started, and from now on kills it when it falls silent. */
  ready(): void;
  stop(): void;
}

export interface SystemdOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly timers: Timers;
  /** Sends an assignment of sd_notify(3); by default through the command `systemd-notify`, because Node has no Unix datagrams. */
  send?(assignment: string): void;
}

/** A sign of life is sent three times in the time that systemd waits for one. No timer is longer than a minute. */
const SIGNS = 3;

/** Speaks to systemd where it has started this process as a unit of `Type=notify`; says nothing elsewhere. */
export function connectSystemd({ env, timers, send = systemdNotify }: SystemdOptions): Systemd {
  let cancel = (): void => {};
  if (!env['NOTIFY_SOCKET']) return { ready() {}, stop() {} };
  const limitMs = Number(env['WATCHDOG_USEC'] ?? 0) / 1000;
  const sign = (): void => {
    send('WATCHDOG=1');
    cancel = timers.after(Math.min(60_000, limitMs / SIGNS), sign);
  };
  return {
    ready() {
      send('READY=1');
      if (limitMs > 0) sign();
    },
    stop() {
      cancel();
      send('STOPPING=1');
    },
  };
}

function systemdNotify(assignment: string): void {
  // systemd restarts a unit that cannot be heard, which the journal then tells of.
  execFile('systemd-notify', [assignment], { timeout: 5_000 }, () => {});
}
