import { fastifySSE } from '@fastify/sse';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { firstValueFrom, interval, map, type Observable, share, switchMap, tap } from 'rxjs';
import type { ContentState } from '../content/content-folder.ts';
import type { StoreKeeper } from '../content/store/keep-store.ts';
import type { Store } from '../content/store/store.ts';
import { type Alive, screenReportSchema } from '../contract.ts';
import type { Programmes } from '../programme/programmes.ts';
import type { Clock } from '../when/clock.ts';
import { type Access, addAccess } from './access.ts';
import type { Health } from './answers.ts';
import { catalogueView } from './catalogue-view.ts';
import { createHttp, listen, NOT_UNDERSTOOD } from './http.ts';
import { mediaOf } from './media.ts';
import type { Metrics } from './metrics.ts';
import { createOpenFiles } from './open-files.ts';
import { createPieces } from './pieces.ts';
import type { Playback } from './playback.ts';
import { aliveEvent, type PlayerEvent, programmeEvent, programmeJson, writeEvent } from './player-events.ts';
import { askedProgramme, askedScreen, askedSide } from './queries.ts';
import { addRegie, type RegieOptions } from './regie/regie.ts';
import type { Screens } from './screens.ts';
import { sendFile } from './send-file.ts';
import { sendNewest } from './send-newest.ts';
import type { Sessions } from './sessions.ts';
import { createSmallPictures } from './small-pictures.ts';

/** How often the stream sends `alive`; a player that hears nothing for three times as long opens a new stream. */
const ALIVE_MS = 10_000;

/** The address of an object names its bytes: they never change. */
const MEDIA = { contentType: false, cacheControl: true, immutable: true, maxAge: '1y', acceptRanges: true } as const;

const OTHER_DAYS = 'Un autre jour se regarde dans la régie : ouvrez /regie, et entrez le code.';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** Folder of the built player. */
  readonly playerDir: string;
  readonly clock: Clock;
  readonly state: () => ContentState;
  readonly programmes: Programmes;
  readonly screens: Screens;
  readonly playback: Pick<Playback, 'report'>;
  readonly store: Store;
  readonly storeKeeper: Pick<StoreKeeper, 'mayUse'>;
  readonly health: () => Health;
  /** When this build was made; null when running from sources. */
  readonly build: string | null;
  readonly metrics: Metrics;
  readonly sessions: Sessions;
  readonly regie: RegieOptions;
  readonly log: Logger;
  /** Called when a screen connects that is larger than all before. */
  readonly onLargerScreen: () => void;
}

/** Tells the time of the service: one timer, and the same bytes, for all screens. */
function aliveEvents({ clock, state, build }: ServerOptions): Observable<PlayerEvent> {
  const alive = (): Alive => ({
    at: clock.now().toZonedDateTimeISO(state().site.place.zone).toString(),
    ...(build !== null && { build }),
  });
  return interval(ALIVE_MS).pipe(
    map(() => aliveEvent(alive())),
    share(),
  );
}

