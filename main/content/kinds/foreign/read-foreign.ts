import { fault } from '../../faults/fault.ts';
import { endingOf } from '../../names/endings.ts';
import { type Reader, refusal } from '../../reading/reading.ts';
import { foreignFault } from './foreign-files.ts';

const spaceAtEnd = () =>
  fault(
    'name-space',
    'Le nom de ce fichier se termine par une espace : sa sorte n’est pas reconnue.',
    'Renommez-le sans espace à la fin.',
  );

/** Refuses a file that is not shown, with the way out that its ending calls for. */
export const readForeign: Reader = async ({ path }) =>
  refusal(path, /\s$/u.test(path) ? spaceAtEnd() : foreignFault(endingOf(path)));
