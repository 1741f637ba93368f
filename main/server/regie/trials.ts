import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { placeFile } from '../../content/bin/place-file.ts';
import { cleanFolder, cleanName } from '../../content/names/clean-name.ts';
import type { Programme } from '../../contract.ts';
import type { Catalogue } from '../../programme/catalogue.ts';
import { makeProgramme, programmeOf } from '../../programme/screen-programme.ts';
import { screenNames } from '../../report/current-report.ts';
import type { ReportInput } from '../../report/model.ts';
import { receiveFile, UploadRefusal } from './receive-file.ts';
import { foldersIn, readTrial, type Trial, type TrialReading, trialInput } from './trial.ts';

/** Trials that are open at the same time; the oldest is given up for a new one. */
const MAX_TRIALS = 20;

const NO_NAME =
  'Ce nom ne va pas\u00a0: donnez-en un autre, avec une fin («\u00a0.jpg\u00a0», «\u00a0.pdf\u00a0», «\u00a0.txt\u00a0»).';
const NO_FOLDER = 'Ce dossier n’existe pas, ou n’est pas pour des fichiers\u00a0: choisissez-en un de la liste.';
const OUT_OF_REACH = 'Le dossier de contenu ne répond pas\u00a0: vérifiez le partage, puis recommencez.';
const GONE = 'Cet essai n’est plus là\u00a0: déposez le fichier de nouveau.';
const USELESS = 'Ce fichier ne passerait pas à l’écran\u00a0: il n’est pas mis dans le dossier.';

export interface TrialsOptions extends TrialReading {
  /** Absolute path of the state folder. */
  readonly stateDir: string;
  /** A file of the folder is about to be replaced. */
  readonly beforeReplacing: (absolute: string) => Promise<void>;
}

/** Files that are read before they are put into the folder. */
export interface Trials {
  /** Takes in a file and reads it. @throws {UploadRefusal} */
  open(
    asked: { readonly name: string; readonly into: string },
    source: Readable,
    declared: number | null,
  ): Promise<Trial>;
  /** @throws {UploadRefusal} where there is none. */
  get(id: string): Trial;
  /** What a screen would show; null: now. */
  programme(trial: Trial, instant: Temporal.Instant | null, screen: string): Programme;
  /** What the report would say of it; null while the folder is out of reach. */
  report(trial: Trial): Promise<ReportInput | null>;
  /** Puts the file into the folder. `replaces`: the version that may be replaced. @throws {UploadRefusal | PlaceRefusal} */
  save(trial: Trial, replaces: string | null): Promise<void>;
  drop(id: string): Promise<void>;
  /** The catalogues as they would be: their media are served. */
  catalogues(): Iterable<Catalogue>;
  folders(): string[];
}

export function createTrials(options: TrialsOptions): Trials {
  const { sources, stateDir, beforeReplacing } = options;
  const base = join(stateDir, 'essais');
  const open = new Map<string, Trial>();
  // What a process that was killed left there.
  const cleared = rm(base, { recursive: true, force: true });
  const drop = async (id: string): Promise<void> => {
    open.delete(id);
    await rm(join(base, id), { recursive: true, force: true });
  };
  const assertReachable = (): void => {
    if (!sources.listing().reachable || !sources.state().reachable) throw new UploadRefusal(503, OUT_OF_REACH);
  };
  const programme: Trials['programme'] = ({ catalogue }, instant, screen) => {
    const { programmes, state } = sources;
    const now = instant ?? Temporal.ZonedDateTime.from(programmes.at(null, screen).at).toInstant();
    const trusted = instant !== null || programmes.isClockTrusted();
    return programmeOf(makeProgramme({ catalogue, site: state().site }, { instant: now, trusted }, screen));
  };
  return {
    async open({ name, into }, source, declared) {
      await cleared;
      assertReachable();
      const clean = cleanName(name);
      const folder = cleanFolder(into, foldersIn(sources.listing()));
      if (clean === null) throw new UploadRefusal(400, NO_NAME);
      if (folder === null) throw new UploadRefusal(400, NO_FOLDER);
      const [oldest] = open.keys();
      if (oldest !== undefined && open.size >= MAX_TRIALS) await drop(oldest);
      const id = randomUUID();
      const file = join(base, id, clean);
      try {
        await mkdir(join(base, id), { recursive: true });
        await receiveFile(source, file, declared, { folder: stateDir });
        const trial = await readTrial({ id, file, path: folder === '' ? clean : `${folder}/${clean}` }, options);
        if (trial === null) throw new UploadRefusal(400, NO_NAME);
        open.set(id, trial);
        return trial;
      } catch (error) {
        await drop(id);
        throw error;
      }
    },
    get(id) {
      const trial = open.get(id);
      if (trial === undefined) throw new UploadRefusal(404, GONE);
      return trial;
    },
    programme,
    report(trial) {
      const programmes = screenNames(sources.state()).map((screen) => programme(trial, null, screen));
      return trialInput(trial, sources, programmes);
    },
    async save(trial, replaces) {
      const { items, withdrawn } = trial.reading;
      if (items.length === 0 || withdrawn) throw new UploadRefusal(422, USELESS);
      assertReachable();
      const target = join(sources.folder, trial.path);
      await placeFile({ from: trial.file, target, replaces, beforeReplacing });
      await drop(trial.id);
    },
    drop,
    *catalogues() {
      for (const { catalogue } of open.values()) yield catalogue;
    },
    folders: () => foldersIn(sources.listing()),
  };
}
