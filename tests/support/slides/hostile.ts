import type { SlideKind } from '../../../main/contract.ts';
import { PANORAMA, POINT, PORTRAIT, TOWER } from '../slides-media.ts';
import { LONG_RANGE } from './common.ts';
import type { Sample } from './kind-samples.ts';
import { filled } from './samples.ts';

const SENTENCE = 'Les élèves préparent ensemble une journée de rencontres avec des professionnels du territoire. ';
const TITLE_OF_300 = SENTENCE.repeat(4).slice(0, 300).trim();
const WORD_OF_60 = 'anticonstitutionnellement'.repeat(3).slice(0, 60);
const LONG_TOWN = 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson';
const ARABIC = 'مرحبا بكم في المدرسة، نحن نتعلم معا كل يوم ونواصل المثابرة حتى النجاح';
const EMOJI = '🎉 Fête 👩‍🏫 de l’école 🇫🇷';
const MATHS = '∑∀x∈ℝ, ∫₀¹f(x)dx ≥ √2 ⇒ Δ≠∅';
const MARKS = '\u200fأهلا\u200e Bonjour \u202bעברית\u202c fin';
const MARKUP = '<b>gras</b> & <script>alert(1)</script> &lt;i&gt; **x** {{y}}';
/** 4,004 words. */
const LONG_TEXT = SENTENCE.repeat(308).trim();

const DAY = { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai' };

type Named = Readonly<Record<string, Sample<SlideKind>>>;

/** The same text in every field of every kind. */
function everywhere(text: string): Named {
  const heading = text.slice(0, 60);
  return filled({ title: text, town: text, venue: text, description: text, category: text, heading, hours: '14 h' });
}

const SHAPES: Named = {
  panorama: { kind: 'image', title: 'Panorama', ...PANORAMA, fit: 'cover', caption: 'La ligne d’horizon' },
  tower: { kind: 'image', title: 'Tour', ...TOWER, fit: 'cover', caption: 'Le clocher' },
  point: { kind: 'image', title: 'Point', ...POINT, fit: 'cover', caption: 'Un point' },
  'event with a panorama': {
    kind: 'event',
    title: 'Panorama',
    town: LONG_TOWN,
    when: LONG_RANGE,
    image: PANORAMA,
    description: SENTENCE.repeat(3),
  },
  'event with a tower': { kind: 'event', title: 'Tour', town: 'Lys', when: DAY, image: TOWER },
  'plate with a point': {
    kind: 'exhibition',
    title: 'Un',
    part: 'plate',
    n: 1,
    of: 1,
    plate: { ...POINT, caption: LONG_TOWN },
  },
};

const FORTY_EVENTS = Array.from({ length: 40 }, (_, n) => ({
  town: n % 3 ? 'Lys' : LONG_TOWN,
  title: SENTENCE,
  hours: '14 h',
  now: n === 3,
}));

const NUMBERS: Named = {
  '40 events': {
    kind: 'agenda',
    label: 'Aujourd’hui',
    day: '2026-05-05',
    sections: [{ heading: 'Ce mardi', entries: FORTY_EVENTS }],
  },
  '300 plates': {
    kind: 'exhibition',
    title: 'Beaucoup',
    part: 'plate',
    n: 300,
    of: 300,
    plate: { ...PORTRAIT, caption: 'La dernière' },
  },
  'no plate': { kind: 'exhibition', title: 'Rien encore', part: 'opening', n: 0, of: 0 },
  'no message': { kind: 'tree', title: 'Arbre nu', messages: [] },
  '600 messages': {
    kind: 'tree',
    title: 'Arbre plein',
    messages: Array.from({ length: 600 }, (_, n) => ({ id: `m${n}`, text: n % 2 ? 'Oui !' : SENTENCE.repeat(2) })),
  },
  'no description': { kind: 'event', title: 'Sans rien', town: 'Lys', when: DAY },
  'nothing but a name': { kind: 'alert', title: 'Évacuation' },
  'an alert of several days ago': {
    kind: 'alert',
    title: 'Mot',
    html: '<p>Pas de car ce soir.</p>',
    at: 'mercredi, 14\u00a0h\u00a041',
  },
};

/** Slides that nobody should make, and that somebody will make. */
export const HOSTILE: Readonly<Record<string, Named>> = {
  'titles of one character': everywhere('A'),
  'titles of 300 characters': everywhere(TITLE_OF_300),
  'a word of 60 letters': everywhere(WORD_OF_60),
  'a town with a very long name': everywhere(LONG_TOWN),
  Arabic: everywhere(ARABIC),
  emoji: everywhere(EMOJI),
  mathematics: everywhere(MATHS),
  'right-to-left marks': everywhere(MARKS),
  'markup in every field': everywhere(MARKUP),
  'pictures of every shape': SHAPES,
  'a great many, or none': NUMBERS,
};

/** Slides of many pages. */
export const LONG: Named = {
  event: { kind: 'event', title: 'Une longue histoire', town: 'Lys', when: DAY, description: LONG_TEXT },
  text: { kind: 'text', title: 'Une longue histoire', html: `<p>${LONG_TEXT}</p>`, links: [] },
};
