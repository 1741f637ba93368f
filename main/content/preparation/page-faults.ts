import { frenchList } from '../../lib/french-list.ts';
import { wholeNumber } from '../../lib/whole-number.ts';
import { dropped } from '../faults/fault.ts';

const CHECK = 'Vérifiez le document : si une page doit montrer quelque chose, exportez-le de nouveau en PDF.';

/** A warning: these pages, from 1, show nothing, and are left out. */
export const pagesBlank = (pages: readonly number[]) =>
  pages.length === 1
    ? dropped('page-blank', `La page\u00a0${pages[0]} est vide : elle n’est pas montrée.`, CHECK)
    : dropped(
        'page-blank',
        `Les pages ${frenchList(pages.map((page) => wholeNumber(page)))} sont vides : elles ne sont pas montrées.`,
        CHECK,
      );

/** The fault of a document of which every page is left out because it shows nothing. */
export const documentBlank = () =>
  dropped(
    'document-blank',
    'Toutes les pages du document sont vides : il n’y a rien à montrer.',
    'Ouvrez-le sur votre poste : s’il y montre quelque chose, exportez-le de nouveau en PDF, ou en PNG.',
  );

/** A warning: only the first pages are shown. */
export const pagesCut = (shown: number, of: number) =>
  dropped(
    'pages-cut',
    `Le document a ${wholeNumber(of)} pages : seules les ${wholeNumber(shown)} premières sont montrées.`,
    'Gardez l’essentiel : un document court est mieux lu.',
  );
