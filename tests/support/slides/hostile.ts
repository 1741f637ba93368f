import type { Slide } from '../../main/contract.ts';
import { PANORAMA, POINT, PORTRAIT, TOWER } from './slides-media.ts';

const sentence = 'Les élèves préparent ensemble une journée de rencontres avec des professionnels du territoire. ';
export const TITLE_OF_300 = sentence.repeat(4).slice(0, 300).trim();
const WORD_OF_60 = 'anticonstitutionnellement'.repeat(3).slice(0, 60);
const TOWN = 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson';
const WORDS_4000 = sentence.repeat(308).trim();
const ARABIC = 'مرحبا بكم في المدرسة، نحن نتعلم معا كل يوم ونواصل المثابرة حتى النجاح';
const EMOJI = '🎉 Fête 👩‍🏫 de l’école 🇫🇷';
const MATHS = '∑∀x∈ℝ, ∫₀¹f(x)dx ≥ √2 ⇒ Δ≠∅';
const MARKS = '\u200fأهلا\u200e Bonjour \u202bעברית\u202c fin';
const MARKUP = '<b>gras</b> & <script>alert(1)</script> &lt;i&gt; **x** {{y}}';

const when = { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai' };
const LONG_WHEN = {
  from: '2026-09-28',
  to: '2026-12-23',
  label: 'du 28 septembre au 23 décembre 2026',
  hours: '9 h 30 – 12 h 45, 14 h – 17 h 15',
  moment: 'en ce moment',
};

type Named = Readonly<Record<string, Partial<Slide>>>;

/** The same text in every field that a kind has. */
function everywhere(text: string): Named {
  const place = { town: text, venue: text, description: text, partners: text, title: text };
  return {
    event: { kind: 'event', ...place, category: text, when, link: 'https://exemple.fr/' },
    agenda: {
      kind: 'agenda',
      label: 'Aujourd’hui',
      day: '2026-05-05',
      sections: [{ heading: text.slice(0, 60), entries: [{ title: text, town: text, venue: text, hours: '14 h' }] }],
    },
    opening: { kind: 'exhibition', part: 'opening', n: 0, of: 1, ...place, when: LONG_WHEN },
    plate: { kind: 'exhibition', part: 'plate', n: 1, of: 1, ...place, plate: { ...PORTRAIT, caption: text } },
    credits: { kind: 'exhibition', part: 'credits', n: 0, of: 1, ...place, credits: text },
    tree: { kind: 'tree', title: text, town: text, venue: text, messages: [{ id: 'm', text }] },
    image: { kind: 'image', title: text, ...PORTRAIT, fit: 'cover', caption: text },
    text: {
      kind: 'text',
      title: text,
      html: `<p>${escaped(text)}</p>`,
      links: [{ label: text, url: 'https://exemple.fr/' }],
    },
    alert: { kind: 'alert', title: text, html: `<p>${escaped(text)}</p>`, at: '9 h 41' },
    idle: { kind: 'idle', title: text, place: text, town: text },
  } as Named;
}

export const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

const plates = (of: number): Partial<Slide> =>
  ({
    kind: 'exhibition',
    title: 'Beaucoup',
    part: 'plate',
    n: of,
    of,
    plate: { ...PORTRAIT, caption: 'La dernière' },
  }) as Partial<Slide>;

/** « Hostile content »: what nobody should write, and someone will. */
export const HOSTILE: Readonly<Record<string, Named>> = {
  'titles of one sign': everywhere('A'),
  'titles of 300 signs': everywhere(TITLE_OF_300),
  'a word of 60 letters': everywhere(WORD_OF_60),
  'a town with a very long name': everywhere(TOWN),
  Arabic: everywhere(ARABIC),
  emoji: everywhere(EMOJI),
  mathematics: everywhere(MATHS),
  'right-to-left marks': everywhere(MARKS),
  'markup in every field': everywhere(MARKUP),
  'pictures of every shape': {
    panorama: { kind: 'image', title: 'Panorama', ...PANORAMA, fit: 'cover', caption: 'La ligne d’horizon' },
    tower: { kind: 'image', title: 'Tour', ...TOWER, fit: 'cover', caption: 'Le clocher' },
    point: { kind: 'image', title: 'Point', ...POINT, fit: 'cover', caption: 'Un point' },
    'event with a panorama': {
      kind: 'event',
      title: 'Panorama',
      town: TOWN,
      when: LONG_WHEN,
      image: PANORAMA,
      description: sentence.repeat(3),
    },
    'event with a tower': { kind: 'event', title: 'Tour', town: 'Lys', when, image: TOWER },
    'plate with a point': {
      kind: 'exhibition',
      title: 'Un',
      part: 'plate',
      n: 1,
      of: 1,
      plate: { ...POINT, caption: TOWN },
    },
  } as Named,
  'a great many, or none': {
    '40 events': {
      kind: 'agenda',
      label: 'Aujourd’hui',
      day: '2026-05-05',
      sections: [
        {
          heading: 'Ce mardi',
          entries: Array.from({ length: 40 }, (_, n) => ({
            town: n % 3 ? 'Lys' : TOWN,
            title: sentence,
            hours: '14 h',
            now: n === 3,
          })),
        },
      ],
    },
    '300 plates': plates(300),
    'no plate': { kind: 'exhibition', title: 'Rien encore', part: 'opening', n: 0, of: 0 },
    'no message': { kind: 'tree', title: 'Arbre nu', messages: [] },
    '600 messages': {
      kind: 'tree',
      title: 'Arbre plein',
      messages: Array.from({ length: 600 }, (_, n) => ({ id: `m${n}`, text: n % 2 ? 'Oui !' : sentence.repeat(2) })),
    },
    'no description': { kind: 'event', title: 'Sans rien', town: 'Lys', when },
    'nothing but a name': { kind: 'alert', title: 'Évacuation' },
    'a long since': {
      kind: 'alert',
      title: 'Mot',
      html: '<p>Pas de car ce soir.</p>',
      at: 'mercredi, 14\u00a0h\u00a041',
    },
  } as Named,
  '4,000 words': {
    event: { kind: 'event', title: 'Une longue histoire', town: 'Lys', when, description: WORDS_4000 },
    text: { kind: 'text', title: 'Une longue histoire', html: `<p>${WORDS_4000}</p>`, links: [] },
  } as Named,
};
