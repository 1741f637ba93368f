/** The sites on which meetings are held, those of French schools and of the state among them. */
const SITES = [
  ...['teams\\.microsoft\\.com', 'teams\\.live\\.com', 'teams\\.cloud\\.microsoft', 'aka\\.ms/jointeams', 'lync\\.com'],
  ...['zoom\\.us', 'zoom\\.com', 'meet\\.google\\.com', 'tel\\.meet', 'webex\\.com', 'join\\.skype\\.com'],
  ...['whereby\\.com', 'gotomeet(?:ing)?\\.(?:com|me)', 'bbcollab\\.com', 'bluejeans\\.com', 'meet\\.jit\\.si'],
  ...['framatalk\\.org', 'rendez-vous\\.renater\\.fr', 'discord\\.gg'],
  ...['(?:visio|webconf|webinaire|jitsi|bbb|bigbluebutton)[\\w-]*(?:\\.[\\w-]+)+', 'classe-virtuelle(?:\\.[\\w-]+)+'],
].join('|');
const LINK = `<?(?<![\\w@.-])(?:https?://)?(?:[\\w-]+\\.)*(?:${SITES})(?![\\w.-]*@)(?:[/?#:][^\\s<>"]*[^\\s<>"),.;])?/?>?`;
/** A link with the words that have no sense without it: « Lien : » and « ou via » before it, « code 1234 » after it. */
const ANNOUNCED = new RegExp(
  `(?:(?<![\\p{L}])(?:lien|liens|connexion|visio|visioconférence|url|adresse|ici|ou|et|via|sur|par|à|en ligne|link)\\s*:?\\s*)*[\\s(\\[;,–-]*${LINK}[)\\]]?(?:[\\s(;,–-]*(?:code|mot de passe|mdp|password|pin|id)(?: d.accès| secret)?\\s*:?\\s*[\\w-]*\\d[\\w-]*\\)?)*`,
  'giu',
);

/** A line of signs, which a program writes before and after what it adds to a description. */
const FENCE = /^[\s]*[-_=~:*.]{8,}[\s]*$/mu;

/** Lines that belong to meetings alone. */
const SIGNS =
  /^\W*(?:(?:id|identifiant|numéro|n°) de (?:la )?(?:réunion|conférence)|(?:meeting|webinar|conference) (?:id|number)|(?:rejoindre|participer à|join)\b.{0,40}\b(?:zoom|(?:sur|réunion|microsoft) teams|teams meeting|google meet|webex|skype)\b|(?:microsoft|réunion(?: microsoft)?) teams(?: meeting)?\s*(?:need help.*|.*aide.*)?$|.*(?:inviting you to|vous invite à).{0,40}zoom)/imu;
/** Lines that go with one, where there is one. */
const DETAIL =
  /^\W*(?:(?:code|mot de passe|password|passcode|pin|clé)\b(?:\s+(?:secret|d.accès|confidentiel|pin|de (?:la )?(?:réunion|conférence)|numérique))?\s*(?:\([^)]*\)\s*)?:|access code|phone conference|one tap mobile|dial[- ]in|dial by|or (?:call|dial)|ou (?:composez|appelez)|compose[rz] (?:le|un|par)\b|find (?:a|your) local number|trouve[rz] (?:un|votre) numéro|join\b.{0,40}\b(?:meeting|video|call|computer|phone|app|online|web|audio|now)|rejoi(?:ndre|gnez)\b.{0,40}\b(?:réunion|vidéo|conférence|ligne|ordinateur|navigateur|application|audio|lien|zoom|teams|meet)|pour (?:rejoindre|participer)\b.{0,40}(?:réunion|vidéo|en ligne|lien)|se connecter par|rechercher un numéro|(?:afficher d.autres|view more|more) (?:numéros|phone numbers|numbers)|une seule touche|veuillez ne pas (?:modifier|supprimer)|please do not edit|participer à (?:la|une|cette) (?:réunion|conférence)|click here to|cliquez ici pour|(?:télécharge[rz]|download)\b.{0,20}\b(?:teams|zoom|meet|webex|app)|(?:meeting|options de (?:la )?)\s*(?:options|réunion)|for organizers|pour les organisateurs|need help|besoin d.aide|learn more|en savoir plus sur|reset (?:dial-in )?pin|réinitialiser|system reference|ne supprimez pas|do not (?:delete|edit)|ne modifiez pas)|\d{6,}#|^\W*(?:,+|\d[\d\s]{8,}\d)\s*$/iu;

const HAS_LINK = new RegExp(LINK, 'iu');
const IS_LINK = new RegExp(`^${LINK}$`, 'iu');

const isPresent = (text: string) => HAS_LINK.test(text) || SIGNS.test(text);

/** What is left of a line that loses the link of a meeting; null where that is nothing to read. */
function withoutLinks(line: string): string | null {
  const left = line.replace(ANNOUNCED, ' ');
  if (left === line) return line;
  const tidy = left.replace(/\s+/gu, ' ').trim();
  return /\p{L}{2}/u.test(tidy) ? tidy.replace(/\s*[:;,–-]$/u, '') : null;
}

/** A text that may have invited to a meeting, and whether it did. */
export interface WithoutMeetings {
  readonly text: string;
  readonly isTaken: boolean;
}

/** A block between lines of signs: one with a link is what a program added to invite to a meeting. */
function withoutBlocks(text: string): WithoutMeetings {
  const [own = '', ...fenced] = text.split(FENCE);
  const kept = fenced.filter((block) => !/https?:\/\//iu.test(block) && !isPresent(block));
  // What Teams writes under its line for those who call by telephone.
  const isInvited = kept.length < fenced.length;
  const others = isInvited ? kept.map((block) => withoutLines(block).text) : kept;
  return { text: [own, ...others].join('\n\n'), isTaken: isInvited };
}

function withoutLines(text: string): WithoutMeetings {
  const lines = text.split('\n').map((line) => {
    if (SIGNS.test(line) || DETAIL.test(line)) return null;
    return withoutLinks(line);
  });
  return { text: lines.filter((line) => line !== null).join('\n'), isTaken: true };
}

/**
 * A text without what invites to meetings of Teams, Zoom, Meet and the like: their links let anybody join. What they are
 * written with (identifiers, codes, telephone numbers) goes too.
 */
export function withoutMeetings(text: string): WithoutMeetings {
  const whole = withoutBlocks(text);
  if (!isPresent(whole.text)) return whole;
  return withoutLines(whole.text);
}

/** A title or a place without the links of meetings; « Réunion Microsoft Teams » says where it is held, and stays. */
export function lineWithoutMeetings(line: string): WithoutMeetings {
  const text = HAS_LINK.test(line) ? (withoutLinks(line) ?? '') : line;
  return { text, isTaken: text !== line };
}

/** Whether an address is that of a meeting. */
export const isMeetingLink = (address: string): boolean => IS_LINK.test(address.trim());
