import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

/** The stream of a screen, as its player reads it. */
export interface Stream {
  /** Resolves to the time (`performance.now()`) at which an event with this word in it has arrived whole. */
  arrival(word: string): Promise<number>;
  close(): void;
}

/** Longer than the words that are waited for: one may lie across two pieces of an event. */
const TAIL = 64;

/** Opens a stream, and waits for its first event. */
export async function openStream(url: string, screen: string): Promise<Stream> {
  const address = new URL('api/programme/stream', url);
  if (screen !== '') address.searchParams.set('screen', screen);
  const request = get(address, { agent: false });
  const [response]: IncomingMessage[] = await once(request, 'response');
  let wanted: { readonly word: string; readonly found: (at: number) => void } | null = null;
  let seen = false;
  let tail = '';
  response?.on('data', (piece: Buffer) => {
    const text = tail + piece.toString('latin1');
    tail = text.slice(-TAIL);
    if (wanted === null) return;
    seen ||= text.includes(wanted.word);
    if (!seen || !text.endsWith('\n\n')) return;
    wanted.found(performance.now());
    wanted = null;
  });
  const arrival = (word: string) =>
    new Promise<number>((found) => {
      seen = false;
      wanted = { word, found };
    });
  await arrival('event: programme');
  return { arrival, close: () => request.destroy() };
}
