import type { Readable, Writable } from 'node:stream';
import { LOST, PULSE_SCRIPT } from '../supervision/heartbeat.ts';
import { realTimers, type Timers } from '../supervision/keep-running.ts';
import { type Pace, watchLife } from '../supervision/life-watch.ts';
import { reloadNightly } from '../supervision/nightly.ts';
import { watchPulse } from '../supervision/watch-pulse.ts';
import { openDevtoolsPipe } from './devtools-pipe.ts';

/** What becomes of the page. */
export interface PageLife {
  /** It has painted text or a picture. */
  onPainted(): void;
  /** It has crashed, hangs, or paints nothing any more: Chromium lives on, and shows an error or the same slide for ever. */
  onLost(why: 'crashed' | 'hung' | 'silent'): void;
}

export interface PagesWatch {
  /** Resolves to the address of the page once the service answers: it is not loaded before, nor loaded again. */
  address(): Promise<string>;
  /** Hour of the nightly reload, `04:30`; empty for none. */
  readonly reload?: string;
  readonly timers?: Timers;
  readonly pace?: Pace;
}

/**
 * Watches the page of a Chromium over its debugging pipes (Chrome DevTools Protocol, domains Target, Page and Runtime); the
 * function that it returns ends the watch.
 */
export function watchPages(
  toChromium: Writable,
  fromChromium: Readable,
  { onPainted, onLost }: PageLife,
  { address, timers = realTimers, pace, reload = '' }: PagesWatch,
): () => void {
  const pipe = openDevtoolsPipe(toChromium, fromChromium);
  let page: string | undefined;
  let isAddressOpen = false;
  /** The page that Chromium starts with is black. */
  const openAddress = async (): Promise<void> => {
    const url = await address();
    if (isAddressOpen) return;
    isAddressOpen = true;
    await pipe.ask('Page.navigate', { url }, page);
  };
  pipe.onEvent(({ method, sessionId, params }) => {
    if (method === 'Target.targetCrashed') onLost('crashed');
    else if (method === 'Target.attachedToTarget' && params?.targetInfo?.type === 'page') {
      page = params.sessionId;
      // The events of a page that is painted already are sent again.
      void pipe.ask('Page.enable', {}, page);
      void pipe.ask('Page.setLifecycleEventsEnabled', { enabled: true }, page);
      void openAddress();
    } else if (method === 'Target.detachedFromTarget' && params?.sessionId === page) page = undefined;
    else if (method === 'Page.lifecycleEvent' && sessionId === page && params?.name === 'firstContentfulPaint') {
      // Chromium takes over the pointer of a page, here none, only once the mouse moves, which nobody will do.
      void pipe.ask('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 1, y: 1 }, page);
      // A key of a keyboard would go back to the black page.
      void pipe.ask('Page.resetNavigationHistory', {}, page);
      onPainted();
    }
  });
  void pipe.ask('Target.setDiscoverTargets', { discover: true });
  void pipe.ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const loadAgain = (): void => {
    void address().then(() => pipe.ask('Page.reload', {}, page));
  };
  /** Nothing is expected of the black page. */
  const pulse = async (): Promise<unknown> => {
    if (!page) return LOST; // A browser that asks a question of its own before it opens anything.
    return isAddressOpen ? valueIn(await pipe.ask('Runtime.evaluate', { expression: PULSE_SCRIPT }, page)) : '';
  };
  const stops = [
    watchPulse({
      ask: pulse,
      // Chromium has one window, which is opened again together with it.
      onSilent: (remedy) => (remedy === 'reload' ? loadAgain() : onLost('silent')),
      timers,
    }),
    reloadNightly({ hour: reload, timers, now: () => new Date(), reload: loadAgain }),
    watchLife({
      // The page's own thread answers the first; where there is no page yet, the browser answers the second.
      ping: () => (page ? pipe.ask('Runtime.evaluate', { expression: '1' }, page) : pipe.ask('Browser.getVersion', {})),
      onHung: () => onLost('hung'),
      timers,
      ...(pace && { pace }),
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The value in the answer to `Runtime.evaluate`. */
function valueIn(answer: unknown): unknown {
  return (answer as { result?: { value?: unknown } } | undefined)?.result?.value;
}
