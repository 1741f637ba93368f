import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { SeenDisplay } from '../../../main/shells/electron/display-choice.ts';
import { membersOfType, mistakeInCall } from './published-types.ts';

/** What was called, in order: `App.setPath userData …`. */
interface Call {
  readonly on: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Electron without its binary: driven by the test, and strict about every call. */
export interface StandIn {
  /** In place of the module `electron`. */
  readonly electron: Readonly<Record<string, unknown>>;
  readonly calls: readonly Call[];
  /** Calls that Electron's published types do not allow. */
  readonly mistakes: readonly string[];
  readonly windows: readonly object[];
  readonly exits: readonly number[];
  readonly services: readonly ChildProcess[];
  /** Emits an event of a module, of the last window or of its page; gives the event object. */
  emit(
    on: 'app' | 'screen' | 'powerMonitor' | 'window' | 'page',
    event: string,
    ...args: unknown[]
  ): { prevented: boolean };
  /** Displays that Electron tells of. */
  displays: readonly SeenDisplay[];
  called(on: string, method: string): Call[];
}

type Target = EventEmitter & Record<string, unknown>;

/** Which of Electron's types stand behind the names that Préau takes from it. */
const TYPES = {
  app: 'App',
  commandLine: 'CommandLine',
  Menu: 'Menu',
  powerMonitor: 'PowerMonitor',
  powerSaveBlocker: 'PowerSaveBlocker',
  screen: 'Screen',
  session: 'Session',
  webRequest: 'WebRequest',
  utilityProcess: 'UtilityProcess',
  window: 'BrowserWindow',
  page: 'WebContents',
} as const;

const ONE_DISPLAY: readonly SeenDisplay[] = [
  { id: 1, label: 'HDMI-A-1', bounds: { x: 0, y: 0, width: 1920, height: 1080 } },
];

/** Where calls and mistakes are noted. */
interface Notebook {
  readonly calls: Call[];
  readonly mistakes: string[];
}

const nothing = (): void => {};

function note({ calls, mistakes }: Notebook, on: string, method: string, args: readonly unknown[]): void {
  const mistake = mistakeInCall(on, method, args);
  if (mistake !== null) mistakes.push(mistake);
  calls.push({ on, method, args });
}

/** Checks each call against the published type, notes it, and answers as `methods` tell. */
function strict(notebook: Notebook, type: string, methods: Readonly<Record<string, unknown>> = {}): Target {
  const emitter = new EventEmitter();
  const unknown = (name: string): void => {
    const isPublished = membersOfType(type)?.some((member) => member.name === name) ?? false;
    notebook.mistakes.push(isPublished ? `no stand-in for ${type}.${name}` : `${type} has no « ${name} »`);
  };
  return new Proxy(emitter, {
    get(target, name) {
      if (typeof name !== 'string') return Reflect.get(target, name);
      if (name === 'emit') return target.emit.bind(target);
      const known = methods[name] ?? Reflect.get(target, name);
      if (known === undefined) {
        // A promise asks each value whether it has `then`.
        if (name !== 'then') unknown(name);
        return undefined;
      }
      if (typeof known !== 'function') return known;
      return (...args: unknown[]) => {
        note(notebook, type, name, args);
        return known.apply(target, args);
      };
    },
  }) as Target;
}

/** A window with its page. */
function standInWindow(notebook: Notebook, options: object): { readonly window: Target; readonly page: Target } {
  note(notebook, TYPES.window, 'constructor', [options]);
  const page = strict(notebook, TYPES.page, {
    isLoadingMainFrame: () => false,
    isCrashed: () => false,
    executeJavaScript: async () => '',
    forcefullyCrashRenderer: () => page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    setZoomFactor: nothing,
    setVisualZoomLevelLimits: async () => undefined,
    setWindowOpenHandler: nothing,
  });
  let destroyed = false;
  let bounds: object = options;
  const window = strict(notebook, TYPES.window, {
    webContents: page,
    show: nothing,
    loadURL: async () => undefined,
    isDestroyed: () => destroyed,
    destroy() {
      destroyed = true;
      window.emit('closed');
    },
    getBounds: () => bounds,
    setBounds(next: object) {
      bounds = next;
    },
    setKiosk: nothing,
  });
  return { window, page };
}

/** The service as a child of Node, which speaks the same messages. */
function standInService(notebook: Notebook, path: string, args: string[], env: NodeJS.ProcessEnv) {
  const built = path.replace('/main/service.js', '/build/main/service.js');
  const child = fork(built, args, { execArgv: [], env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const utility = strict(notebook, TYPES.utilityProcess, {
    pid: child.pid,
    postMessage: (message: object) => child.connected && child.send(message, nothing),
  });
  child.on('message', (message) => utility.emit('message', message));
  child.on('exit', (code) => utility.emit('exit', code ?? 1));
  return { child, utility };
}

/** The modules of Electron that have no state worth a function of their own. */
function standInModules(notebook: Notebook, exits: number[], displays: () => readonly unknown[]) {
  let blockers = 0;
  const app = strict(notebook, TYPES.app, {
    isPackaged: false,
    commandLine: strict(notebook, TYPES.commandLine, { appendSwitch: nothing }),
    setPath: nothing,
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    relaunch: nothing,
    exit: (code: number) => void exits.push(code),
  });
  const defaultSession = strict(notebook, TYPES.session, {
    webRequest: strict(notebook, TYPES.webRequest, { onBeforeRequest: nothing }),
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setDevicePermissionHandler: nothing,
  });
  return {
    app,
    screen: strict(notebook, TYPES.screen, {
      getAllDisplays: displays,
      getPrimaryDisplay: () => displays()[0],
    }),
    powerMonitor: strict(notebook, TYPES.powerMonitor),
    powerSaveBlocker: strict(notebook, TYPES.powerSaveBlocker, { start: () => ++blockers, stop: () => true }),
    Menu: strict(notebook, TYPES.Menu, { setApplicationMenu: nothing }),
    session: { defaultSession },
  };
}

export function standInForElectron(): StandIn {
  const notebook: Notebook = { calls: [], mistakes: [] };
  const windows: { readonly window: Target; readonly page: Target }[] = [];
  const exits: number[] = [];
  const services: ChildProcess[] = [];
  const standIn = { displays: ONE_DISPLAY };
  const modules = standInModules(notebook, exits, () => standIn.displays);
  const forkService = (path: string, args: string[], { env }: { env: NodeJS.ProcessEnv }): Target => {
    const { child, utility } = standInService(notebook, path, args, env);
    services.push(child);
    return utility;
  };
  // A class is called with `new`, which a function that returns an object answers.
  function BrowserWindow(options: object): Target {
    const opened = standInWindow(notebook, options);
    windows.push(opened);
    modules.app.emit('web-contents-created', {}, opened.page);
    return opened.window;
  }
  const utilityProcess = strict(notebook, TYPES.utilityProcess, { fork: forkService });
  return {
    ...notebook,
    electron: { ...modules, utilityProcess, BrowserWindow },
    windows,
    exits,
    services,
    get displays() {
      return standIn.displays;
    },
    set displays(displays) {
      standIn.displays = displays;
    },
    called: (on, method) => notebook.calls.filter((call) => call.on === on && call.method === method),
    emit(on, event, ...args) {
      const told = {
        prevented: false,
        preventDefault() {
          told.prevented = true;
        },
      };
      const source = on === 'window' || on === 'page' ? windows.at(-1)?.[on] : modules[on];
      source?.emit(event, told, ...args);
      return told;
    },
  };
}
