import { hostname } from 'node:os';
import statics from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { foreignName, isAllowedHost, ownNames } from './hosts.ts';

/** Bytes of a request. */
const REQUEST_LIMIT_BYTES = 2_048;

export const NOT_UNDERSTOOD = 'La demande n’est pas comprise.';
export const FOREIGN_PAGE = 'Seule la page de Préau peut envoyer cela.';

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
  // The régie shows the player, still and small, and no other page may.
  frameSrc: ["'self'"],
  frameAncestors: ["'self'"],
};

export interface HttpOptions {
  /** The address it will listen on: it decides to which names the service answers. */
  readonly host: string;
  /** Folder of the built pages. */
  readonly playerDir: string;
  /** The page at `/`. */
  readonly page: string;
  readonly log: Logger;
}

/** A web server with the rules that all of Préau's share: to which names it answers, what its pages may load, how it refuses. */
export async function createHttp({ host, playerDir, page, log }: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: REQUEST_LIMIT_BYTES,
    // A malformed URL (`/%`) reaches no hook and no handler.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) =>
      void reply.code(400).send({ message: NOT_UNDERSTOOD }),
  });
  const own = ownNames(host, hostname());
  app.addHook('onRequest', async (request, reply) => {
    if (isAllowedHost(request.headers.host, own)) return undefined;
    return reply.code(403).type('text/plain; charset=utf-8').send(foreignName(own));
  });
  // Made once: the plug-in of Fastify makes it anew for each request.
  const secured = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    // HTTPS would need certificates, which the network of a school hall does not have.
    hsts: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Chromium starts a process for the page before the answer has come, and would throw it away for another one: the page has
    // its address to itself in any case. This was 55 ms of each start.
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', (request, reply, next) => {
    secured(request.raw, reply.raw, (error) => (error instanceof Error ? next(error) : next()));
  });
  await app.register(statics, {
    root: playerDir,
    index: page,
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
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send('Rien à cette adresse.'),
  );
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, url: request.url }, 'request failed');
    return reply.code(status).send({ message: status < 500 ? NOT_UNDERSTOOD : 'La demande n’a pas pu être traitée.' });
  });
  return app;
}

/** Listens; resolves to the address, in which the host is as it was given. Rejects with the system's error (`EADDRINUSE` …). */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  const address = await app.listen({ host, port });
  return `http://${host.includes(':') ? `[${host}]` : host}:${new URL(address).port}/`;
}
