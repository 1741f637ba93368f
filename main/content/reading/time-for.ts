import { turnWithTime } from '../../lib/in-turns.ts';
import type { Unit } from '../scan/unit.ts';

/**
 * Resolves when there is time to compute something for a unit: many files that are read at once, or many steps of one long
 * text, do not hold the event loop together. An alert never waits for the others.
 */
export const timeFor = async ({ alert }: Pick<Unit, 'alert'>): Promise<void> => (alert ? undefined : turnWithTime());
