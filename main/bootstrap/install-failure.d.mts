/** Type of `install-failure.mjs`, for its tests. */
export function installFailure(said: string): string;
