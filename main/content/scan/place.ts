import { fold } from '../../lib/fold.ts';
import { memoByText } from '../../lib/memo-by-text.ts';

/** Names of folders, in small letters and without accents. */
const ALERT_FOLDERS: ReadonlySet<string> = new Set(['alerte', 'alertes', 'urgent', 'urgence', 'urgences']);
const SCREENS_FOLDERS: ReadonlySet<string> = new Set(['ecrans', 'ecran']);

const folderNamed = memoByText((name): 'alerts' | 'screens' | null => {
  const folded = fold(name);
  return ALERT_FOLDERS.has(folded) ? 'alerts' : SCREENS_FOLDERS.has(folded) ? 'screens' : null;
});
/** None of these names has a full stop: names of files, of which there are thousands, are not remembered. */
const isFolderOf = (name: string) => (name.includes('.') ? null : folderNamed(name));

/** Whether a folder of this name, at the top or in the folder of a screen, holds alerts. */
export const isAlertFolder = (name: string): boolean => isFolderOf(name) === 'alerts';

/** Whether a folder of this name, at the top, holds the folders of single screens. */
export const isScreensFolder = (name: string): boolean => isFolderOf(name) === 'screens';

/** Whether a folder is one of alerts, or leads to those of screens: it is listed before all others. */
export function mayHoldAlerts(path: string): boolean {
  const [top = '', ...folders] = path.split('/');
  if (isScreensFolder(top)) return folders.length < 2 || isAlertFolder(folders[1] ?? '');
  return isAlertFolder(top);
}

/** Whether a path is that of an alert, or of a folder that may hold some. */
export const isOfAlerts = (path: string): boolean => placeOf(path).alert || mayHoldAlerts(path);

/** Whether a path lies where alerts may be, or beside: what is an alert, and whether it is a copy, depends on such paths alone. */
export function mayConcernAlerts(path: string): boolean {
  const end = path.indexOf('/');
  return isFolderOf(end === -1 ? path : path.slice(0, end)) !== null;
}

/** Whether a path is that of a folder of alerts, or lies in one. */
export const isInAlerts = (path: string): boolean => mayConcernAlerts(path) && placeOf(`${path}/`).alert;

/** What the folders above a file say about it. */
export interface Place {
  /** It lies in a folder of alerts, at the top or in the folder of a screen. */
  readonly alert: boolean;
  /** Folded names of the screens whose folder it lies in; null: all screens. */
  readonly screens: readonly string[] | null;
}

const AT_THE_TOP: Place = { alert: false, screens: null };

/** Where a path lies. An alert folder deeper down, as in `archives/2024/alerte/`, is history. */
export function placeOf(path: string): Place {
  if (!path.includes('/')) return AT_THE_TOP;
  const [top = '', ...folders] = path.split('/').slice(0, -1);
  if (!isScreensFolder(top)) return { alert: isAlertFolder(top), screens: null };
  const [screen, own = ''] = folders;
  return { alert: isAlertFolder(own), screens: screen === undefined ? null : [fold(screen)] };
}
