/** `GET /api/setup`: a folder of this machine that is likely to be the content folder. */
export interface LikelyFolder {
  readonly path: string;
  /** French, for the person at the screen. */
  readonly label: string;
  /** « il sera créé »; empty where there is nothing to add. */
  readonly hint: string;
}

/** The answer to `POST /api/setup`: the folder as it was saved, or a French sentence that says what is wrong with it. */
export type SetupAnswer = { readonly path: string } | { readonly message: string };
