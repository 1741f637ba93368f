import type { networkInterfaces } from 'node:os';
import type { Settings } from '../../settings/settings.ts';
import type { Running, Timers } from './keep-running.ts';
import type { ServiceHost } from './service-host.ts';
import type { StartFailure } from './start-failure.ts';
import { superviseService } from './supervisor.ts';

/** The service, kept running, as a shell sees it. */
export interface Serving extends Running {
  /** The address, once it serves for the first time; or why it cannot. */
  readonly first: Promise<{ readonly url: string } | StartFailure>;
  /** Resolves as soon as it serves, at once if it does. */
  whenUp(): Promise<void>;
}

export interface ServeOptions {
  readonly settings: Settings;
  readonly host: ServiceHost;
  readonly timers: Timers;
  onRestart(why: string, delayMs: number): void;
}

/** Starts the service and keeps it running. */
export function serve({ settings, host, timers, onRestart }: ServeOptions): Serving {
  let up = gate();
  let isUp = false;
  let settle: (outcome: { url: string } | StartFailure) => void = () => {};
  const first = new Promise<{ url: string } | StartFailure>((resolve) => {
    settle = resolve;
  });
  const service = superviseService({
    settings,
    host,
    timers,
    onReady(url) {
      settle({ url });
      isUp = true;
      up.open();
    },
    onFailed: (message, code) => settle({ message, code }),
    onRestart(why, delayMs) {
      // It may die again before it serves: whoever waits goes on waiting at the same gate.
      if (isUp) up = gate();
      isUp = false;
      onRestart(why, delayMs);
    },
  });
  return { first, whenUp: () => up.opened, stop: () => service.stop() };
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/**
 * What is printed on standard output once Préau serves: the line that other tools wait for and, where that address
 * means every interface, those by which other machines reach it, a line each.
 */
export function addressLines(url: string, interfaces: ReturnType<typeof networkInterfaces>): string {
  return [`Préau : ${url}`, ...reachedAt(url, interfaces).map((other) => `        ${other}`), ''].join('\n');
}

function reachedAt(url: string, interfaces: ReturnType<typeof networkInterfaces>): string[] {
  const { hostname, port } = new URL(url);
  if (hostname !== '0.0.0.0' && hostname !== '[::]') return [];
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => !internal && (family === 'IPv4' || hostname === '[::]'))
    .filter(({ address }) => !address.toLowerCase().startsWith('fe80:')) // Of one cable only, and never typed.
    .map(({ address, family }) => `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`);
}

/** The address in such a line, or in output that holds one. */
export function addressIn(output: string): string | null {
  return /^Préau : (http:\S+)$/m.exec(output)?.[1] ?? null;
}

/** What this machine's display opens: an address that means every interface is reached by the loopback one. */
export function displayUrl(url: string, screen: string): string {
  const address = new URL(url);
  if (address.hostname === '0.0.0.0') address.hostname = '127.0.0.1';
  if (address.hostname === '[::]') address.hostname = '[::1]';
  if (screen !== '') address.searchParams.set('screen', screen);
  return address.href;
}
