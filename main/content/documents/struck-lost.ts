import { dropped, type Fault } from '../fault.ts';

/** What is told where only some words of a line are struck through. */
export const struckLost = (): Fault =>
  dropped(
    'document-struck',
    'Des mots barrés de ce document ne sont pas montrés.',
    'S’ils doivent l’être, enlevez le trait qui les barre ; pour un rendez-vous annulé, écrivez « ANNULÉ ».',
  );
