import { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import { count } from './check.ts';

const KINDS: Readonly<Record<Slide['kind'], string>> = {
  agenda: 'agenda',
  event: 'événement',
  exhibition: 'exposition',
  tree: 'arbre',
  image: 'image',
  video: 'vidéo',
  text: 'texte',
  countdown: 'décompte',
  alert: 'alerte',
  menu: 'menu',
  absences: 'absences',
  idle: 'horloge',
};

/** What `preau programme` prints: the day, a line for each slide with its seconds, and when the programme changes next. */
export function formatProgramme(programme: Programme): string {
  const { screen, slides, lit, nextChange } = programme;
  const heading = `Programme du ${day(programme.at)}${screen === '' ? '' : `, écran « ${screen} »`}`;
  const total = slides.reduce((sum, slide) => sum + slide.durationMs, 0);
  const lines = lit
    ? [...slides.map(line), '', `${count(slides.length, 'diapositive', 'diapositives')}, ${seconds(total)} en tout.`]
    : ['  L’écran est éteint à cette heure.'];
  return `${[heading, '', ...lines, change(nextChange)].join('\n')}\n`;
}

function line(slide: Slide): string {
  const town = 'town' in slide && slide.town ? `${slide.town} – ` : '';
  const source = slide.source === null ? '' : ` (${slide.source})`;
  return `  ${seconds(slide.durationMs).padStart(5)}  ${KINDS[slide.kind].padEnd(10)}  ${town}${slide.title}${source}`;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

function change(nextChange: string | null): string {
  return nextChange === null
    ? 'Rien ne change ensuite, tant que le dossier reste le même.'
    : `Change ${day(nextChange)} si le dossier reste le même.`;
}

/** « mardi 5 mai 2026 à 9 h 05 », in the zone that the text of the instant names. */
function day(zoned: string): string {
  const at = Temporal.ZonedDateTime.from(zoned);
  const date = at
    .toPlainDate()
    .toLocaleString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const minutes = at.minute === 0 ? '' : ` ${String(at.minute).padStart(2, '0')}`;
  return `${date} à ${at.hour} h${minutes}`;
}
