import { isIP } from 'node:net';
import { isLoopbackHost } from '../settings/loopback.ts';

/** `[::1]:8420`, `localhost:8420`, `ecran-hall` → the name alone, lower case, without brackets. */
function hostnameOf(header: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/u.exec(header);
  return (bracketed?.[1] ?? header.replace(/:\d+$/u, '')).toLowerCase();
}

/**
 * The names that the service answers to besides `localhost`, in lower case: the host it was told to listen on and, where that
 * host can be reached from other machines (an address of the network, or all addresses), the names of this machine.
 */
export function ownNames(host: string, machine: string): readonly string[] {
  const listened = host.toLowerCase();
  if (isLoopbackHost(listened)) return [listened];
  const name = machine.toLowerCase();
  const [label = name] = name.split('.');
  return [...new Set([listened, name, label, `${label}.local`])];
}

/** The answer to a request that was sent to another name. */
export function foreignName(own: readonly string[]): string {
  const names = own.filter((name) => isIP(name) === 0).map((name) => `, ou « ${name} »`);
  return `Préau ne répond pas sous ce nom : écrivez l’adresse IP de sa machine${names.join('')}.`;
}

/**
 * Whether a request with this Host header may be answered. In a DNS rebinding attack the browser sends the *name* of the
 * attacker's site. So any IP address is safe, and of names only `localhost` and those of `ownNames` are.
 */
export function isAllowedHost(header: string | undefined, own: readonly string[]): boolean {
  if (header === undefined || header.length > 255) return false;
  const name = hostnameOf(header);
  return isIP(name) !== 0 || name === 'localhost' || own.includes(name);
}

/** Whether a request that changes something comes from a page of this service: its Origin is the host it was sent to. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined) return false;
  try {
    return new URL(origin).host === host;
  } catch {
    return false; // `null`, or a malformed URL: it is no page of this service.
  }
}
