import { expect, test } from 'vitest';
import { KIOSK_HOME, notOfKiosk } from '../../../main/settings/kiosk.ts';

test('whoever types a command beside a kiosk hears that it is not about the wall, unless he is root or the kiosk itself', () => {
  const visitor = { isRoot: false, home: '/home/accueil', hasKiosk: true };
  expect(notOfKiosk('setup', visitor)).toContain('tapez « preau setup » en root');
  expect(notOfKiosk('setup', { ...visitor, isRoot: true })).toBeNull();
  expect(notOfKiosk('check', { ...visitor, home: KIOSK_HOME })).toBeNull();
  expect(notOfKiosk('check', { ...visitor, hasKiosk: false })).toBeNull();
});
