import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegieBin, RegieTrial } from '../../main/regie-contract.ts';
import type { RunningApp } from './app.ts';
import { eventually } from './eventually.ts';
import type { Folders } from './service.ts';

/** What somebody at the régie of a service asks of it. */
export function desk(app: RunningApp) {
  const { origin } = new URL(app.url);
  const call = (method: string, path: string, body?: BodyInit, type = 'application/json') =>
    fetch(new URL(path, app.url), {
      method,
      headers: { origin, ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    });
  const drop = (name: string, bytes: string | Uint8Array<ArrayBuffer>, into = '') =>
    call('POST', `api/regie/trials?${new URLSearchParams({ name, into })}`, bytes, 'application/octet-stream');
  const tried = async (...args: Parameters<typeof drop>) => (await (await drop(...args)).json()) as RegieTrial;
  const save = (id: string, replaces: string | null = null) =>
    call('POST', `api/regie/trials/${id}/save`, JSON.stringify({ replaces }));
  const bin = async () => (await (await app.get('api/regie/bin')).json()) as RegieBin;
  return { call, drop, tried, save, bin };
}

/** Waits until the service has written down what lies in the folder: what is taken out from then on is in its bin. */
export async function binIsReady({ state }: Pick<Folders, 'state'>): Promise<void> {
  const isThere = async () => (await stat(join(state, 'corbeille')).catch(() => null))?.isDirectory() ?? false;
  await eventually(isThere, Boolean);
}
