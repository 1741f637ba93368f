import { isIP } from 'node:net';

/** `[::1]:8420`, `localhost:8420`, `ecran-hall` → the name alone, lower case, without brackets. */
export function hostnameOf(header: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/u.exec(header);
  return (bracketed?.[1] ?? header.replace(/:\d+$/u, '')).toLowerCase();
}

/**
 * The names that we answer to besides `localhost`, lower case: the one we were told to listen on and, where that is more
 * than this machine (an address of the network, or all of them), the machine's own, as other machines write it.
 */
export function ownNames(host: string, machine: string): readonly string[] {
  const listened = host.toLowerCase();
  if (listened === 'localhost' || listened === '::1' || listened.startsWith('127.')) return [listened];
  const name = machine.toLowerCase();
  const [label = name] = name.split('.');
  return [...new Set([listened, name, label, `${label}.local`])];
}

/** What is said to whoever came by another name. */
export function foreignName(own: readonly string[]): string {
  const names = own.filter((name) => isIP(name) === 0).map((name) => `, ou « ${name} »`);
  return `Préau ne répond pas sous ce nom : écrivez l’adresse IP de sa machine${names.join('')}.`;
}

/**
 * Whether a Host header may be answered. DNS rebinding makes a browser send us the *name* of somebody else's site, so
 * addresses are safe, and of names only our own are: `localhost`, and those of `ownNames`.
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
