import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import type { Programme, ScreenReport } from '../../main/contract.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The content security policy that the service sends: a slide that violates it fails in the tests too. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "media-src 'self' blob:; font-src 'self'; connect-src 'self'";

/** A stand-in for the service: serves the built player and a programme that the test sets, and keeps what the player reports. */
export interface PlayerFixture {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** In order of arrival. */
  readonly reports: readonly ScreenReport[];
  /** How many streams have been opened so far. */
  readonly streams: () => number;
  /** Sends a programme to every open stream, and to each that is opened later. */
  send(programme: Programme): void;
  /** Tells every open stream that the service is alive, and what time it is. */
  sayAlive(at: string): void;
  /** Closes every stream and refuses new ones until `comeBack`. */
  goAway(): void;
  comeBack(): void;
  /** Serves a file under `/media/`; or, with an HTTP status instead of bytes, a failure. */
  serve(path: string, body: { readonly type: string; readonly bytes: Uint8Array } | number): void;
  close(): Promise<void>;
}

/** Serves `folder` (the built player) and the programme `first` on a free port of the loopback. */
export async function startPlayerFixture(folder: string, first: Programme | null): Promise<PlayerFixture> {
  let programme = first;
  let away = false;
  let opened = 0;
  const open = new Set<ServerResponse>();
  const media = new Map<string, { readonly type: string; readonly bytes: Uint8Array } | number>();
  const reports: ScreenReport[] = [];

  function stream(response: ServerResponse): void {
    if (away) return void response.writeHead(503).end();
    opened++;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    if (programme) response.write(message(programme));
    open.add(response);
    response.on('close', () => open.delete(response));
  }

  function sendMedia(path: string, response: ServerResponse): void {
    const body = media.get(path) ?? 404;
    if (typeof body === 'number') response.writeHead(body).end();
    else response.writeHead(200, { 'content-type': body.type, 'cache-control': 'immutable' }).end(body.bytes);
  }

  function sendFile(path: string, response: ServerResponse): void {
    const file = normalize(join(folder, path === '/' ? 'index.html' : path));
    if (!file.startsWith(folder + sep) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
    createReadStream(file).pipe(response);
  }

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/api/programme/stream') stream(response);
    else if (path === '/api/screens') {
      void bodyOf(request).then((text) => {
        reports.push(JSON.parse(text) as ScreenReport);
        response.writeHead(204).end();
      });
    } else if (path.startsWith('/media/')) sendMedia(path, response);
    else sendFile(path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reports,
    streams: () => opened,
    send(next) {
      programme = next;
      for (const response of open) response.write(message(next));
    },
    sayAlive: (at) => {
      for (const response of open) response.write(event('alive', { at }));
    },
    goAway() {
      away = true;
      for (const response of open) response.destroy();
    },
    comeBack() {
      away = false;
    },
    serve: (path, body) => media.set(path, body),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const message = (programme: Programme): string => event('programme', programme);

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
