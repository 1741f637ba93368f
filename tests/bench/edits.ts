import type { Bench } from './bench-part.ts';
import { type Row, spreadOf } from './figures.ts';
import { openWall, paintedAt } from './on-wall.ts';

/** From writing a text or an alert, or removing it, to the mark of the slide that is then alone on the wall. */
export async function benchEdits({ browser, quick }: Bench): Promise<Row[]> {
  const rounds = quick ? 5 : 20;
  const wall = await openWall(browser, async (folders) => {
    await folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n');
    await folders.write('note.md', '# Note\n\nUne phrase.\n');
  });
  const { folders, page } = wall;
  const edits: number[] = [];
  const alerts: number[] = [];
  const ends: number[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await folders.write('note.md', `# Note ${round}\n\nUne phrase.\n`);
      const written = Date.now();
      edits.push((await paintedAt(page, { title: `Note ${round}` })) - written);
    }
    for (let round = 1; round <= rounds; round += 1) {
      await folders.write('alerte/fermeture.md', `# Fermeture ${round}\n\nCe soir.\n`);
      const written = Date.now();
      alerts.push((await paintedAt(page, { kind: 'alert', after: written })) - written);
      await folders.remove('alerte/fermeture.md');
      const removed = Date.now();
      ends.push((await paintedAt(page, { notKind: 'alert', after: removed })) - removed);
    }
  } finally {
    await wall.close();
  }
  return [
    { what: 'text edited → painted', figure: spreadOf(edits) },
    { what: 'alert written → painted', figure: spreadOf(alerts) },
    { what: 'alert removed → gone', figure: spreadOf(ends) },
  ];
}
