import { isLoopbackHost } from '../settings/loopback.ts';
import type { Settings } from '../settings/settings.ts';
import { prepareStateFolder } from '../settings/state-folder.ts';

/** The first start on the network makes a code: the sentence that tells it; null where there is nothing to tell. */
export async function firstCode(settings: Settings): Promise<string | null> {
  if (isLoopbackHost(settings.host)) return null;
  // With it comes what checks it, twelve milliseconds of each start on one machine, where there is no code.
  const { keepCode, newCode, readKeptCode } = await import('../settings/access-code.ts');
  await prepareStateFolder(settings.state);
  if ((await readKeptCode(settings.state)) !== null) return null;
  const code = newCode();
  await keepCode(settings.state, code);
  return `préau : code de la régie depuis le réseau : ${code}. Notez-le, il n’est plus montré ; « preau code » en donne un autre.`;
}
