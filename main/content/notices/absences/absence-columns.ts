import { fold } from '../../../lib/fold.ts';

/** What a column of a list of absences holds. `reason`: why somebody is absent, which is nobody's business. */
export type AbsenceColumn =
  | 'teacher'
  | 'subject'
  | 'classes'
  | 'date'
  | 'hours'
  | 'start'
  | 'end'
  | 'room'
  | 'replacement'
  | 'note'
  | 'reason'
  | 'contact';

const WRITTEN: readonly (readonly [AbsenceColumn, RegExp])[] = [
  ['contact', /^(?:tel|telephone|portable|contact|courriel|e-?mail|mail|numero|adresse)/u],
  ['reason', /^(?:motif|raison|cause|nature|justifi|type d)/u],
  ['replacement', /remplac|supplea|suppleance|prise? en charge|assure|solution|permanence|^devenir|^par qui/u],
  ['room', /^(?:salles?|lieux?|ou|local|locaux|batiments?)$/u],
  ['classes', /^(?:classes?|groupes?|divisions?|niveaux?|niveau|sections?|eleves?|pour qui|concern)/u],
  ['subject', /^(?:matieres?|disciplines?|cours|enseignements?)$/u],
  ['date', /^(?:absen\p{L}+ )?(?:dates?|jours?|quand|le)(?:$| (?:de |d'|du ))/u],
  [
    'hours',
    /^(?:heures?|horaires?|creneaux?|creneau|plages?|periodes?|seances?|duree|h)(?:$| (?:de |d'|du |des |horaires?|concern))/u,
  ],
  [
    'start',
    /^(?:absen\p{L}+ )?(?:de|du|debut|depuis|depuis le|a partir de|a partir du|heure debut)$|^(?:heure |date )?(?:de )?debut\b/u,
  ],
  ['end', /^(?:absen\p{L}+ )?(?:a|au|fin|jusqu'a|jusqu'au|heure fin)$|^(?:heure |date )?(?:de )?fin\b/u],
  ['note', /^(?:remarque|observation|commentaire|info|consigne|modification|precision|note|divers|message)/u],
  [
    'teacher',
    /prof|enseignant|^(?:noms?|prenoms?|personnels?|absent|intervenant|qui|m\.? ?\/ ?mme|mme ?\/ ?m|agents?|adultes?)/u,
  ],
];

/** The column that a heading names; null for none. */
export function absenceColumn(heading: string): AbsenceColumn | null {
  const name = fold(heading)
    .replace(/\(.*?\)|[:.*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return name === '' ? null : (WRITTEN.find(([, written]) => written.test(name))?.[0] ?? null);
}

export const speaksOfAbsence = (text: string): boolean =>
  /\b(?:absen|remplac|supplea)/u.test(fold(text).replaceAll('_', ' '));

/** Whether a row names the columns of a list of absences, and something `around` says that it is one. */
export function isAbsenceHeading(cells: readonly string[], around: readonly string[]): boolean {
  const columns = new Set(cells.map(absenceColumn));
  const has = (...names: readonly AbsenceColumn[]): boolean => names.some((name) => columns.has(name));
  const isList = has('teacher', 'subject') && has('hours', 'classes', 'date', 'start', 'end', 'replacement');
  return isList && around.some(speaksOfAbsence);
}

/** Words of sickness and leave, which are not shown. */
export const isReason = (text: string): boolean =>
  /\b(?:malad|arret|conge|hopital|hospitali|medic|medecin|enfant|deces|deuil|grossesse|matern|patern|accident|covid|grippe|syndic|greve|formation|stage|convocation|personnel)/u.test(
    fold(text),
  );
