import { dropped, type Fault } from '../faults/fault.ts';

/** Characters of a document that are read: some sixty printed pages. A warning says that the rest is not. */
const MAX_CHARACTERS = 200_000;

/** The part of a text that is read, cut at the end of a line where possible, and the warning that says so. */
export function withinLimits(text: string, maxCharacters = MAX_CHARACTERS): { text: string; warnings: Fault[] } {
  if (text.length <= maxCharacters) return { text, warnings: [] };
  const lineEnd = text.lastIndexOf('\n', maxCharacters);
  const cut = lineEnd > maxCharacters / 2 ? lineEnd : maxCharacters;
  return { text: text.slice(0, cut), warnings: [textTooLong()] };
}

/** The warning of a text of which only the beginning is shown. */
export const textTooLong = (): Fault =>
  dropped(
    'text-too-long',
    'Ce texte est trop long pour un écran : seul le début a été lu.',
    'Ne gardez que l’essentiel, ou découpez-le en plusieurs fichiers.',
  );