function addApi(app: FastifyInstance, options: ServerOptions, access: Access): void {
  const { clock, playback, programmes, screens, state } = options;
  const alive$ = aliveEvents(options);

  app.get('/api/programme', async (request, reply) => {
    const asked = askedProgramme(request.query, state().site.place.zone);
    if (!asked.ok) return reply.code(400).send({ message: asked.message });
    const { at, screen } = asked.value;
    const isTrusted = await access.isTrusted(request);
    if (at !== null && !isTrusted) return reply.code(401).send({ message: OTHER_DAYS });
    const [head, ...bytes] = await firstValueFrom(programmeJson(await programmes.soon(at, screen), isTrusted));
    return reply.type('application/json; charset=utf-8').send(Buffer.concat([Buffer.from(head), ...bytes]));
  });

  const knownScreen = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = askedScreen(request.query);
    return asked.ok ? undefined : reply.code(400).send({ message: asked.message });
  };
  app.get('/api/programme/stream', { sse: 'only', preValidation: knownScreen }, async (request, reply) => {
    const asked = askedScreen(request.query);
    const screen = asked.ok ? asked.value : '';
    const isTrusted = await access.isTrusted(request);
    // A player that left meanwhile would never be heard to leave.
    if (request.raw.socket.destroyed) return;
    const leave = screens.connected(screen);
    reply.sse.keepAlive();
    reply.sse.sendHeaders();
    const send = sendNewest<PlayerEvent>(
      (event) => writeEvent(reply.raw, event),
      () => request.raw.socket.destroy(),
    );
    const events$ = programmes.stream(screen).pipe(
      tap(({ shared }) => screens.sent(screen, shared)),
      switchMap((programme) => programmeEvent(programme, isTrusted)),
    );
    const subscription = events$.subscribe(send);
    subscription.add(alive$.subscribe(send));
    reply.sse.onClose(() => {
      subscription.unsubscribe();
      leave();
    });
  });

  app.post('/api/screens', (request, reply) => {
    const report = screenReportSchema.safeParse(request.body);
    if (!report.success) return reply.code(400).send({ message: NOT_UNDERSTOOD });
    playback.report(report.data);
    options.metrics.reported(report.data);
    if (screens.report(report.data, clock.now())) options.onLargerScreen();
    return reply.code(204).send();
  });

  app.get('/api/catalogue', (_request, reply) => reply.send(catalogueView(state().catalogue)));

  app.get('/health', (_request, reply) => {
    const health = options.health();
    return reply.code(health.status === 'ok' ? 200 : 503).send(health);
  });

  app.get('/metrics', async (_request, reply) =>
    reply.type(options.metrics.contentType).send(await options.metrics.text()),
  );
}

/** What the shell asks every few seconds: how the programme of its screen wants the display. */
function addDisplay(app: FastifyInstance, { programmes }: ServerOptions): void {
  app.get('/api/display', (request, reply) => {
    const asked = askedScreen(request.query);
    if (!asked.ok) return reply.code(400).send({ message: asked.message });
    const { lit, rotation } = programmes.at(null, asked.value);
    return reply.send({ lit, rotation });
  });
}

function addMedia(app: FastifyInstance, { state, store, storeKeeper, regie }: ServerOptions): void {
  const pieces = createPieces();
  const files = createOpenFiles();
  app.addHook('onClose', async () => files.close());
  const catalogues = () => [state().catalogue, ...regie.trials.catalogues()];
  const named = (hash: string) =>
    catalogues()
      .map((catalogue) => mediaOf(catalogue, hash))
      .find((each) => each !== null);
  app.get<{ Params: { hash: string; name: string } }>('/media/:hash/:name', async (request, reply) => {
    const media = named(request.params.hash);
    if (media === undefined) return reply.code(404).send();
    const path = store.pathOf(media.hash).slice(store.dir.length);
    const mayUse = storeKeeper.mayUse(media.hash);
    return sendFile(request, reply.type(media.type), path, { ...MEDIA, root: store.dir, files, pieces, mayUse });
  });

  const small = createSmallPictures(store);
  app.get<{ Params: { hash: string } }>('/api/regie/pictures/:hash', async (request, reply) => {
    const media = named(request.params.hash);
    const side = askedSide(request.query);
    const isPicture = media?.type.startsWith('image/') && (await storeKeeper.mayUse(media.hash));
    const picture = media && isPicture && side !== null ? await small(media.hash, side) : null;
    if (picture === null) return reply.code(404).send();
    return reply.type('image/webp').header('cache-control', 'public, max-age=31536000, immutable').send(picture);
  });
}

/** The one local web server. Resolves once it listens; rejects with the system's error (`EADDRINUSE` …) if it cannot. */
export async function startServer(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const app = await createHttp({ ...options, page: 'index.html' });
  const access = await addAccess(app, options.sessions);
  // No heartbeat: the `alive` event takes its place, and also tells the time of the service.
  await app.register(fastifySSE, { heartbeatInterval: 0 });
  addApi(app, options, access);
  addDisplay(app, options);
  addMedia(app, options);
  addRegie(app, options.regie);
  return { url: await listen(app, options.host, options.port), close: () => app.close() };
}
