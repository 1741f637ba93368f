import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isServiceMessage, type ServiceHost, serviceEnvironment } from './service-host.ts';

/** Runs the service as a child of plain Node. Its log goes to our standard error; it closes when we are gone. */
export function nodeHost(entry: URL = new URL('../../service.js', import.meta.url)): ServiceHost {
  return {
    start(settings, listener) {
      const child = fork(fileURLToPath(entry), [JSON.stringify(settings)], {
        execArgv: [],
        env: serviceEnvironment(process.env, settings),
        stdio: ['ignore', 2, 2, 'ipc'],
      });
      let exited = false;
      const exit = (why: string): void => {
        if (exited) return;
        exited = true;
        listener.onExit(why);
      };
      child.on('message', (message) => {
        if (isServiceMessage(message)) listener.onMessage(message);
      });
      child.on('error', (error) => exit(error.message));
      child.on('exit', (code, signal) => exit(signal ?? `code ${code}`));
      return {
        send(message) {
          // The callback takes the error of a channel that breaks at this moment: `exit` follows.
          if (child.connected) child.send(message, () => {});
        },
        kill() {
          child.kill('SIGKILL');
        },
      };
    },
  };
}
