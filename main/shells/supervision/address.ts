import type { networkInterfaces } from 'node:os';

/**
 * What is printed on standard output once Préau serves: the line that other tools wait for and, where that address means
 * every interface, the addresses at which other machines reach it, one a line.
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
    .filter(({ address }) => !address.toLowerCase().startsWith('fe80:')) // Link-local: nobody types such an address.
    .map(({ address, family }) => `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`);
}

/** The address in such a line, or in output that contains one; null where there is none. */
export function addressIn(output: string): string | null {
  return /^Préau : (http:\S+)$/m.exec(output)?.[1] ?? null;
}

/** What this machine's display opens: an address that means every interface is replaced by the loopback address. */
export function displayUrl(url: string, screen: string): string {
  const address = new URL(url);
  if (address.hostname === '0.0.0.0') address.hostname = '127.0.0.1';
  if (address.hostname === '[::]') address.hostname = '[::1]';
  if (screen !== '') address.searchParams.set('screen', screen);
  return address.href;
}

/**
 * The same address for the browser, with a mark of this process (`renderer/player/strikes.ts`): a page that ended together with
 * its shell, by a restart or a power cut, says nothing against the slide that was on the wall.
 */
export function markedUrl(shown: string): string {
  const address = new URL(shown);
  address.searchParams.set('start', Math.round(performance.timeOrigin).toString(36));
  return address.href;
}
