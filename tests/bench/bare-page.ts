import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumArguments } from '../../main/shells/chromium/arguments.ts';
import { type DevtoolsPipe, openDevtoolsPipe } from '../../main/shells/chromium/devtools-pipe.ts';
import { browserLaunch } from '../support/browser.ts';

/** A page that nobody looks into but with the commands that are sent. */
export interface BarePage {
  /** Of the browser. */
  readonly pid: number;
  /** Runs before anything of the page, at each load. */
  addInitScript(source: string): Promise<void>;
  goto(url: string): Promise<void>;
  /** Runs a function in the page; resolves to its JSON once its promise is resolved. Rejects where it throws. */
  evaluate<A extends readonly unknown[], R>(script: (...values: A) => R | Promise<R>, ...values: A): Promise<R>;
  /** Sends a command of the Chrome DevTools Protocol; resolves to its result. */
  send<T>(method: string): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens a Chromium with the switches of the wall, without a display. Playwright would do, but its pages have the domain
 * Network of the DevTools switched on: Chromium then keeps the bytes of what they load, up to 200 MB, and a line about each
 * request for ever, and neither has anything to do with the wall.
 */
export async function openBarePage(size: { readonly width: number; readonly height: number }): Promise<BarePage> {
  const profile = await mkdtemp(join(tmpdir(), 'preau-bare-'));
  const area = { x: 0, y: 0, ...size };
  const wall = chromiumArguments({ url: 'about:blank', profile, area, root: process.getuid?.() === 0 });
  const program = browserLaunch().executablePath ?? 'chromium';
  const browser = spawn(program, ['--headless=new', ...wall], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const pipe = openDevtoolsPipe(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const session = await attach(pipe);
  const ask = (method: string, params: object = {}) => pipe.ask(method, params, session);
  await ask('Page.enable');
  return {
    pid: browser.pid ?? 0,
    async addInitScript(source) {
      await ask('Page.addScriptToEvaluateOnNewDocument', { source });
    },
    async goto(url) {
      await ask('Page.navigate', { url });
    },
    async evaluate(script, ...values) {
      const expression = `(${script})(...${JSON.stringify(values)})`;
      return valueIn(await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }));
    },
    send: (method) => ask(method) as Promise<never>,
    async close() {
      browser.kill('SIGTERM');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Resolves to the session of the only page. */
function attach(pipe: DevtoolsPipe): Promise<string> {
  return new Promise((resolve) => {
    pipe.onEvent(({ method, params }) => {
      if (method !== 'Target.attachedToTarget' || params?.targetInfo?.type !== 'page') return;
      if (params.sessionId) resolve(params.sessionId);
    });
    void pipe.ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  });
}

function valueIn<T>(answer: unknown): T {
  const { result, exceptionDetails } = answer as {
    readonly result: { readonly value: T };
    readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
  };
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
