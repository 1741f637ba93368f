import { hostname } from 'node:os';
import helmet from '@fastify/helmet';
import { fastifySSE } from '@fastify/sse';
import statics from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { interval, map, merge, type Subscription } from 'rxjs';
import type { ContentState } from '../content/content-folder.ts';
import type { Store } from '../content/store.ts';
import { type Alive, screenReportSchema } from '../contract.ts';
import type { Programmes } from '../programme/programmes.ts';
import type { Clock } from '../when/clock.ts';
import type { Health } from './answers.ts';
import { catalogueView } from './catalogue-view.ts';
import { foreignName, isAllowedHost, isSameOrigin, ownNames } from './hosts.ts';
import { mediaOf } from './media.ts';
import type { Playback } from './playback.ts';
import { askedProgramme, askedScreen } from './queries.ts';
import type { Screens } from './screens.ts';

/** How often the stream sends `alive`; a player that hears nothing for three times as long opens a new stream. */
const ALIVE_MS = 10_000;
const REPORT_LIMIT_BYTES = 2_048;

const NOT_UNDERSTOOD = 'La demande n’est pas comprise.';
const FOREIGN_PAGE = 'Seule la page de Préau peut envoyer cela.';

/**
 * A page may load from its own service alone. Lit adopts style sheets as objects, so no inline style has to be allowed.
 */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

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
  readonly health: () => Health;
  readonly log: Logger;
  /** Called when a screen connects that is larger than all before. */
  readonly onLargerScreen: () => void;
}

function addApi(app: FastifyInstance, options: ServerOptions): void {
  const { clock, playback, programmes, screens, state } = options;

  app.get('/api/programme', (request, reply) => {
    const asked = askedProgramme(request.query, state().site.place.zone);
    if (!asked.ok) return reply.code(400).send({ message: asked.message });
    return reply.send(programmes.at(asked.value.at, asked.value.screen));
  });

  const knownScreen = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = askedScreen(request.query);
    return asked.ok ? undefined : reply.code(400).send({ message: asked.message });
  };
  app.get('/api/programme/stream', { sse: 'only', preValidation: knownScreen }, async (request, reply) => {
    const asked = askedScreen(request.query);
    const screen = asked.ok ? asked.value : '';
    const leave = screens.connected(screen);
    reply.sse.keepAlive();
    const alive = (): Alive => ({ at: clock.now().toZonedDateTimeISO(state().site.place.zone).toString() });
    const messages$ = merge(
      programmes.stream(screen).pipe(map((programme) => ({ event: 'programme', data: programme }))),
      interval(ALIVE_MS).pipe(map(() => ({ event: 'alive', data: alive() }))),
    );
    const subscription: Subscription = messages$.subscribe((message) => {
      // The player went away between two messages; its `close` event follows.
      reply.sse.send(message).catch((error: unknown) => options.log.debug({ err: error }, 'stream closed'));
    });
    reply.sse.onClose(() => {
      subscription.unsubscribe();
      leave();
    });
  });

  app.post('/api/screens', { bodyLimit: REPORT_LIMIT_BYTES }, (request, reply) => {
    if (!isSameOrigin(request.headers.origin, request.headers.host))
      return reply.code(403).send({ message: FOREIGN_PAGE });
    const report = screenReportSchema.safeParse(request.body);
    if (!report.success) return reply.code(400).send({ message: NOT_UNDERSTOOD });
    playback.report(report.data);
    if (screens.report(report.data, clock.now())) options.onLargerScreen();
    return reply.code(204).send();
  });

  app.get('/api/catalogue', (_request, reply) => reply.send(catalogueView(state().catalogue)));

  app.get('/health', (_request, reply) => {
    const health = options.health();
    return reply.code(health.status === 'ok' ? 200 : 503).send(health);
  });
}

function addMedia(app: FastifyInstance, { state, store }: ServerOptions): void {
  app.get<{ Params: { hash: string; name: string } }>('/media/:hash/:name', (request, reply) => {
    const media = mediaOf(state().catalogue, request.params.hash);
    if (media === null) return reply.code(404).send();
    const path = store.pathOf(media.hash).slice(store.dir.length + 1);
    return reply.type(media.type).sendFile(path, store.dir, {
      contentType: false,
      cacheControl: true,
      immutable: true,
      maxAge: '1y',
      acceptRanges: true,
    });
  });
}

/** The one local web server. Resolves once it listens; rejects with the system's error (`EADDRINUSE` …) if it cannot. */
export async function startServer(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const app = fastify({
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: REPORT_LIMIT_BYTES,
    // A malformed URL (`/%`) reaches no hook and no handler.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) =>
      void reply.code(400).send({ message: NOT_UNDERSTOOD }),
  });
  const own = ownNames(options.host, hostname());
  app.addHook('onRequest', async (request, reply) => {
    if (isAllowedHost(request.headers.host, own)) return undefined;
    return reply.code(403).type('text/plain; charset=utf-8').send(foreignName(own));
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    // HTTPS would need certificates, which the network of a school hall does not have.
    hsts: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  // No heartbeat: the `alive` event takes its place, and also tells the time of the service.
  await app.register(fastifySSE, { heartbeatInterval: 0 });
  await app.register(statics, {
    root: options.playerDir,
    index: 'index.html',
    // Off, because it would overwrite the header that `setHeaders` sets.
    cacheControl: false,
    // Names of built assets carry a hash of their content, so they never change; the page itself is revalidated each time.
    setHeaders: (reply, path) => {
      void reply.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  addApi(app, options);
  addMedia(app, options);
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send('Rien à cette adresse.'),
  );
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.log.error({ err: error, url: request.url }, 'request failed');
    return reply.code(status).send({ message: status < 500 ? NOT_UNDERSTOOD : 'La demande n’a pas pu être traitée.' });
  });
  const address = await app.listen({ host: options.host, port: options.port });
  const { port } = new URL(address);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}/`, close: () => app.close() };
}
