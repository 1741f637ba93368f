import { describe, expect, it } from 'vitest';
import { outlineOf, readRelease } from './release-outline.ts';

const start = 'Arles, le 20 avril 2026\n\n## Mardi 5 mai\n\n### Arles (13) - Atelier - CIO\n\nVenez.\n\n';
const end = '\n\n## Jeudi 7 mai\n\n### Sète (34) - Forum - Mairie\n';
const BOTH = ['Arles | 13 | Atelier | CIO | 2026-05-05', 'Sète | 34 | Forum | Mairie | 2026-05-07'];

describe('whom to contact', () => {
  it.each([
    'VOTRE CONTACT : Camille Untel, 06 00 00 00 00',
    'Contact médias\n\nCamille Untel',
    'CONTACTS PRESSE ET PARTENAIRES :\n\nCamille Untel',
    '### Personnes à contacter\n\nCamille Untel, chargée de communication',
    '### Interlocuteur presse\n\nCamille Untel, 03.44.00.00.00',
    '## Pour tout renseignement\n\n- Service presse - Camille Untel - 03 44 00 00 00\n- Arles - Camille Untel - 06 00 00 00 00',
    'Pour toute question : Camille Untel',
    'Nos contacts\n\nJeudi 7 mai : permanence téléphonique de Camille Untel au 03 44 00 00 03',
    'Camille Untel, chargée de communication, 06 00 00 00 00',
    'Renseignements : Camille Untel, 06 00 00 00 00',
    '## Contact\n\nArles (13) - Camille Untel - 20 boulevard Untel',
    'RSVP avant le 30 avril auprès de Camille Untel au 03 44 00 00\n01',
    'Contact : Camille Untel au 03 44 00 00 00 (poste 12), c.untel@ac-\nexample.fr',
    'Pour en savoir plus, écrivez à\nc.untel@example.org\nou appelez le\n03 44 00 00 00',
  ])('is no event and no part of one: %s', (contact) => {
    for (const kind of ['md', 'txt'] as const) {
      const text = kind === 'md' ? `${start}${contact}${end}` : `${start}${contact}${end}`.replace(/^#+ /gm, '');
      const release = readRelease(text, kind);
      expect(outlineOf(release), kind).toEqual(BOTH);
      expect(JSON.stringify(release), kind).not.toMatch(/Untel|44|06 |example|@/);
      expect(release?.events[0]?.description, kind).toBe('Venez.');
    }
  });

  it('a column of a table is left out, empty cells keep their place, and the other columns are read by their names', () => {
    const table = `| Date | Heure | Ville | Événement | Lieu | Public | Contact |
|---|---|---|---|---|---|---|
| 16/03/2026 | 14h | Arles (13) | Concert - chorale | Salle Untelle | | 03 83 00 00 00 |
| | 16h | Sète | Exposition "Fil" | | Familles | expo@example.org |
| du 18 au 20/03/2026 | | Nîmes | Forum santé | Collège Camus | | M. Untel 0383112233 |
`;
    const release = readRelease(`Communiqué\n\n${table}`);
    expect(outlineOf(release)).toEqual([
      'Arles | 13 | Concert - chorale | Salle Untelle | 2026-03-16 14:00-'.replace(' - c', ' – c'),
      'Sète | – | Exposition « Fil » | – | 2026-03-16 16:00-',
      'Nîmes | – | Forum santé | Collège Camus | 2026-03-18/2026-03-20',
    ]);
    expect(release?.events[1]?.description).toBe('Public\u00a0: Familles');
    expect(JSON.stringify(release)).not.toMatch(/M\. Untel|example|83/);
  });

  it('what follows a table has not the date of its last row', () => {
    const release = readRelease(
      'Communiqué\n\n| Date | Ville | Action |\n|---|---|---|\n| 16/03/2026 | Arles | Concert |\n| 17/03/2026 | Sète | Bal |\n\n### Nîmes (30) - Forum - Mairie\n',
    );
    expect(outlineOf(release)).toHaveLength(2);
    expect(release?.warnings).toMatchObject([{ code: 'release-event-undated' }]);
  });
});
