import { describe, expect, it } from 'vitest';
import { formatProgramme } from '../../../main/commands/programme.ts';
import type { Programme } from '../../../main/contract.ts';

const programme: Programme = {
  at: '2026-05-05T09:05:00+02:00[Europe/Paris]',
  day: '2026-05-05',
  screen: 'Hall',
  revision: 'r',
  nextChange: '2026-05-06T00:00:00+02:00[Europe/Paris]',
  lit: true,
  theme: 'clair',
  week: [],
  slides: [
    {
      kind: 'event',
      id: 'a',
      title: 'Portes ouvertes',
      durationMs: 12_000,
      source: 'portes-ouvertes.md',
      serial: 0,
      town: 'Ville',
      when: { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai' },
    },
    { kind: 'idle', id: 'b', title: 'Horloge', durationMs: 8000, source: null, serial: 0 },
  ],
};

describe('preau programme', () => {
  it('prints the day, each slide with its seconds and its file, and when the programme changes', () => {
    const text = formatProgramme(programme);
    expect(text).toContain(
      'Programme du mardi 5 mai 2026 à 9 h 05, écran « Hall »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'),
    );
    expect(text).toContain('12 s  événement   Ville – Portes ouvertes (portes-ouvertes.md)');
    expect(text).toContain('2 diapositives, 20 s en tout.');
    expect(text).toContain('Change mercredi 6 mai 2026 à 0 h');
  });

  it('says that the screen is off outside its hours', () => {
    const text = formatProgramme({ ...programme, lit: false, slides: [], screen: '', nextChange: null });
    expect(text).toContain('éteint');
    expect(text).toContain('Rien ne change');
    expect(text).not.toContain('écran «');
  });
});
