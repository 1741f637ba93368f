import type { Problem } from '../contract.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import { once } from '../lib/once.ts';
import type { DateFault } from '../when/french/types.ts';
import { type AccentReading, COLOUR_NAMES } from './accent.ts';

/** What is wrong with `preau.yml`, in French. */
export type SiteProblem = Omit<Problem, 'file'>;

/** The keys and ranks that lead to a value: `['ecrans', 1, 'heures']`. */
export type SitePath = readonly (string | number)[];

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
const orientation: Expected = {
  what: '«\u00a0paysage\u00a0», «\u00a0portrait\u00a0», «\u00a0paysage inversé\u00a0» ou «\u00a0portrait inversé\u00a0» est attendu',
  advice: write('orientation: portrait'),
};
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
  bandeau: { what: '«\u00a0oui\u00a0» ou «\u00a0non\u00a0» est attendu', advice: write('bandeau: non') },
  paires: { what: '«\u00a0oui\u00a0» ou «\u00a0non\u00a0» est attendu', advice: write('paires: non') },
  orientation,
  logo: { what: 'le nom d’une image du dossier est attendu', advice: write('logo: logo.png') },
  couleurs: {
    what: 'une seule couleur est attendue, par son code ou par son nom',
    advice: `Écrivez par exemple «\u00a0couleurs: "#1f47a8"\u00a0», ou l’un de ces noms\u00a0: ${COLOUR_NAMES.join(', ')}.`,
  },
  durees: {
    what: 'une durée par ligne est attendue',
    advice:
      'Écrivez «\u00a0durees:\u00a0», puis une durée par ligne, avec deux espaces devant\u00a0: «\u00a0image: 12\u00a0».',
  },
  'durees image': someSeconds('image'),
  'durees exposition': someSeconds('exposition'),
  'durees arbre': someSeconds('arbre'),
  rappel: {
    what: 'un nombre de secondes est attendu, de 20 à 3600, sans unité, ou 0 pour ne jamais rappeler l’agenda',
    advice: write('rappel: 75'),
  },
  tour: {
    what: 'un nombre de minutes est attendu, de 1 à 60, sans unité, ou 0 pour tout montrer à chaque tour',
    advice: write('tour: 4'),
  },
  son: { what: '«\u00a0oui\u00a0» ou «\u00a0non\u00a0» est attendu', advice: write('son: oui') },
  vacances: {
    what: 'une zone, «\u00a0A\u00a0», «\u00a0B\u00a0» ou «\u00a0C\u00a0», ou des périodes sont attendues',
    advice: write('vacances: zone B'),
  },
  ecrans: screens,
  'ecrans nom': { what: 'le nom de l’écran est attendu', advice: write('- nom: hall') },
  'ecrans ville': aText('ville: Arles'),
  'ecrans heures': { what: 'des heures sont attendues', advice: write('heures: 7h30-18h30') },
  'ecrans orientation': orientation,
  reserve: { what: 'un nombre de gigaoctets est attendu, de 0.1 à 10000, sans unité', advice: write('reserve: 20') },
  contact: { what: '«\u00a0oui\u00a0» ou le nom d’un fichier est attendu', advice: write('contact: agenda.ics') },
};

/** What is on the wall while a mistake stands in the file: a mistake costs its own key, and no other. */
const MEANWHILE = {
  file: 'En attendant, les derniers réglages valables restent en service.',
  key: 'En attendant, ce réglage garde sa dernière valeur valable, ou à défaut celle d’origine\u00a0; les autres sont appliqués.',
  unknownKey: 'Cette clé est laissée de côté\u00a0; les autres sont appliquées.',
  screen: 'Cet écran est laissé de côté\u00a0; les autres réglages sont appliqués.',
  otherScreens: 'Les autres réglages sont appliqués.',
} as const;
type Meanwhile = keyof typeof MEANWHILE;

function refused(what: string, advice: string, meanwhile: Meanwhile): SiteProblem {
  return {
    severity: 'refused',
    code: 'settings-invalid',
    message: `Les réglages ne sont pas compris\u00a0: ${what.replace(/\.$/u, '')}.`,
    advice: `${advice} ${MEANWHILE[meanwhile]}`,
  };
}

/** « ecrans › n° 2 › heures » */
const placeOf = (path: SitePath): string =>
  path.map((part) => (typeof part === 'number' ? `n°\u00a0${part + 1}` : part)).join(' › ');

const keysOf = (path: SitePath): string => path.filter((part) => typeof part !== 'number').join(' ');

/** A value that is not what its key wants. An empty path stands for the whole file. */
export function wrongValue(path: SitePath, value: unknown): SiteProblem {
  const { what, advice } = EXPECTED[keysOf(path)] ?? screens;
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
  const written = isPlain ? `«\u00a0${String(value).slice(0, 60)}\u00a0» n’est pas compris, ` : '';
  const place = path.length === 0 ? '' : `«\u00a0${placeOf(path)}\u00a0»\u00a0: `;
  const isScreen = path[0] === 'ecrans' && (path.length === 2 || path[2] === 'nom');
  return refused(`${place}${written}${what}`, advice, path.length === 0 ? 'file' : isScreen ? 'screen' : 'key');
}

