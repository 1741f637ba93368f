import { fileURLToPath } from 'node:url';
import type { UtilityProcess } from 'electron';
import {
  type CloseMessage,
  isServiceMessage,
  type ServiceHost,
  serviceEnvironment,
} from '../supervision/service-host.ts';

/** `utilityProcess.fork` of Electron, given by the only file that may import it at run time. */
export type ForkUtility = (
  modulePath: string,
  args: string[],
  options: { serviceName: string; stdio: 'inherit'; env: NodeJS.ProcessEnv },
) => UtilityProcess;

/** Runs the service as a utility process of Electron. */
export function electronHost(
  forkUtility: ForkUtility,
  entry: URL = new URL('../../service.js', import.meta.url),
): ServiceHost {
  return {
    start(settings, listener) {
      const child = forkUtility(fileURLToPath(entry), [JSON.stringify(settings)], {
        serviceName: 'Préau',
        stdio: 'inherit',
        env: serviceEnvironment(process.env),
      });
      child.on('message', (message: unknown) => {
        if (isServiceMessage(message)) listener.onMessage(message);
      });
      child.on('exit', (code) => listener.onExit(`code ${code}`));
      return {
        close() {
          const message: CloseMessage = { type: 'close' };
          child.postMessage(message);
        },
        kill() {
          // `kill()` of a utility process asks (SIGTERM); a service that hangs does not hear it.
          if (child.pid) process.kill(child.pid, 'SIGKILL');
        },
      };
    },
  };
}
