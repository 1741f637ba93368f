import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Folders } from '../service.ts';
import { testSettings } from '../settings.ts';

const ENTRY = fileURLToPath(new URL('../../../build/main/service.js', import.meta.url));

/** The built service as a process of its own, which a test may kill. */
export interface BuiltService {
  readonly child: ChildProcess;
  /** The address once it serves; null where it ends before. */
  readonly url: Promise<string | null>;
  /** Kills it as a power cut does; resolves once it is gone. */
  cut(): Promise<void>;
}

/** `uid`: the user that it runs as, where this is root: root may write everywhere. */
export function startBuiltService({ content, state }: Pick<Folders, 'content' | 'state'>, uid?: number): BuiltService {
  const child = fork(ENTRY, [JSON.stringify(testSettings({ content, state }))], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const gone = once(child, 'exit');
  const url = new Promise<string | null>((resolve) => {
    child.on('message', (message: { type: string; url?: string }) => {
      if (message.type === 'ready') resolve(message.url ?? null);
    });
    void gone.then(() => resolve(null));
  });
  return {
    child,
    url,
    async cut() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
