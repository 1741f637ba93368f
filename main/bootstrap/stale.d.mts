/** Types of `stale.mjs`, for its tests. */
export interface Part {
  readonly name: string;
  readonly from: readonly string[];
  readonly gives: readonly string[];
  readonly run: readonly string[];
  readonly says: string;
}
export function fingerprint(root: string, paths: readonly string[]): string;
export function sameAsInstalled(lockText: string, installedText: string): boolean;
export function installIsStale(root: string): boolean;
export function staleParts(
  root: string,
  parts?: readonly Part[],
): readonly (Part & { readonly stamp: string; readonly hash: string })[];
