import type { Readable, Writable } from 'node:stream';
import { realTimers, type Timers } from '../supervision/keep-running.ts';
import { type Pace, watchLife } from '../supervision/life-watch.ts';
import { openDevtoolsPipe } from './devtools-pipe.ts';

/** What becomes of the page. */
export interface PageLife {
  /** It has painted text or a picture. */
  onPainted(): void;
  /** It has crashed or hangs: Chromium itself lives on, and shows an error or the same slide for ever. */
  onLost(why: 'crashed' | 'hung'): void;
}

export interface PagesWatch {
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
  { timers = realTimers, pace }: PagesWatch = {},
): () => void {
  const pipe = openDevtoolsPipe(toChromium, fromChromium);
  let page: string | undefined;
  pipe.onEvent(({ method, sessionId, params }) => {
    if (method === 'Target.targetCrashed') onLost('crashed');
    else if (method === 'Target.attachedToTarget' && params?.targetInfo?.type === 'page') {
      page = params.sessionId;
      // The events of a page that is painted already are sent again.
      void pipe.ask('Page.enable', {}, page);
      void pipe.ask('Page.setLifecycleEventsEnabled', { enabled: true }, page);
    } else if (method === 'Target.detachedFromTarget' && params?.sessionId === page) page = undefined;
    else if (method === 'Page.lifecycleEvent' && sessionId === page && params?.name === 'firstContentfulPaint') {
      // Chromium takes over the pointer of a page, here none, only once the mouse moves, which nobody will do.
      void pipe.ask('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 1, y: 1 }, page);
      onPainted();
    }
  });
  void pipe.ask('Target.setDiscoverTargets', { discover: true });
  void pipe.ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  return watchLife({
    // The page's own thread answers the first; where there is no page yet, the browser answers the second.
    ping: () => (page ? pipe.ask('Runtime.evaluate', { expression: '1' }, page) : pipe.ask('Browser.getVersion', {})),
    onHung: () => onLost('hung'),
    timers,
    ...(pace && { pace }),
  });
}
