import type { Slide } from '../../main/contract.ts';
import { FILM, LANDSCAPE, PAGE, PORTRAIT } from './slides-media.ts';

const when = {
  from: '2026-05-05',
  to: '2026-05-05',
  label: 'mardi 5 mai',
  hours: '14 h – 17 h',
  moment: 'à 14 h',
  phase: 'toCome',
};
const range = { from: '2026-05-04', to: '2026-05-07', label: 'du 4 au 7 mai', moment: 'en ce moment', phase: 'now' };
const place = { town: 'Belleville', venue: 'Collège des Trois-Rivières' };
const exhibition = { kind: 'exhibition', title: 'Regards croisés', of: 8, ...place, when: range };
const prose = 'Une journée pour visiter les ateliers, rencontrer les élèves et poser toutes ses questions.';
const messages = [
  'J’ai osé lever la main, et j’avais la bonne réponse.',
  'On a recommencé trois fois. La quatrième a marché !',
  'Merci à celles et ceux qui m’ont attendu.',
  'Un pas chaque jour.',
];

/** One slide of every kind and of every part it may have, with plain words that name no place that exists. */
export const EVERY_KIND: Readonly<Record<string, Partial<Slide>>> = Object.fromEntries(
  Object.entries({
    event: {
      kind: 'event',
      title: 'Portes ouvertes des ateliers',
      ...place,
      category: 'Portes ouvertes',
      description: `${prose} Démonstrations toutes les heures.`,
      partners: 'la Ville et l’association des parents',
      when,
      link: 'https://exemple.fr/portes-ouvertes-2026',
    },
    'event-range': {
      kind: 'event',
      title: 'Semaine du jardin',
      ...place,
      category: 'Atelier',
      description: prose,
      when: range,
      image: LANDSCAPE,
    },
    'event-highlight': {
      kind: 'event',
      title: 'Remise des prix',
      town: 'Montfleury-sur-Loire',
      category: 'Temps fort',
      when,
    },
    agenda: {
      kind: 'agenda',
      title: 'Aujourd’hui',
      label: 'Aujourd’hui',
      day: '2026-05-05',
      sections: [
        {
          heading: 'Ce mardi',
          entries: [
            {
              town: 'Belleville',
              title: 'Portes ouvertes des ateliers',
              venue: 'Collège des Trois-Rivières',
              hours: '9 h – 12 h',
              now: true,
            },
            { town: 'Montfleury', title: 'Remise des prix', hours: '17 h' },
          ],
        },
        {
          heading: 'Toute la semaine',
          entries: [{ town: 'Valmont', title: 'Semaine du jardin', venue: 'Lycée Val-de-Lys' }],
        },
      ],
    },
    'agenda-soon': {
      kind: 'agenda',
      title: 'Bientôt',
      label: 'Bientôt',
      day: null,
      sections: [
        {
          heading: 'Jeudi 7 mai',
          day: '2026-05-07',
          entries: [{ town: 'Valmont', title: 'Forum des métiers', venue: 'Gymnase', hours: '10 h' }],
        },
      ],
    },
    'exhibition-opening': {
      ...exhibition,
      part: 'opening',
      n: 0,
      description: prose,
      partners: 'la médiathèque',
      plate: LANDSCAPE,
    },
    'exhibition-plate': {
      ...exhibition,
      part: 'plate',
      n: 3,
      plate: { ...LANDSCAPE, caption: 'Les collines au matin' },
    },
    'exhibition-plate-portrait': {
      ...exhibition,
      part: 'plate',
      n: 4,
      plate: { ...PORTRAIT, caption: 'Le soir, sur la route' },
    },
    'exhibition-credits': {
      ...exhibition,
      part: 'credits',
      n: 0,
      credits: 'Photographies des élèves de la classe de troisième.',
      partners: 'la médiathèque',
      plate: PORTRAIT,
    },
    tree: {
      kind: 'tree',
      title: 'L’arbre aux messages',
      ...place,
      messages: messages.map((text, n) => ({ id: `m${n}`, text })),
    },
    image: { kind: 'image', title: 'Les collines', ...LANDSCAPE, fit: 'cover', caption: 'Sortie de fin d’année' },
    'image-portrait': { kind: 'image', title: 'L’affiche', ...PORTRAIT, fit: 'cover' },
    'image-page': { kind: 'image', title: 'Le règlement', ...PAGE, fit: 'contain', page: [2, 5] },
    video: { kind: 'video', title: 'Le film', ...FILM, muted: true },
    text: {
      kind: 'text',
      title: 'Bienvenue',
      html: '<h1>Bienvenue</h1><p>La cantine ouvre à <strong>11 h 45</strong>.</p><ul><li>entrées et fromages</li><li>plat du jour</li></ul><blockquote><p>« Bien manger, c’est bien apprendre. »</p></blockquote>',
      links: [{ label: 'Les menus', url: 'https://exemple.fr/menus' }],
    },
    'text-table': {
      kind: 'text',
      title: 'Horaires',
      html: '<h1>Horaires</h1><table><thead><tr><th>Jour</th><th>Bus</th></tr></thead><tbody><tr><td>Lundi</td><td>17 h 10</td></tr><tr><td>Mardi</td><td>16 h 05</td></tr></tbody></table>',
      links: [],
    },
    alert: {
      kind: 'alert',
      title: 'Transports',
      html: '<h1>Pas de car ce soir</h1><p>Les familles sont prévenues. Attendez dans la salle 12.</p>',
      at: '9 h 41',
    },
    'alert-picture': { kind: 'alert', title: 'Plan', image: LANDSCAPE, at: '9 h 41' },
    idle: { kind: 'idle', title: 'Préau', place: 'Collège des Trois-Rivières', town: 'Belleville' },
  }).map(([id, slide]) => [id, { id, ...slide } as Partial<Slide>]),
);

/** Three days of a week, for the ribbon. */
export const WEEK = [
  { day: '2026-05-04', label: 'lun. 4' },
  { day: '2026-05-05', label: 'mar. 5' },
  { day: '2026-05-06', label: 'mer. 6' },
  { day: '2026-05-07', label: 'jeu. 7' },
];
