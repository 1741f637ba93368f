import { type Fault, fault } from '../fault.ts';

/** Characters of a document that are read: some sixty printed pages. What follows is named in a warning. */
export const MAX_CHARACTERS = 200_000;

/** The part of a text that is read, cut at a line where there is one, and the warning that says so. */
export function withinLimits(text: string, most = MAX_CHARACTERS): { text: string; warnings: Fault[] } {
  if (text.length <= most) return { text, warnings: [] };
  const lineEnd = text.lastIndexOf('\n', most);
  const cut = lineEnd > most / 2 ? lineEnd : most;
  return { text: text.slice(0, cut), warnings: [textTooLong()] };
}

/** The warning of a text of which only the beginning is shown. */
export const textTooLong = (): Fault =>
  fault(
    'text-too-long',
    'Ce texte est trop long pour un écran : seul le début a été lu.',
    'Ne gardez que l’essentiel, ou découpez-le en plusieurs fichiers.',
  );
