import { connect, type Socket } from 'node:net';

/** Sends bytes as they are, and gives all that comes back until the service closes, or `ms` after the last byte. */
export function sendRaw(url: string, bytes: string | Uint8Array, ms = 2_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ms, end);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.write(bytes);
  });
}

/** Status of the first answer; 0 where the service closed without a word. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** A screen that has asked for the stream of the programme, and may or may not read it. */
export function openStream(url: string, screen: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const path = `/api/programme/stream?screen=${encodeURIComponent(screen)}`;
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\n\r\n`);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
