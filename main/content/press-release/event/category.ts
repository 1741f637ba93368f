import { fold } from '../../../lib/fold.ts';

/** Stems of folded words, and the category they propose; the earliest in the text wins. */
const CATEGORIES: readonly (readonly [category: string, stems: RegExp])[] = [
  ['Portes ouvertes', /\bportes? ouvertes?\b|\bjpo\b|\bouvr\w+ (?:ses|leurs) portes\b/],
  ['Atelier', /\bateliers?\b|\bworkshops?\b/],
  ['Exposition', /\bexpo(?:s|sitions?|se|see|ses|sees|ser|sera)?\b|\bvernissages?\b/],
  ['Forum', /\bforums?\b|\bsalons? (?:de|du|des)\b|\bspeed[ -]?dating\b|\bjob[ -]?dating\b/],
  ['Conférence', /\bconferences?\b|\btables?[ -]rondes?\b|\bdebats?\b|\bwebinaires?\b|\bseminaires?\b/],
  ['Visite', /\bvisites?\b|\bimmersions?\b/],
  ['Spectacle', /\bspectacles?\b|\bconcerts?\b|\brepresentations? (?:theatrales?|de theatre)\b|\bcine-?debats?\b/],
  ['Rencontre', /\brencontres?\b|\breunions?\b|\bpermanences?\b/],
  [
    'Temps fort',
    /\btemps forts?\b|\bremises? (?:de|des|du)\b|\brestitutions?\b|\bceremonies?\b|\binaugurations?\b|\bvalorisations?\b|\bfinales?\b|\bconcours\b|\bchallenges?\b|\bfetes? (?:de|du|des)\b/,
  ],
];

/**
 * The category that the words of an event propose, or null: those of its title, else those of its description.
 */
export function proposeCategory(title: string, description: string): string | null {
  return earliest(title) ?? earliest(description);
}

function earliest(text: string): string | null {
  const folded = fold(text);
  let best: { category: string; at: number } | null = null;
  for (const [category, stems] of CATEGORIES) {
    const at = folded.search(stems);
    if (at >= 0 && (best === null || at < best.at)) best = { category, at };
  }
  return best?.category ?? null;
}

/** Words that begin the name of an event and never that of a town. */
const EVENT_WORD =
  /^(?:ateliers?|expo(?:sition)?s?|portes?|journees?|demi|matinees?|soirees?|semaines?|forums?|salons?|conferences?|tables?|debats?|visites?|spectacles?|concerts?|rencontres?|reunions?|permanences?|temps|remises?|restitutions?|ceremonies?|inaugurations?|finales?|concours|challenges?|fetes?|projections?|presentations?|lancements?|signatures?|stages?|formations?|seances?|animations?|tournois?|courses?|cafes?|goûters?|gouters?|stands?|accueils?|informations?|mini|speed|job|cine|escape|jeux?|operations?|action|actions|projets?|parcours|village|arbre|vernissages?|parades?|defis?|hackathons?|webinaires?|receptions?|sorties?|voyages?|kermesses?|galas?|cross|rallyes?|festivals?|initiations?|assemblees?|quiz|lectures?|dictees?|clubs?|auditions?|carnavals?|commemorations?|hommages?|dedicaces?|olympiades?|collectes?|orchestres?|chorales?|fanfares?|recitals?|karaokes?|bowling|karting|escalade|randonnees?|matchs?|championnats?|slam|films?|brunchs?|buffets?|repas|pique-niques?|tombolas?|lotos?|brocantes?|braderies?|bourses? aux|entretiens?|departs?|conseils? (?:de |d'|pedagogiques?)|examens?|epreuves?|(?:bac|brevet|dnb|oral|oraux|examens?) blancs?|devoirs? (?:surveille|commun)s?|rentrees? (?:de|des|du)|nuits? (?:de|du|des)|bals? (?:de|du|des|populaire|masque|costume)|feux? (?:de|d')|vide-(?:greniers?|dressing)|marches? (?:aux|nocturne|de noel)|thes? dansants?|balades?|defiles?|foires?|retraites? aux flambeaux|barbecues?|chasses? (?:aux|au)|trocs?|trails?|pieces? de theatre|theatre-forum|blind[ -]?tests?|flash[ -]?mobs?|dons? du|ventes? (?:de|d'))(?:\b|(?<='))/;

/** True where a text begins as the name of an event does. */
export function beginsAsEvent(text: string): boolean {
  return EVENT_WORD.test(fold(text).replace(/^[«"“(\s]+/, ''));
}
