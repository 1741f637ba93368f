import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { auditTime, interval, map, merge, type Observable, type Subscription, startWith } from 'rxjs';
import type { Bin } from '../../content/bin/bin.ts';
import type { ReportSources } from '../../report/current-report.ts';
import type { Clock } from '../../when/clock.ts';
import { sendNewest } from '../send-newest.ts';
import { addBin } from './bin-routes.ts';
import { addDropping } from './drop-routes.ts';
import { regieFiles } from './files.ts';
import { addScreens, type RegieScreensOptions } from './screens.ts';
import type { Trials } from './trials.ts';
import { askedWeek, createWeeks } from './week.ts';

/** A burst of changes is told once. */
const CHANGE_MS = 500;
const ALIVE_MS = 10_000;

export interface RegieOptions extends Omit<RegieScreensOptions, 'now'> {
  readonly clock: Clock;
  readonly sources: ReportSources & Parameters<typeof createWeeks>[0];
  /** The folder, the programme or a screen may be another one. */
  readonly changes$: Observable<unknown>;
  readonly trials: Trials;
  readonly bin: Bin;
  readonly log: Logger;
}

/** The page of the régie, and what it reads. Who may read it is decided in `access.ts`. */
export function addRegie(app: FastifyInstance, options: RegieOptions): void {
  const { sources, changes$, trials, bin, clock, log } = options;
  const now = () => clock.now().toZonedDateTimeISO(sources.state().site.place.zone);
  const weekOf = createWeeks(sources);

  app.get('/regie', (_request, reply) => reply.sendFile('regie.html'));

  app.get('/api/regie/week', async (request, reply) => {
    const asked = askedWeek(request.query);
    if (!asked.ok) return reply.code(400).send({ message: asked.message });
    return reply.send(await weekOf(asked.value.from, asked.value.screen));
  });

  app.get('/api/regie/files', async (_request, reply) => reply.send(await regieFiles(sources)));

  addScreens(app, { ...options, now });
  addDropping(app, { trials, now });
  addBin(app, bin, now);

  app.get('/api/regie/stream', { sse: 'only' }, async (request, reply) => {
    reply.sse.keepAlive();
    const message$ = merge(
      changes$.pipe(
        auditTime(CHANGE_MS),
        // A reader that comes back asks for all of it again; and a stream that has sent nothing yet would be closed.
        startWith(null),
        map(() => ({ event: 'changed', data: {} })),
      ),
      interval(ALIVE_MS).pipe(map(() => ({ event: 'alive', data: {} }))),
    );
    const send = (message: { event: string; data: object }) =>
      reply.sse.send(message).catch((error: unknown) => log.debug({ err: error }, 'stream of the régie closed'));
    const subscription: Subscription = message$.subscribe(sendNewest(send, () => request.raw.socket.destroy()));
    reply.sse.onClose(() => subscription.unsubscribe());
  });
}
