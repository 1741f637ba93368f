import { Worker } from 'node:worker_threads';

/** A thread that does nothing but see how late it is woken. */
const IDLE = `
const { parentPort } = require('node:worker_threads');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
setInterval(() => {}, 10);
parentPort.once('message', () => parentPort.postMessage(delay.max / 1e6));
parentPort.postMessage('ready');
`;

/** How long the machine itself holds up a thread that has nothing to do: what a stall is measured against. */
export interface MachineNoise {
  /** The longest delay since the start, milliseconds; ends the thread. */
  stop(): Promise<number>;
}

/** Resolves once the thread listens. */
export async function startMachineNoise(): Promise<MachineNoise> {
  const thread = new Worker(IDLE, { eval: true });
  const answer = <T>() => new Promise<T>((resolve) => thread.once('message', resolve));
  await answer();
  return {
    async stop() {
      const longest = answer<number>();
      thread.postMessage('stop');
      const milliseconds = await longest;
      await thread.terminate();
      return milliseconds;
    },
  };
}
