import { fold } from '../lib/fold.ts';

/** Names of folders, in small letters and without accents. */
const ALERT_FOLDERS: ReadonlySet<string> = new Set(['alerte', 'alertes', 'urgent', 'urgence', 'urgences']);
const SCREENS_FOLDERS: ReadonlySet<string> = new Set(['ecrans', 'ecran']);

/** Whether a folder of this name, at the top or in the folder of a screen, holds alerts. */
export const isAlertFolder = (name: string): boolean => ALERT_FOLDERS.has(fold(name));

/** Whether a folder of this name, at the top, holds the folders of single screens. */
export const isScreensFolder = (name: string): boolean => SCREENS_FOLDERS.has(fold(name));

/** Whether a folder is one of alerts, or leads to those of screens: it is listed before all others. */
export function mayHoldAlerts(path: string): boolean {
  const [top = '', ...folders] = path.split('/');
  if (isScreensFolder(top)) return folders.length < 2 || isAlertFolder(folders[1] ?? '');
  return isAlertFolder(top);
}

/** Whether a path is that of an alert, or of a folder that may hold some. */
export const isOfAlerts = (path: string): boolean => placeOf(path).alert || mayHoldAlerts(path);

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
