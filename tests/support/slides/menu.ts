import type { KindSamples, Sample } from './kind-samples.ts';

const COURSES = [
  { name: 'Entrée', dishes: ['Carottes râpées au citron', 'ou betteraves aux pommes'] },
  { name: 'Plat', dishes: ['Sauté de dinde à la moutarde'] },
  { name: 'Garniture', dishes: ['Riz pilaf', 'Haricots verts persillés'] },
  { name: 'Fromage', dishes: ['Tomme de montagne'] },
  { name: 'Dessert', dishes: ['Fraises au sucre'] },
];

const tomorrow = (dish: string): Sample<'menu'> => ({
  kind: 'menu',
  day: '2026-05-06',
  label: 'Demain',
  courses: [{ dishes: [dish] }, { dishes: ['Gratin de courgettes'] }],
});

export const menuSamples: KindSamples<'menu'> = {
  examples: {
    menu: { kind: 'menu', title: 'Menu du mardi 5 mai', day: '2026-05-05', label: 'Aujourd’hui', courses: COURSES },
    'menu-evening': {
      kind: 'menu',
      title: 'Menu du mardi 5 mai',
      day: '2026-05-05',
      label: 'Aujourd’hui',
      meal: 'Soir',
      courses: [{ dishes: ['Potage aux légumes'] }, { dishes: ['Lasagnes aux épinards'] }, { dishes: ['Compote'] }],
    },
  },
  filled: ({ title, town, venue, heading }) => ({
    menu: {
      kind: 'menu',
      day: '2026-05-05',
      label: 'Mercredi',
      courses: [
        { name: heading, dishes: [title, venue] },
        { name: town, dishes: [title] },
      ],
    },
  }),
  pairs: { menu: [tomorrow('Salade de tomates'), tomorrow('Soupe au pistou')] },
};
