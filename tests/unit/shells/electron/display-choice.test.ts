import { describe, expect, test } from 'vitest';
import { chooseDisplay } from '../../../../main/shells/electron/display-choice.ts';

const display = (id: number, label: string, x: number) => ({
  id,
  label,
  bounds: { x, y: 0, width: 1920, height: 1080 },
});
const RIGHT = display(1, 'LG Electronics 43"', 1920);
const LEFT = display(2, 'Écran d’accueil', 0);
const ALL = [RIGHT, LEFT];

describe('the display of the window', () => {
  test.each([
    ['', 1, true],
    ['primary', 1, true],
    ['principal', 1, true],
    ['1', 2, true],
    ['2', 1, true],
    ['ecran d’accueil', 2, true],
    ['LG', 1, true],
    ['HDMI-A-9', 1, false],
    ['7', 1, false],
  ])('« %s » is display %i', (wanted, id, asAsked) => {
    expect(chooseDisplay(ALL, 1, wanted)).toMatchObject({ display: { id }, asAsked });
  });

  test('is the first one where the system names no primary one, and none where there is none', () => {
    expect(chooseDisplay([LEFT], 99, '')?.display).toBe(LEFT);
    expect(chooseDisplay([], 1, '')).toBeNull();
  });
});
