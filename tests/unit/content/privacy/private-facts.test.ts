import { describe, expect, it } from 'vitest';
import { withoutFacts } from '../../../../main/content/privacy/private-facts.ts';
import { computedMs } from '../../../support/computed.ts';

describe('what is said of somebody who is named', () => {
  it.each([
    ['Notes de maths : Léa UNTEL 15/20, UNTEL Tom 8,5/20', ''],
    ['Mme Untel est hospitalisée.', ''],
    ['PAI : Léa UNTEL, arachide', ''],
    ['Le club ouvre à 17h. Léa UNTEL est asthmatique. Venez !', 'Le club ouvre à 17h. Venez !'],
    ['Mme Untel absente pour raison médicale', 'Mme Untel absente'],
    ['Mme Untel absente jusqu’au 12 mai (congé maternité)', 'Mme Untel absente jusqu’au 12 mai'],
    ['M. Untel, en arrêt maladie, est remplacé par Mme Unetelle.', 'M. Untel est remplacé par Mme Unetelle.'],
    ['Léa UNTEL est absente pour une gastro.', 'Léa UNTEL est absente.'],
    ['Léa UNTEL a obtenu 15 sur 20 en maths.', ''],
    ['Moyenne de Tom UNTEL : 12,5', ''],
    ['Conseil de discipline de Tom UNTEL mardi 5 mai', ''],
    ['Élèves boursiers : Léa UNTEL', ''],
    ['Régime sans porc : UNTEL Tom', ''],
    ['Léa UNTEL, née le 12/03/2012, 6e A', 'Léa UNTEL, 6e A'],
    ['Né(e) le 12 mars 2012', ''],
    ['Léa UNTEL, 1 85 05 78 006 084 91', 'Léa UNTEL'],
    ['N° de sécurité sociale : 185057800608491', ''],
    ['Léa UNTEL (1 85 05 78 006 084 91), 6e A', 'Léa UNTEL, 6e A'],
    ['Sécu : 2 69 05 2A 588 157', ''],
    ['Identifiant : lea.untel, mot de passe : Tulipe9', ''],
  ])('without marks, health and why they are away: « %s »', (line, left) => {
    expect(withoutFacts(line)).toBe(left);
  });

  it.each([
    'Article 1850578006084',
    'Article 185057800608436',
    'Code-barres 2 690549 588157',
    'Résultats : 1 85 05 78 006 084 36',
    'Du 1 au 12 05 26, salles 100 et 200',
    'Loto : 1 12 05 26 33 41',
    'Conférence du Dr Untel sur le diabète',
    'Collège VERNE Nantes : moyenne de 12/20',
    'La moyenne requise est de 10/20.',
    'Collecte pour la recherche sur l’asthme',
    'Léa UNTEL (6e A) 12 min 30',
    'Bravo : la nouvelle de Léa UNTEL a été retenue pour la finale !',
    'Réunion pour les boursiers avec Jeanne UNTEL',
    'Plat végétarien de Léa UNTEL et des 4e B',
    'Félicitations à Léa UNTEL, 98 points !',
    'RÉUNION Parents : notes du 2e trimestre',
    'BREVET Blanc : notes rendues le 5 mai',
    'Moyenne BREVET : 12/20',
    'ATELIER Cuisine : un régime équilibré',
    'Léa UNTEL présente ses notes de voyage le 5 mai',
    'Mme Untel, assistante sociale, parle des boursiers',
    'Victor Hugo, né le 26 février 1802',
    'Un mot de passe se choisit avec soin',
    'Mme Untel absente mardi 5 mai',
    'Réunion avec Mme Untel le 15/02 à 17h',
  ])('is left as it is: « %s »', (line) => {
    expect(withoutFacts(line)).toBe(line);
  });

  it('is looked for in 200,000 characters in no time', () => {
    const before = computedMs();
    for (const piece of [
      ' ',
      'notes ',
      'identifiant ',
      'né le ',
      'Mme Untel absente, ',
      'Léa UNTEL ',
      '15/20 ',
      '1',
      '(',
    ])
      withoutFacts(`Mme Untel ${piece.repeat(200_000 / piece.length)} est absente`);
    expect(computedMs() - before).toBeLessThan(2_000);
  });
});
