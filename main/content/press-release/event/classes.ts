import { fold } from '../../../lib/fold.ts';

const CLASSES =
  /^(?:(?:les )?(?:[3-6] ?(?:e|è|è?mes?)s?|[3-6](?= ?[a-h]\d?(?!\p{L}))|1 ?(?:re|ère)s?|2 ?n?des?|tles?|terminales?|premi[eè]res?|secondes?|(?:sixi|cinqui|quatri|troisi)[eè]mes?)(?: ?[a-z\d]{1,2})?(?:\s*(?:,|et|&|\/|-)\s*|$))+$/iu;

/** « 6e », « 3e A et 3e B », « 6A », « Terminales »: who is meant, and nothing of what takes place. */
export const isClasses = (text: string): boolean => CLASSES.test(text);

const STAGE = new RegExp(
  `^(?:${[
    '(?:(?:demi|quarts? de|grande|petite)[ -])?finales?|(?:premier|second|deuxieme|1er|2e) tour|(?:pre-?)?selections?',
    'qualifications?|eliminatoires|epreuves?(?: (?:ecrites?|orales?|pratiques?))?|deliberations?|resultats?',
    '(?:remise|proclamation) des (?:prix|recompenses|diplomes|lots|trophees|resultats)|tirage au sort|palmares',
    'vernissage|inauguration|ouverture|cloture|(?:repetition )?generale|repetitions?|premiere|restitution',
    '(?:seance|session|etape|manche|groupe|volet|partie) (?:n° ?)?\\d{1,2}|\\d{1,2}(?:re|er|e|eme) (?:seance|session|etape|manche|partie)',
  ].join('|')})$`,
);

/** « Demi-finale », « Vernissage », « Séance 2 »: which part of something is meant, and nothing of what it is a part of. */
export const isStage = (text: string): boolean => STAGE.test(fold(text));
