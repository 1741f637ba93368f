import type { Span } from '../documents/private-parts.ts';
import { type Fault, fault } from '../faults/fault.ts';

/** How many numbers and addresses were taken out of a text. */
export interface Taken {
  readonly numbers: number;
  readonly addresses: number;
}

export const noneTaken: Taken = { numbers: 0, addresses: 0 };

export function takenOf(parts: readonly Span[]): Taken {
  const numbers = parts.filter(({ kind }) => kind === 'number').length;
  return { numbers, addresses: parts.length - numbers };
}

export function plus(one: Taken, other: Taken): Taken {
  return { numbers: one.numbers + other.numbers, addresses: one.addresses + other.addresses };
}

export const isNone = ({ numbers, addresses }: Taken): boolean => numbers + addresses === 0;

/** Code of the warning that something was taken out. */
export const CONTACTS_TAKEN = 'contact-removed';

/**
 * The warning that something was taken out, and how a public contact is kept. `name` is the name of the file;
 * `hasFrontMatter` is true for files that may begin with settings.
 */
export function contactsTaken({ numbers, addresses }: Taken, name: string, hasFrontMatter: boolean): Fault {
  const what = [
    counted(numbers, 'un numéro de téléphone', 'numéros de téléphone'),
    counted(addresses, 'une adresse de courriel', 'adresses de courriel'),
  ].filter((text) => text !== '');
  const isOne = numbers + addresses === 1;
  const verb = isOne ? (numbers === 1 ? 'est retiré' : 'est retirée') : numbers > 0 ? 'sont retirés' : 'sont retirées';
  const words = what.join(' et ');
  return fault(
    CONTACTS_TAKEN,
    `${words.charAt(0).toUpperCase()}${words.slice(1)} ${verb} de ce que montre l’écran, avec les mots qui ${isOne ? 'l’annoncent' : 'les annoncent'}.`,
    hasFrontMatter
      ? 'Si c’est un contact public (accueil, CDI…), écrivez « contact: oui » dans l’en-tête du fichier : trois lignes tout en haut, « --- », « contact: oui » et « --- ».'
      : `Si c’est un contact public (accueil, CDI…), écrivez dans preau.yml la ligne « contact: ${name} ».`,
  );
}

/** The warning that what invites to meetings online was taken out. */
export const meetingTaken = (): Fault =>
  fault(
    'meeting-removed',
    'Ce qui sert à rejoindre une réunion en ligne (lien, identifiant, code) est retiré de ce que montre l’écran.',
    'Si la réunion est ouverte à tous, déposez son lien dans un fichier à part (.url) : l’écran en montre le code à scanner.',
  );

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : `${count} ${many}`;
}
