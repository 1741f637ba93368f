import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../support/eventually.ts';
import { freePort } from './free-port.ts';

/** A server that was started for the bench. */
export interface Nginx {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  stop(): Promise<void>;
}

/** The configuration of Debian's package, without its log of requests, for one folder of files. */
const configuration = (scratch: string, root: string, port: number): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
daemon off;
pid ${scratch}/nginx.pid;
error_log ${scratch}/nginx.log;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${scratch}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${root};
    add_header Cache-Control "public, max-age=31536000, immutable";
  }
}
`;

/** Serves the files of `root` on a free port of the loopback, with files of its own in `scratch`. */
export async function startNginx(scratch: string, root: string): Promise<Nginx> {
  const port = await freePort();
  const path = join(scratch, 'nginx.conf');
  await writeFile(path, configuration(scratch, root, port));
  const child = spawn('nginx', ['-e', `${scratch}/nginx.log`, '-p', scratch, '-c', path], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}/`;
  await eventually(
    () => fetch(url).then(({ status }) => status, String),
    (answer) => typeof answer === 'number',
  );
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
