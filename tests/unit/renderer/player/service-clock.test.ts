import { describe, expect, it } from 'vitest';
import { epochOf, ServiceClock } from '../../../../renderer/player/service-clock.ts';

describe('the clock of the player', () => {
  it('follows the clock of the service and runs on from there', () => {
    let elapsed = 1000;
    const clock = new ServiceClock(0, () => elapsed);
    clock.set('2026-05-05T09:00:00+02:00[Europe/Paris]');
    elapsed += 5000;
    expect(new Date(clock.now()).toISOString()).toBe('2026-05-05T07:00:05.000Z');
  });

  it('ignores a message that is not an instant', () => {
    const clock = new ServiceClock(42, () => 0);
    clock.set('bientôt');
    expect(clock.now()).toBe(42);
    expect(epochOf('')).toBeNaN();
  });
});
