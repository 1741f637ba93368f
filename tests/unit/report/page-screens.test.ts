import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Heartbeat } from '../../../main/fleet/heartbeat.ts';
import type { Hearing, OtherMachine } from '../../../main/fleet/sightings.ts';
import type { DayAhead, DaySlide } from '../../../main/regie-contract.ts';
import { otherScreens, untoldScreens } from '../../../main/report/known-screens.ts';
import { screenRows, screensSection } from '../../../main/report/page-screens.ts';
import { weekSection } from '../../../main/report/page-week.ts';
import { screenLight } from '../../../main/report/screen-light.ts';

const now = Temporal.ZonedDateTime.from('2031-03-11T09:41[Europe/Paris]');
const heardAt = (minutes: number): Hearing => ({ kind: 'heard', at: now.subtract({ minutes }).toInstant() });
const silent: Hearing = { kind: 'silent', since: now.subtract({ hours: 25 }).toInstant() };

const shown = {
  ...{ name: 'cdi', connected: true, lit: true, paintedAgoS: 3, title: null },
  ...{ size: '', revision: '', remarks: [] },
};
const heartbeat: Heartbeat = {
  ...{ format: 1, name: 'cdi', run: 'a', beat: 1, machine: 'poste-cdi', at: '2031-03-11T08:41:00Z', version: '1.0.0' },
  ...{ clockTrusted: true, reachable: true, cacheBytes: 1, freeBytes: 9e9, picture: true },
  problems: { refused: 0, warnings: 0 },
  screens: [shown],
};
const machine = (hearing: Hearing, more: Partial<Heartbeat> = {}, aheadS: number | null = null): OtherMachine => ({
  hearing,
  aheadS,
  heartbeat: { ...heartbeat, ...more },
});
const screenOf = (other: OtherMachine, isLit = true) => {
  const [screen] = otherScreens([other], () => isLit);
  if (screen === undefined) throw new Error('no screen');
  return screen;
};
const lightOf = (other: OtherMachine, isLit = true) => screenLight(screenOf(other, isLit), now);

describe('the screen of another machine', () => {
  test.each([
    ['that is heard and paints is well', machine(heardAt(1)), true, 'green', 'Allumé.'],
    [
      'that is silent in its hours is out',
      machine(silent),
      true,
      'red',
      /^Sans nouvelles .* depuis le lundi 10 mars à 8/u,
    ],
    ['that is switched off for its planned night is well', machine(silent), false, 'green', /comme prévu/u],
    ['whose file has just been found is awaited', machine({ kind: 'awaited' }), true, 'amber', /attendues/u],
    [
      'whose browser is closed is out',
      machine(heardAt(0), { screens: [{ ...shown, connected: false }] }),
      true,
      'red',
      /^Fermé/u,
    ],
    [
      'that painted long ago is stuck',
      machine(heardAt(0), { screens: [{ ...shown, paintedAgoS: 3600 }] }),
      true,
      'red',
      /figé/u,
    ],
    [
      'that is in its night by its own word is well',
      machine(heardAt(0), { screens: [{ ...shown, lit: false }] }),
      true,
      'green',
      /comme prévu/u,
    ],
    ['whose clock is two hours off paints all the same', machine(heardAt(0), {}, 7200), true, 'amber', 'Allumé.'],
    ['whose disk is nearly full is to be looked at', machine(heardAt(0), { freeBytes: 9e6 }), true, 'amber', 'Allumé.'],
    [
      'that does not read the folder any more is to be looked at',
      machine(heardAt(0), { reachable: false }),
      true,
      'amber',
      'Allumé.',
    ],
  ] as const)('%s', (_what, other, isLit, light, words) => {
    const told = lightOf(other, isLit);
    expect(told.light).toBe(light);
    expect(told.lasting.replaceAll('\u00a0', ' ')).toMatch(words);
  });

  test('says by how much its clock is off, in hours', () => {
    expect(screenOf(machine(heardAt(0), {}, -7200)).remarks[0]).toMatch(/retarde de 2\u00a0h\u00a000/u);
  });

  test('that the settings name and no machine tells of is to be looked at', () => {
    const [untold, ...others] = untoldScreens(['CDI', 'Cantine'], [screenOf(machine(heardAt(0)))]);
    expect(others).toEqual([]);
    expect([untold?.name, untold && screenLight(untold, now).light]).toEqual(['Cantine', 'amber']);
  });
});

describe('the page', () => {
  const sectionOf = (others: readonly OtherMachine[], at = now) =>
    [
      ...screensSection(
        screenRows(
          otherScreens(others, () => true),
          at,
        ),
      ),
    ].join('');

  test('shows what is out first, with what to do, and is the same a minute later', () => {
    const others = [machine(heardAt(1)), machine(silent, { name: 'hall', screens: [{ ...shown, name: '<hall>' }] })];
    const page = sectionOf(others);
    expect(page.indexOf('&#60;hall&#62;')).toBeLessThan(page.indexOf('cdi'));
    expect(page).toContain('supprimez <span class="which">_écrans/hall.json</span>');
    expect(page).toContain('Relevé mardi 11 mars, après 9\u00a0h,');
    expect(sectionOf(others, now.add({ minutes: 1 }))).toBe(page);
    expect(sectionOf(others, now.add({ hours: 1 }))).not.toBe(page);
    expect(sectionOf([])).toBe('');
  });

  test('tells the coming days in words: what is shown, its hours, and the days that have nothing', () => {
    const slide = (title: string, hours = ''): DaySlide => ({
      ...{ id: title, kind: 'image', title, durationMs: 1, source: `${title}.png`, at: '', hours },
    });
    const day = (label: string, slides: readonly DaySlide[], lit: string | null = ''): DayAhead => ({
      ...{ day: '2031-03-11', label, lit, turnSeconds: 60, slides, changes: [] },
    });
    const days = [
      day('mardi 11 mars', [slide('Forum', '14 h – 17 h'), slide('Forum', '14 h – 17 h')]),
      day('mercredi 12 mars', [], '8 h – 17 h'),
      day('jeudi 13 mars', [], null),
    ];
    const page = [...weekSection({ groups: [{ screens: [''], days }], leftOut: 2 })].join('');
    expect(page.match(/Forum<\/a>/gu)).toHaveLength(1);
    expect(page).toContain('Aujourd’hui, mardi 11 mars</b> <span>1\u00a0à\u00a0l’écran');
    expect(page).toContain('14 h – 17 h');
    expect(page).toContain('rien ce jour-là, allumé 8 h – 17 h');
    expect(page).toContain('éteint toute la journée');
    expect(page).toContain('2 autres écrans ont leur propre programme');
  });
});
