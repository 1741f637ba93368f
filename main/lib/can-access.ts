import { access, constants } from 'node:fs/promises';

/** Whether something is at a path, or may be used as `mode` says, `constants.X_OK` and the like. Never rejects. */
export const canAccess = (path: string, mode: number = constants.F_OK): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );
