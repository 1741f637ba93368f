import { fileURLToPath } from 'node:url';
import type { UtilityProcess } from 'electron';
import { killProcess } from '../../lib/processes.ts';
import { isServiceMessage, type ServiceHost, serviceEnvironment } from '../supervision/service-host.ts';

/** `utilityProcess.fork` of Electron, handed in by `electron-main.ts`, the only file that imports Electron at run time. */
type ForkUtility = (
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
        env: serviceEnvironment(process.env, settings),
      });
      child.on('message', (message: unknown) => {
        if (isServiceMessage(message)) listener.onMessage(message);
      });
      child.on('exit', (code) => listener.onExit(`code ${code}`));
      return {
        send(message) {
          child.postMessage(message);
        },
        kill() {
          // `kill()` of a utility process sends SIGTERM, which a service that hangs does not handle.
          if (child.pid) killProcess(child.pid);
        },
      };
    },
  };
}
