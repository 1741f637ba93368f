/** A message of the stream. */
interface Message {
  /** Of two messages of the same event that wait, only the newer one is sent. */
  readonly event: string;
}

/** A reader that takes nothing for this long is gone, whatever its connection says; milliseconds. */
const MAX_STUCK_MS = 60_000;

/**
 * Sends messages to one reader. While a reader is slow, the newest message of each event waits for it and the others are
 * dropped: a screen that takes nothing would otherwise fill the memory with programmes that nobody will show. `onStuck` is
 * called once where it takes nothing for a minute.
 */
export function sendNewest<T extends Message>(
  send: (message: T) => Promise<void>,
  onStuck: () => void,
): (message: T) => void {
  const waiting = new Map<string, T>();
  let isSending = false;
  const sendWaiting = async (): Promise<void> => {
    isSending = true;
    for (let [message] = waiting.values(); message !== undefined; [message] = waiting.values()) {
      waiting.delete(message.event);
      const stuck = setTimeout(onStuck, MAX_STUCK_MS).unref();
      await send(message);
      clearTimeout(stuck);
    }
    isSending = false;
  };
  return (message) => {
    waiting.set(message.event, message);
    if (!isSending) void sendWaiting();
  };
}