/** A key that does not exist under `path`, where `known` exist. */
export function unknownKey(key: string, path: SitePath, known: readonly string[]): SiteProblem {
  const near = nearestWord(key, known);
  const where = path.length === 0 ? '' : `, sous «\u00a0${placeOf(path)}\u00a0»,`;
  const advice =
    near === null
      ? `Les clés possibles y sont\u00a0: ${known.join(', ')}.`
      : `Vouliez-vous écrire «\u00a0${near}:\u00a0»\u00a0?`;
  return refused(`la clé «\u00a0${key.slice(0, 60)}\u00a0»${where} n’existe pas`, advice, 'unknownKey');
}

const lineOf = (line: number | undefined): string => (line === undefined ? 'une ligne' : `la ligne ${line}`);

/** A key that stands twice. `line`: of the second, from 1. */
export function repeatedKey(line: number | undefined): SiteProblem {
  return refused(`${lineOf(line)} répète une clé qui est déjà écrite`, 'Ne gardez que l’une des deux lignes.', 'key');
}

/** A text that is no YAML, at this line (from 1); `costs`: whether it makes the whole file unreadable or one key. */
export function notYaml(line: number | undefined, costs: 'file' | 'key'): SiteProblem {
  return refused(
    `${lineOf(line)} n’est pas écrite comme il faut`,
    'Écrivez «\u00a0clé: valeur\u00a0», avec une espace après les deux-points et sans tabulation\u00a0; mettez entre guillemets un texte qui contient lui-même deux-points.',
    costs,
  );
}

/** Hours of a screen that are not understood (`refused`), or not as written (`warning`). */
export function hoursProblem(name: string, fault: DateFault, severity: 'refused' | 'warning'): SiteProblem {
  const place = `«\u00a0ecrans › ${name} › heures\u00a0»\u00a0: ${fault.message}`;
  if (severity === 'refused') return refused(place, fault.advice, 'key');
  return { severity, code: 'settings-invalid', message: place, advice: fault.advice };
}

// The first format of numbers costs 12 ms of a start: it is made where somebody is told of one.
const ratio = once(() => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }));

/** The wall shows another shade than the colour that is written: white text is not read on it, or it is the red of alerts. */
export function otherShade(written: string, shown: string, why: NonNullable<AccentReading['why']>): SiteProblem {
  const place = `«\u00a0couleurs\u00a0»\u00a0: `;
  const shade = `L’écran montre la nuance la plus proche qui convient, «\u00a0${shown}\u00a0».`;
  const fault =
    why.kind === 'pale'
      ? `sur «\u00a0${written}\u00a0», un texte blanc ne se lit pas de loin (contraste de ${ratio().format(why.contrast)}, il en faut ${ratio().format(why.needed)}).`
      : `«\u00a0${written}\u00a0» est trop proche du rouge des alertes, que rien d’autre ne porte.`;
  return {
    severity: 'warning',
    code: why.kind === 'pale' ? 'colour-too-pale' : 'colour-of-alerts',
    about: 'guessed',
    message: `${place}${fault} ${shade}`,
    advice: `Choisissez une couleur plus foncée, ou écrivez «\u00a0couleurs: "${shown}"\u00a0» pour garder celle-ci.`,
  };
}

/** Two screens of one name: the address of a display could not tell them apart. */
export function sameName(name: string): SiteProblem {
  return refused(
    `deux écrans portent le nom «\u00a0${name}\u00a0»`,
    'Donnez à chaque écran un nom qui n’est qu’à lui. Seul le premier des deux est pris.',
    'otherScreens',
  );
}

/** A file of more bytes than settings ever have. */
export function tooLarge(maxBytes: number): SiteProblem {
  return refused(
    `le fichier a plus de ${maxBytes / 1024}\u00a0ko`,
    'Ne gardez dans preau.yml que les réglages, une clé par ligne.',
    'file',
  );
}

/** A list of more screens than are taken. */
export function tooManyScreens(count: number, max: number): SiteProblem {
  return refused(
    `«\u00a0ecrans\u00a0» nomme ${count}\u00a0écrans, et Préau en prend ${max} au plus`,
    `Retirez ceux qui ne servent plus. Les ${max} premiers sont pris.`,
    'otherScreens',
  );
}

/** The mistakes after those that are told one by one. */
export function moreMistakes(count: number): SiteProblem {
  return refused(
    `${count}\u00a0autres lignes sont à revoir`,
    'Corrigez d’abord celles qui sont nommées ici.',
    'otherScreens',
  );
}
