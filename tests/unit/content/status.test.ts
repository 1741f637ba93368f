import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { datesOfPath } from '../../../main/content/names/file-name.ts';
import { splitStatus } from '../../../main/content/status.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };

test.each([
  ['ANNULÉ - Visite du lycée', 'annulé', 'Visite du lycée'],
  ['Visite du lycée (annulée)', 'annulée', 'Visite du lycée'],
  ['Visite du lycée - ANNULEE', 'annulée', 'Visite du lycée'],
  ['ANNULE_Visite', 'annulé', 'Visite'],
  ['Cours de M. Petit supprimés', 'supprimés', 'Cours de M. Petit'],
  ['Forum annulé', 'annulé', 'Forum'],
  ['Réunion annulée, reportée au lundi 18 mai à 17h', 'reportée au lundi 18 mai, à 17 h', 'Réunion'],
  ['Cross ANNULÉ et reporté au 19 mai', 'reporté au mardi 19 mai', 'Cross'],
  ['Cross (annulé en raison de la météo)', 'annulé en raison de la météo', 'Cross'],
  ['Sortie annulée faute de car', 'annulée faute de car', 'Sortie'],
  ['Le forum est annulé', 'annulé', 'Le forum'],
  ['5 mai ANNULÉ Forum', 'annulé', '5 mai - Forum'],
  ['Forum (annulé) des métiers', 'annulé', 'Forum des métiers'],
  ['[ANNULÉ] Forum', 'annulé', 'Forum'],
  ['annulé : Forum', 'annulé', 'Forum'],
  ['Forum - reporté', 'reporté', 'Forum'],
  ['Forum reporté au 12 mai', 'reporté au mardi 12 mai', 'Forum'],
  ['Forum (reporté au 12/05)', 'reporté au mardi 12 mai', 'Forum'],
  ['REPORTÉE au mardi 12 mai 14h - Visite', 'reportée au mardi 12 mai, à 14 h', 'Visite'],
  ['Forum décalé au 12 mai', 'décalé au mardi 12 mai', 'Forum'],
  ['Forum reporté à la rentrée', 'reporté à la rentrée', 'Forum'],
  ['5 mai - Forum reporté du 5 au 12 mai', null, ''],
  ['Canceled: Forum', 'annulé', 'Forum'],
  ['Cancelled - Forum', 'annulé', 'Forum'],
  ['Annulation : sortie au zoo', 'annulé', 'sortie au zoo'],
  ['Forum annulé (grève)', 'annulé', 'Forum (grève)'],
  ['Forum annulé (5 mai)', 'annulé', 'Forum (5 mai)'],
  ['Forum avancé au 4 mai', 'avancé au lundi 4 mai', 'Forum'],
  ['Forum (report au 12 mai)', 'reporté au mardi 12 mai', 'Forum'],
  ['Forum - REPORT AU 12/05', 'reporté au mardi 12 mai', 'Forum'],
  ['Forum déprogrammé', 'déprogrammé', 'Forum'],
  ['Forum - ajourné', 'ajourné', 'Forum'],
  // No new day is said
  ['Forum décalé à 15h', 'décalé : à 15 h', 'Forum'],
  ['Forum reporté en juin', 'reporté en juin', 'Forum'],
])('« %s » does not take place', (text, label, rest) => {
  const told = splitStatus(text, context);
  expect(told && { label: told.status.label.replace(/\u00a0/gu, ' '), rest: told.rest }).toEqual(
    label === null ? expect.anything() : { label, rest },
  );
});

test.each([
  'Forum non annulé',
  'Sortie annulée si pluie',
  'Sortie annulée en cas de pluie',
  'Sortie annulée (si pluie)',
  'Annulation des billets',
  'Vocabulaire: cancelled, postponed',
  'Le conseil annule',
  'Annuler une inscription',
  'Reportage du club photo',
  'Rapport annuel',
  'Report des notes',
  'Report du conseil au 14 mai',
  'Le report au 12 mai est possible',
  'Repoussons nos limites',
  'Déplacements à vélo',
  'Le groupe a décalé son regard',
  'Peut être annulé',
])('« %s » takes place, or says so itself', (text) => {
  expect(splitStatus(text, context)).toBeNull();
});

test('an hour alone is no new day, on which it would be announced again', () => {
  expect(splitStatus('Sortie décalée à 15h', context)?.status.to).toBeUndefined();
  expect(splitStatus('Sortie reportée en juin', context)).toMatchObject({
    unread: 'juin',
    status: { kind: 'postponed' },
  });
});

test('a name keeps its date when it is cancelled or postponed', () => {
  const read = (name: string) => datesOfPath(`${name}.txt`, false, context.zone, context.reference);
  expect(read('5 mai 14h - Forum - ANNULÉ')).toMatchObject({ title: 'Forum', status: { kind: 'cancelled' } });
  expect(read('5 mai 14h - Forum - ANNULÉ').when?.label).toBe('mardi 5 mai, à 14\u00a0h');
  const moved = read('5 mai - Forum reporté au 12 mai');
  expect(moved.when?.label).toBe('mardi 5 mai');
  expect(moved.status?.to?.label).toBe('mardi 12 mai');
  expect(read('ANNULÉ - 5 mai - Forum')).toMatchObject({ title: 'Forum', when: { label: 'mardi 5 mai' } });
});
