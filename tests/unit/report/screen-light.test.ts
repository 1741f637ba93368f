import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { screenLight } from '../../../main/report/screen-light.ts';

const now = Temporal.ZonedDateTime.from('2031-03-11T09:41[Europe/Paris]');
const ago = (minutes: number) => now.subtract({ minutes }).toInstant();
const facts = { hearing: 'here' as const, connected: true, lit: true, lastPaintedAt: ago(0), remarks: [] };

test.each([
  ['that paints is well', facts, 'green', 'Allumé\u00a0: image peinte à l’instant.'],
  [
    'that painted two minutes ago is well',
    { ...facts, lastPaintedAt: ago(2) },
    'green',
    'Allumé\u00a0: image peinte il y a 2\u00a0min.',
  ],
  [
    'in its planned night is well',
    { ...facts, lit: false, lastPaintedAt: ago(600) },
    'green',
    'Éteint à cette heure, comme prévu dans preau.yml.',
  ],
  [
    'that could not play a film is to be looked at',
    { ...facts, remarks: ['Un film.'] },
    'amber',
    'Allumé\u00a0: image peinte à l’instant.',
  ],
  [
    'that has just connected has painted nothing yet',
    { ...facts, lastPaintedAt: null },
    'amber',
    'Relié, mais rien n’est encore peint.',
  ],
  [
    'that is lit and paints no more is out',
    { ...facts, lastPaintedAt: ago(20) },
    'red',
    'Allumé, mais figé\u00a0: dernière image à 9\u00a0h\u00a021.',
  ],
  [
    'that is closed is out',
    { ...facts, connected: false, lastPaintedAt: ago(24 * 60) },
    'red',
    'Fermé ou débranché\u00a0: dernière image lundi 10 mars à 9\u00a0h\u00a041.',
  ],
] as const)('a screen %s', (_what, known, light, sentence) => {
  expect(screenLight(known, now)).toMatchObject({ light, sentence });
});
