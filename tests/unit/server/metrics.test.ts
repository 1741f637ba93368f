import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, type TestContext, test } from 'vitest';
import type { ScreenReport } from '../../../main/contract.ts';
import type { Health } from '../../../main/server/answers.ts';
import { createMetrics } from '../../../main/server/metrics.ts';
import { createScreens } from '../../../main/server/screens.ts';
import { holdLoop } from '../../support/hold-loop.ts';
import { skipBecause } from '../../support/skip-because.ts';

const NOW = Temporal.Instant.from('2031-03-11T09:00:00Z');
const report = (screen: string, more: Partial<ScreenReport> = {}): ScreenReport => ({
  screen,
  width: 1920,
  height: 1080,
  dpr: 1,
  slide: 'a',
  ...more,
});

function service({ onTestFinished }: TestContext, own: string | null = 'Hall', declared: readonly string[] = []) {
  const metrics = createMetrics({ version: '9.9.9', own });
  onTestFinished(() => metrics.close());
  const screens = createScreens();
  const health = (): Health => ({
    status: 'ok',
    version: '9.9.9',
    uptimeSeconds: 1,
    at: '',
    clock: 'ok',
    content: { folder: '/secret/dossier', reachable: true, reading: 2, read: true },
    items: 7,
    heartbeat: { state: 'ok', message: null },
    problems: { refused: 3, warnings: 4 },
    screens: screens
      .view()
      .map((view) => ({ ...view, unplayable: view.screen === 'Hall' ? ['affiche secrète.png'] : [] })),
  });
  metrics.observe({ health, screens, declared: () => declared });
  const lines = async () => (await metrics.text()).split('\n').filter((line) => line.startsWith('preau_'));
  const tell = (said: ScreenReport) => {
    metrics.reported(said);
    screens.report(said, NOW);
  };
  return { metrics, screens, lines, tell };
}

describe('the metrics', () => {
  test('count what each screen painted and put aside, and say when it last painted and whether it is lit', async (context) => {
    const { lines, tell, screens } = service(context);
    screens.connected('Hall');
    screens.sent('Hall', { lit: true, revision: 'r' });
    tell(report('Hall', { slide: null }));
    tell(report('Hall'));
    tell(report('Hall'));
    tell(report('Hall', { unplayable: 'b' }));
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'preau_build_info{version="9.9.9"} 1',
        'preau_slides_painted_total{screen="Hall"} 2',
        'preau_slides_put_aside_total{screen="Hall"} 1',
        'preau_screen_connected{screen="Hall"} 1',
        'preau_screen_lit{screen="Hall"} 1',
        'preau_screen_unplayable_files{screen="Hall"} 1',
        `preau_screen_last_painted_timestamp_seconds{screen="Hall"} ${NOW.epochMilliseconds / 1000}`,
        'preau_screens 1',
        'preau_items 7',
        'preau_reading 2',
        'preau_problems{severity="refused"} 3',
        'preau_problems{severity="warning"} 4',
      ]),
    );
  });

  test('tell of a night that is planned, and of a screen of this machine that never came', async (context) => {
    const { lines, screens } = service(context);
    expect(await lines()).toContain('preau_screen_connected{screen="Hall"} 0');
    screens.connected('Hall');
    screens.sent('Hall', { lit: false, revision: 'r' });
    expect(await lines()).toContain('preau_screen_lit{screen="Hall"} 0');
  });

  test('wait for the screens of the settings, and not for a visitor who has left', async (context) => {
    const { lines, screens, tell } = service(context, null, ['CDI']);
    for (const name of ['CDI', 'passant']) {
      const leave = screens.connected(name);
      tell(report(name));
      leave();
    }
    const connected = (await lines()).filter((line) => line.startsWith('preau_screen_connected{'));
    expect(connected).toEqual(['preau_screen_connected{screen="CDI"} 0']);
  });

  test('have a bounded number of series, whatever names come from the network', async (context) => {
    const { lines, tell, screens } = service(context);
    for (let n = 0; n < 450; n++) {
      screens.connected(`nom ${n}`);
      tell(report(`nom ${n}`));
    }
    const painted = (await lines()).filter((line) => line.startsWith('preau_slides_painted_total{'));
    expect(painted.length).toBeLessThanOrEqual(101);
    expect(painted).toContain('preau_slides_painted_total{screen="autres"} 351');
  });

  test('tell for how long the event loop was held since they were last asked for, and not how often it is looked at', async (context) => {
    const { metrics } = service(context);
    const lag = async (part: string) =>
      Number(new RegExp(`^nodejs_eventloop_lag_${part}_seconds (.+)$`, 'mu').exec(await metrics.text())?.[1]);
    expect(await lag('mean')).toBe(0);
    // The monitor counts from its first look on.
    await holdLoop(400);
    await holdLoop(600);
    expect(await lag('max')).toBeGreaterThan(0.2);
  });

  test('name no file and no folder, and measure memory, the event loop and the time to read', async (context) => {
    const { metrics } = service(context);
    metrics.read(0.3);
    const text = await metrics.text();
    expect(text).not.toContain('secr');
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'preau_read_seconds_bucket',
    ])
      expect(text).toContain(name);
  });
});

describe('docs/parc', () => {
  const folder = fileURLToPath(new URL('../../../docs/parc/', import.meta.url));
  const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8');

  test('every series that an alert, the dashboard or the guide names is one that the service gives', async (context) => {
    const { metrics, screens, tell } = service(context);
    screens.connected('Hall');
    screens.sent('Hall', { lit: true, revision: 'r' });
    tell(report('Hall'));
    const given = await metrics.text();
    const asked = new Set(
      `${read('alertes.yml')}${read('tableau.json')}${read('../parc.md')}`.match(
        /\b(?:preau|nodejs|process)_[a-z0-9_]+/gu,
      ),
    );
    expect(asked.size).toBeGreaterThan(10);
    for (const name of asked) expect(given).toMatch(new RegExp(`^(?:# TYPE )?${name}[ {]`, 'mu'));
  });

  test('the dashboard is JSON with panels that do not overlap', () => {
    const { panels } = JSON.parse(read('tableau.json')) as {
      panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[];
    };
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { id, gridPos: a } of panels) {
      expect(a.x + a.w).toBeLessThanOrEqual(24);
      for (const { id: other, gridPos: b } of panels)
        if (id < other) expect(a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h).toBe(true);
    }
  });

  test('promtool accepts the rules, and they fire when they should', (context) => {
    if (!existsSync('/usr/bin/promtool')) skipBecause(context, 'promtool is not installed');
    expect(execFileSync('promtool', ['check', 'rules', `${folder}alertes.yml`], { encoding: 'utf8' })).toContain(
      'SUCCESS',
    );
    expect(execFileSync('promtool', ['test', 'rules', `${folder}alertes-essais.yml`], { encoding: 'utf8' })).toContain(
      'SUCCESS',
    );
  });
});
