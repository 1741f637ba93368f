import type { Refusal } from '../../main/regie-contract.ts';

/** An answer of the service, or why there is none: a French sentence. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const NO_ANSWER =
  'Préau ne répond pas\u00a0: la machine d’affichage est éteinte, ou redémarre. La page réessaie d’elle-même.';

/** Sent to the window where the service asks for the code: a session ends while the page stays open. */
export const LOCKED_EVENT = 'preau-locked';

/** What an answer of that status means; a session that has ended is told to the whole page. */
export function refusal(status: number, message: string): Answer<never> {
  if (status === 401) dispatchEvent(new Event(LOCKED_EVENT));
  return { ok: false, message };
}

/** Asks the service. Never rejects: whatever fails is a French sentence. */
export async function ask<T>(address: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const answer = await fetch(address, init);
    const body: unknown = answer.status === 204 ? null : await answer.json().catch(() => null);
    if (answer.ok) return { ok: true, value: body as T };
    const message = (body as Partial<Refusal> | null)?.message ?? NO_ANSWER;
    return refusal(answer.status, message);
  } catch {
    return { ok: false, message: NO_ANSWER };
  }
}

/** Sends JSON. */
export function send<T>(method: 'POST' | 'DELETE', address: string, body?: unknown): Promise<Answer<T>> {
  if (body === undefined) return ask<T>(address, { method });
  const headers = { 'content-type': 'application/json' };
  return ask<T>(address, { method, headers, body: JSON.stringify(body) });
}
