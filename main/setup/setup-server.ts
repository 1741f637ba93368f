import type { Logger } from 'pino';
import { z } from 'zod';
import { createDeferred } from '../lib/deferred.ts';
import { frenchTypography } from '../lib/typography.ts';
import { isSameOrigin } from '../server/hosts.ts';
import { createHttp, FOREIGN_PAGE, listen, NOT_UNDERSTOOD } from '../server/http.ts';
import { checkContentChoice } from './content-choice.ts';
import { likelyFolders, ownFolder } from './likely-folders.ts';
import type { SetupAnswer } from './setup-contract.ts';

/** How often it is looked whether the folder was chosen elsewhere (`preau setup` in a terminal). */
const LOOK_MS = 2_000;

export interface SetupOptions {
  readonly port: number;
  readonly playerDir: string;
  /** The folder that the settings of the machine name by now; null while there is none. */
  savedFolder(): string | null;
  /** Saves the choice in the settings of the machine. @throws the error of the system. */
  save(folder: string): Promise<void>;
  readonly log: Logger;
}

/** The first start: a page that asks where the content folder is. */
export interface Setup {
  readonly url: string;
  /** The folder, once somebody has chosen it. */
  readonly chosen: Promise<string>;
  close(): Promise<void>;
}

const choice = z.object({ path: z.string().max(1_000) });

/**
 * Serves the form, on the loopback alone, whatever address the service will listen on later: it shows folders of the machine
 * and changes its settings. Rejects with the error of the system where it cannot listen.
 */
export async function startSetup({ port, playerDir, savedFolder, save, log }: SetupOptions): Promise<Setup> {
  const host = '127.0.0.1';
  const app = await createHttp({ host, playerDir, page: 'setup.html', log });
  const chosen = createDeferred<string>();

  app.get('/api/setup', async () => ({
    folders: (await likelyFolders()).map((folder) => ({ ...folder, label: frenchTypography(folder.label) })),
  }));

  app.post('/api/setup', async (request, reply): Promise<SetupAnswer> => {
    reply.header('cache-control', 'no-store');
    const refuse = (code: number, message: string): SetupAnswer => {
      reply.code(code);
      return { message: frenchTypography(message) };
    };
    if (!isSameOrigin(request.headers.origin, request.headers.host)) return refuse(403, FOREIGN_PAGE);
    const asked = choice.safeParse(request.body);
    if (!asked.success) return refuse(400, NOT_UNDERSTOOD);
    const checked = await checkContentChoice(asked.data.path, await ownFolder());
    if (!checked.ok) return refuse(400, checked.message);
    try {
      await save(checked.path);
    } catch (error) {
      log.error({ err: error }, 'the content folder was not saved');
      return refuse(500, 'Ce choix ne peut pas être retenu : vérifiez que le disque n’est ni plein ni protégé.');
    }
    // Answered first: the server closes once the choice is known.
    reply.raw.once('finish', () => chosen.resolve(checked.path));
    return { path: checked.path };
  });

  const look = setInterval(() => {
    const folder = savedFolder();
    if (folder !== null) chosen.resolve(folder);
  }, LOOK_MS);
  return {
    url: await listen(app, host, port),
    chosen: chosen.promise,
    async close() {
      clearInterval(look);
      await app.close();
    },
  };
}
