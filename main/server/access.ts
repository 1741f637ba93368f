import { BlockList, isIP } from 'node:net';
import { fastifyCookie } from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isSameOrigin } from './hosts.ts';
import { FOREIGN_PAGE } from './http.ts';
import { SESSION_SECONDS, type Sessions } from './sessions.ts';

/**
 * The routes that a player needs, and the page that asks for the code: they answer whoever is on the network. Every other
 * route asks for the code, also one that is added tomorrow.
 */
const OPEN_ROUTES: ReadonlySet<string> = new Set([
  '/',
  '/*',
  '/api/display',
  '/api/programme',
  '/api/programme/stream',
  '/api/screens',
  '/media/:hash/:name',
  '/regie',
  '/api/regie/session',
]);

const COOKIE = 'preau_regie';
/** Tries of a code from one address in a minute. */
const MAX_TRIES = 5;

const NEEDS_CODE = 'Entrez le code de la régie.';
const NO_CODE = 'Aucun code n’est posé\u00a0: lancez «\u00a0preau code\u00a0» sur la machine d’affichage.';
const WRONG_CODE = 'Ce n’est pas le code de la régie.';
const TOO_MANY = 'Trop d’essais\u00a0: attendez une minute.';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether a request comes from this machine by its loopback address. What a proxy of this machine passes on comes from
 * somewhere else.
 */
export function isFromLoopback({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  const address = socket.remoteAddress ?? '';
  const isProxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return !isProxied && isIP(address) !== 0 && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

const bearerOf = ({ headers }: FastifyRequest) => /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? null;

/** Who may see and write what. */
export interface Access {
  /** Whether a request may see the régie: from the loopback, in a session, or with the code in its header. */
  isTrusted(request: FastifyRequest): Promise<boolean>;
}

type Tries = ReturnType<FastifyInstance['createRateLimit']>;

async function isTooMany(tries: Tries, request: FastifyRequest): Promise<boolean> {
  const answer = await tries(request);
  return !answer.isAllowed && answer.isExceeded;
}

/** Programs (Prometheus) send the code with each request. A wrong one counts as a try. */
async function isRightBearer(request: FastifyRequest, sessions: Sessions, tries: Tries): Promise<boolean> {
  const code = bearerOf(request);
  if (code === null) return false;
  if (await sessions.isKnown(code)) return true;
  return !(await isTooMany(tries, request)) && (await sessions.open(code)) !== null;
}

/** Adds who may see and write what to every route of the server. Call it before the routes are added. */
export async function addAccess(app: FastifyInstance, sessions: Sessions): Promise<Access> {
  await app.register(fastifyCookie);
  await app.register(rateLimit, { global: false, max: MAX_TRIES, timeWindow: '1 minute' });
  const tries = app.createRateLimit({ max: MAX_TRIES, timeWindow: '1 minute' });
  const isTrusted = async (request: FastifyRequest): Promise<boolean> => {
    if (isFromLoopback(request)) return true;
    const cookie = request.cookies[COOKIE];
    if (cookie !== undefined && (await sessions.isOpen(cookie))) return true;
    return isRightBearer(request, sessions, tries);
  };
  app.addHook('onRequest', async (request, reply) => {
    const { method, headers, routeOptions } = request;
    if (method !== 'GET' && method !== 'HEAD' && !isSameOrigin(headers.origin, headers.host))
      return reply.code(403).send({ message: FOREIGN_PAGE });
    const { url } = routeOptions;
    if (url === undefined || OPEN_ROUTES.has(url) || (await isTrusted(request))) return undefined;
    return reply.code(401).send({ message: NEEDS_CODE });
  });
  addSessionRoutes(app, sessions, { isTrusted }, tries);
  return { isTrusted };
}

const codeBody = z.object({ code: z.string().min(1).max(80) });

function setCookie(reply: FastifyReply, value: string): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict' as const, maxAge: SESSION_SECONDS };
  void reply.setCookie(COOKIE, value, options);
}

function addSessionRoutes(app: FastifyInstance, sessions: Sessions, { isTrusted }: Access, tries: Tries): void {
  app.get('/api/regie/session', async (request, reply) => {
    const open = await isTrusted(request);
    return reply.send({ open, message: open || (await sessions.hasCode()) ? null : NO_CODE });
  });

  app.post('/api/regie/session', async (request, reply) => {
    const body = codeBody.safeParse(request.body);
    if (!body.success) return reply.code(400).send({ message: NEEDS_CODE });
    if (await isTooMany(tries, request)) return reply.code(429).send({ message: TOO_MANY });
    const cookie = await sessions.open(body.data.code);
    if (cookie === null) {
      const message = (await sessions.hasCode()) ? WRONG_CODE : NO_CODE;
      return reply.code(401).send({ message });
    }
    setCookie(reply, cookie);
    return reply.code(204).send();
  });

  app.delete('/api/regie/session', async (_request, reply) => {
    void reply.clearCookie(COOKIE, { path: '/' });
    return reply.code(204).send();
  });
}
