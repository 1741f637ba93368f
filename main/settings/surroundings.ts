import { join } from 'node:path';
import envPaths from 'env-paths';
import { readConfFiles } from './conf-file.ts';
import type { Surroundings } from './flags.ts';
import { KIOSK_HOME, standsForKiosk } from './kiosk.ts';
import { type MachineFiles, machineFiles } from './machine-files.ts';
import { environmentLayer, settle } from './machine-settings.ts';

export interface MachineOptions {
  /** The folder to which paths are relative. */
  readonly cwd: string;
  /** The content folder where nothing names one; null: the first start asks for it. */
  readonly content: string | null;
  /** Whether nobody reads standard error: the log is a file then, where nothing names another place. */
  readonly logsToFile?: boolean;
}

/** What this machine decides around a command line: its environment, its files of settings and the folders of its platform. */
export function machineSurroundings({ cwd, content, logsToFile = false }: MachineOptions): Surroundings {
  const state = envPaths('preau', { suffix: '' }).data;
  const files = readConfFiles(filesOfThisMachine().read);
  return {
    cwd,
    defaults: { content, state, log: logsToFile ? join(state, 'journal') : '' },
    layers: [environmentLayer(process.env, cwd), ...files.map(({ layer }) => layer)],
    mistakes: files.flatMap(({ mistakes }) => mistakes),
  };
}

/** The content folder that the files of settings name now; null while there is none. */
export function savedContentFolder(): string | null {
  const layers = readConfFiles(filesOfThisMachine().read).map(({ layer }) => layer);
  return settle(layers, { content: null, state: '', log: '' }).settings.content;
}

/** The files of settings, as they are for whoever runs this. */
export const filesOfThisMachine = (): MachineFiles =>
  machineFiles(process.platform, process.env, {
    isRoot: process.getuid?.() === 0,
    kioskHome: standsForKiosk() ? KIOSK_HOME : null,
  });
