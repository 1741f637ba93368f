/** Types of `bootstrap.mjs`, which must run before anything is built, hence is plain JavaScript; for its tests. */
export interface Part {
  readonly name: string;
  readonly from: readonly string[];
  readonly gives: readonly string[];
  readonly run: readonly string[];
  readonly says: string;
}
export const PARTS: readonly Part[];
export function fingerprint(root: string, paths: readonly string[]): string;
export function sameAsInstalled(lockText: string, installedText: string): boolean;
export function installIsStale(root: string): boolean;
export function staleParts(
  root: string,
  parts?: readonly Part[],
): readonly (Part & { readonly stamp: string; readonly hash: string })[];
