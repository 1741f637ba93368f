import { YAMLParseError } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../contract.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import type { DateFault } from '../when/french/types.ts';

/** What is wrong with `preau.yml`, in French. */
export type SiteProblem = Omit<Problem, 'file'>;

/** What a key wants, and what to write. */
interface Expected {
  readonly what: string;
  readonly advice: string;
}

const write = (example: string): string => `Écrivez par exemple «\u00a0${example}\u00a0».`;
const aText = (example: string): Expected => ({ what: 'un texte est attendu', advice: write(example) });
const someSeconds = (key: string): Expected => ({
  what: 'un nombre de secondes est attendu, de 3 à 600, sans unité',
  advice: write(`${key}: 12`),
});
const screens: Expected = {
  what: 'une liste d’écrans est attendue',
  advice:
    'Écrivez «\u00a0ecrans:\u00a0», puis un écran par ligne, avec deux espaces et un tiret devant\u00a0: «\u00a0- nom: hall\u00a0». Sa ville et ses heures vont au-dessous, alignées sur «\u00a0nom\u00a0».',
};

/** By the keys that lead to a value, without the ranks of lists; empty for the whole file. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  '': { what: 'une clé par ligne est attendue', advice: write('lieu: Lycée du Parc') },
  lieu: aText('lieu: Lycée du Parc'),
  ville: aText('ville: Arles'),
  fuseau: { what: 'le nom d’un fuseau horaire qui existe est attendu', advice: write('fuseau: Europe/Paris') },
  theme: {
    what: '«\u00a0clair\u00a0», «\u00a0sombre\u00a0» ou «\u00a0contraste\u00a0» est attendu',
    advice: write('theme: clair'),
  },
  durees: {
    what: 'une durée par ligne est attendue',
    advice:
      'Écrivez «\u00a0durees:\u00a0», puis une durée par ligne, avec deux espaces devant\u00a0: «\u00a0image: 12\u00a0».',
  },
  'durees image': someSeconds('image'),
  'durees exposition': someSeconds('exposition'),
  'durees arbre': someSeconds('arbre'),
  ecrans: screens,
  'ecrans nom': { what: 'le nom de l’écran est attendu', advice: write('- nom: hall') },
  'ecrans ville': aText('ville: Arles'),
  'ecrans heures': { what: 'des heures sont attendues', advice: write('heures: 7h30-18h30') },
  reserve: { what: 'un nombre de gigaoctets est attendu, de 0.1 à 10000, sans unité', advice: write('reserve: 20') },
  contact: { what: '«\u00a0oui\u00a0» ou le nom d’un fichier est attendu', advice: write('contact: agenda.ics') },
};

/** The keys that may stand under others. */
function keysUnder(path: string): string[] {
  const start = path === '' ? '' : `${path} `;
  return Object.keys(EXPECTED)
    .filter((key) => key !== '' && key.startsWith(start) && !key.slice(start.length).includes(' '))
    .map((key) => key.slice(start.length));
}

function siteProblem(severity: Problem['severity'], message: string, advice: string): SiteProblem {
  const meanwhile = severity === 'refused' ? ' En attendant, les derniers réglages valables restent en service.' : '';
  return { severity, code: 'settings-invalid', message, advice: `${advice}${meanwhile}` };
}

const refused = (what: string, advice: string): SiteProblem =>
  siteProblem('refused', `Les réglages ne sont pas compris\u00a0: ${what.replace(/\.$/u, '')}.`, advice);

/** « ecrans › n° 2 › heures » */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `n°\u00a0${part + 1}` : String(part))).join(' › ');

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined), data);

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): SiteProblem {
  const near = nearestWord(key, known);
  const where = path.length === 0 ? '' : `, sous «\u00a0${placeOf(path)}\u00a0»,`;
  const advice =
    near === null
      ? `Les clés possibles y sont\u00a0: ${known.join(', ')}.`
      : `Vouliez-vous écrire «\u00a0${near}:\u00a0»\u00a0?`;
  return refused(`la clé «\u00a0${key.slice(0, 60)}\u00a0»${where} n’existe pas`, advice);
}

/** A problem for each value that is not what its key wants. `data`: what the file says, its keys folded. */
export function schemaProblems(error: z.ZodError, data: unknown): SiteProblem[] {
  return error.issues.flatMap((issue): SiteProblem[] => {
    const keys = issue.path.filter((part) => typeof part !== 'number').join(' ');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownKey(key, issue.path, keysUnder(keys)));
    const { what, advice } = EXPECTED[keys] ?? screens;
    const value = valueAt(data, issue.path);
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
    const written = isPlain ? `«\u00a0${String(value).slice(0, 60)}\u00a0» n’est pas compris, ` : '';
    const place = issue.path.length === 0 ? '' : `«\u00a0${placeOf(issue.path)}\u00a0»\u00a0: `;
    return [refused(`${place}${written}${what}`, advice)];
  });
}

/** A file that is no YAML: which line, and the three mistakes that make one. */
export function yamlProblem(error: unknown): SiteProblem {
  const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
  const where = line === undefined ? 'une ligne' : `la ligne ${line}`;
  if (error instanceof YAMLParseError && error.code === 'DUPLICATE_KEY') {
    return refused(`${where} répète une clé qui est déjà écrite`, 'Ne gardez que l’une des deux lignes.');
  }
  return refused(
    `${where} n’est pas écrite comme il faut`,
    'Écrivez «\u00a0clé: valeur\u00a0», avec une espace après les deux-points et sans tabulation\u00a0; mettez entre guillemets un texte qui contient lui-même deux-points.',
  );
}

/** Hours of a screen that are not understood, or not as written. */
export function hoursProblem(name: string, fault: DateFault, severity: Problem['severity']): SiteProblem {
  const place = `«\u00a0ecrans › ${name} › heures\u00a0»\u00a0: ${fault.message}`;
  return severity === 'refused' ? refused(place, fault.advice) : siteProblem(severity, place, fault.advice);
}

/** Two screens of one name: the second would never be found. */
export function twiceProblem(name: string): SiteProblem {
  return refused(
    `deux écrans portent le nom «\u00a0${name}\u00a0»`,
    'Donnez à chaque écran un nom qui n’est qu’à lui.',
  );
}
