import { networkInterfaces } from 'node:os';

/**
 * An address of this machine that is not its loopback: a request to it comes from it, as from any other machine of the network.
 * null where there is none.
 */
export function ownAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
