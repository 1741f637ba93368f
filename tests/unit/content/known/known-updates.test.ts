import { describe, expect, test } from 'vitest';
import { createKnownUnits } from '../../../../main/content/known/known-units.ts';
import { createKnownUpdates } from '../../../../main/content/known/known-updates.ts';
import type { Attempts } from '../../../../main/content/reading/attempts.ts';
import type { Listing, SourceFile } from '../../../../main/content/scan/listing.ts';
import { unitSteps, unitsOf } from '../../../../main/content/scan/units-of.ts';
import { atOnce } from '../../../../main/lib/steps.ts';

const FILES = 5_000;
const fileAt = (path: string): SourceFile => ({
  ...{ path, absolute: `/x/${path}`, size: 1 },
  ...{ mtimeMs: 0, ctimeMs: 0, inode: 1 },
});
const photos = Array.from({ length: FILES }, (_, n) => fileAt(`album/photo ${n}.jpg`));
const listing = (...files: SourceFile[]): Listing => ({
  ...{ reachable: true, root: '', problems: [] },
  files: new Map(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((file) => [file.path, file])),
});

/** Updates over attempts that only note what they are asked. */
function updating() {
  const [started, gone]: [string[], string[]] = [[], []];
  const open = new Set<string>();
  const attempts = {
    get: () => undefined,
    paths: () => open,
    start({ unit: { path } }) {
      started.push(path);
      open.add(path);
    },
    drop: (path) => void open.delete(path),
  } satisfies Partial<Attempts>;
  const updates = createKnownUpdates({
    known: createKnownUnits([]),
    attempts: attempts as unknown as Attempts,
    onGone: (path) => gone.push(path),
  });
  const about = (seen: Listing) =>
    [unitsOf(seen), { listing: seen, zone: 'Europe/Paris', longSide: 1_920 }, []] as const;
  return {
    ...{ started, gone, close: updates.close },
    update: (seen: Listing) => updates.update(...about(seen)),
    updateAlerts: (seen: Listing) => updates.updateAlerts(...about(seen)),
  };
}

/** How many steps a computation takes. */
function countSteps(steps: Iterator<unknown>): number {
  let count = 0;
  while (!steps.next().done) count += 1;
  return count;
}

describe('in a folder of thousands of files', () => {
  test('one is looked at after the other, in steps between which the service answers', () => {
    const seen = listing(...photos);
    expect(countSteps(unitSteps(seen, null))).toBeGreaterThanOrEqual(FILES);
    const { update, started } = updating();
    expect(countSteps(update(seen))).toBeGreaterThanOrEqual(FILES);
    expect(started).toHaveLength(FILES);
  });

  test('an alert is read before all others', () => {
    const { update, started } = updating();
    update(listing(...photos, fileAt('urgent/feu.md'))).next();
    expect(started).toEqual(['urgent/feu.md']);
  });

  test('a file that has changed is read before those are looked at that have not', () => {
    const { update, started } = updating();
    atOnce(update(listing(...photos)));
    started.length = 0;
    const steps = update(listing(...photos.slice(0, -1), { ...(photos.at(-1) as SourceFile), size: 2 }));
    while (started.length === 0) steps.next();
    expect(started).toEqual([`album/photo ${FILES - 1}.jpg`]);
  });

  test('an alert that comes while they are looked at is read at once, and stays', () => {
    const { update, updateAlerts, started, gone } = updating();
    const steps = update(listing(...photos));
    for (let n = 0; n < FILES / 2; n += 1) steps.next();
    updateAlerts(listing(fileAt('alerte/feu.md')));
    expect(started.at(-1)).toBe('alerte/feu.md');
    expect(countSteps(steps)).toBeGreaterThan(0);
    expect(gone).toEqual([]);
    updateAlerts(listing());
    expect(gone).toEqual(['alerte/feu.md']);
  });

  test('nothing more is begun once the service closes', () => {
    const { update, started, close } = updating();
    const steps = update(listing(...photos));
    for (let n = 0; n < FILES + 10; n += 1) steps.next();
    const before = started.length;
    close();
    expect(countSteps(steps)).toBe(0);
    expect(started).toHaveLength(before);
  });
});
