import { isIP } from 'node:net';

/** `[::1]:8420`, `localhost:8420`, `ecran-hall` → the name alone, lower case, without brackets. */
export function hostnameOf(header: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/u.exec(header);
  return (bracketed?.[1] ?? header.replace(/:\d+$/u, '')).toLowerCase();
}

/**
 * Whether a Host header may be answered. DNS rebinding makes a browser send us the *name* of somebody else's site, so
 * addresses are safe, and of names only our own are: `localhost`, and the one we were told to listen on.
 */
export function isAllowedHost(header: string | undefined, own: readonly string[]): boolean {
  if (header === undefined || header.length > 255) return false;
  const name = hostnameOf(header);
  return isIP(name) !== 0 || name === 'localhost' || own.includes(name);
}

/** Whether a state-changing request comes from a page of ours: its Origin is the very host it was sent to. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined) return false;
  try {
    return new URL(origin).host === host;
  } catch {
    return false; // `null`, or no URL at all: not ours.
  }
}
