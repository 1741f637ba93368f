import { changeMark } from './change-mark.ts';
import type { DaysAhead } from './days-ahead.ts';
import { escaped, paragraph, type Thumbnails } from './html.ts';
import { ICON_SHEET } from './icons.ts';
import type { Counts, ReportModel } from './model.ts';
import { filesSection } from './page-files.ts';
import { orderTable } from './page-order.ts';
import { remarksSection } from './page-remarks.ts';
import { type ScreenRows, screensSection } from './page-screens.ts';
import { PAGE_STYLES } from './page-styles.ts';
import { weekSection } from './page-week.ts';
import { CONCERNS } from './remarks.ts';
import { capital, clockWords, dayWords } from './words.ts';

/** What the page tells besides the folder of today. */
export interface AroundToday {
  readonly days: DaysAhead;
  /** null: no screen is known. */
  readonly screens: ScreenRows | null;
}

const NOTHING_AROUND: AroundToday = { days: { groups: [], leftOut: 0 }, screens: null };

/** In a folder of more files than this, only problems and the running order have pictures. */
const MAX_FILES_WITH_PICTURES = 60;

/** Hashes of the pictures that the page shows, those that matter most first. */
export function picturesOf({ remarks, orders, folders, counts }: ReportModel): string[] {
  const rows = counts.all > MAX_FILES_WITH_PICTURES ? [] : folders.flatMap((folder) => folder.rows);
  const troubled = remarks.trouble.map(({ row }) => row);
  const hashes = [...troubled, ...orders.flatMap(({ lines }) => lines), ...rows].map(({ picture }) => picture);
  return [...new Set(hashes.filter((hash) => hash !== null))];
}

/** The figures above the page, with their words for one and for several. */
const FIGURES: readonly (readonly [keyof Counts, string, string])[] = [
  ['shown', 'à l’écran', 'à l’écran'],
  ['later', 'plus tard', 'plus tard'],
  ['hidden', 'en attente', 'en attente'],
  ['waiting', 'en lecture', 'en lecture'],
  ['over', 'terminé', 'terminés'],
  ['refused', 'pas affiché', 'pas affichés'],
  ['trouble', 'à vérifier', 'à vérifier'],
  ['dropped', 'en partie', 'en partie'],
  ['guessed', 'deviné', 'devinés'],
];

function header({ place, today, changed, counts }: ReportModel): string {
  const items = FIGURES.filter(([key]) => key === 'shown' || counts[key] > 0).map(
    ([key, one, several]) =>
      `<li class="figure-${key}"><b>${counts[key].toLocaleString('fr-FR')}</b> ${counts[key] < 2 ? one : several}</li>`,
  );
  const last =
    changed &&
    `Dernier changement dans le dossier\u00a0: ${dayWords(changed.toPlainDate(), today)} à ${clockWords(changed)}.`;
  return [
    '<header>',
    place === null ? '' : paragraph(place, 'place'),
    '<h1>L’écran et son dossier</h1>',
    paragraph(`${capital(dayWords(today, today))} ${today.year}. ${last ?? ''}`.trim(), 'when'),
    `<ul class="counts" aria-label="En chiffres">${items.join('')}</ul>`,
    '</header>',
  ].join('\n');
}

const notice = (look: string, title: string, text: string) =>
  `<div class="notice ${look}"><b>${title}</b> ${text}</div>`;

function screensNotice(out: number): string {
  const title = out < 2 ? 'Un écran est en panne.' : `${out} écrans sont en panne.`;
  const link = out < 2 ? 'Lequel, et que faire' : 'Lesquels, et que faire';
  return `<div class="notice alert"><b>${title}</b> <a href="#ecrans">${link}</a></div>`;
}

/** What stands above all lists: that all is well, or what concerns the whole screen. */
function notices({ alert, clockTrusted, remarks, counts }: ReportModel, { screens }: AroundToday): string {
  const out = screens?.rows.filter(({ light }) => light === 'red').length ?? 0;
  const isWell = out === 0;
  const said: string[] = [];
  if (!isWell) said.push(screensNotice(out));
  if (alert)
    said.push(notice('alert', 'Une alerte occupe l’écran.', 'Le reste revient dès qu’elle est retirée du dossier.'));
  if (!clockTrusted)
    said.push(
      notice(
        'alert',
        'L’horloge de la machine d’affichage est fausse.',
        'En attendant, seuls les fichiers sans date passent. Demandez au support informatique de la remettre à l’heure.',
      ),
    );
  if (counts.all === 0)
    said.push(
      notice(
        '',
        'Le dossier est vide.',
        'Déposez-y une image, un PDF, une vidéo ou un texte\u00a0: l’écran le montre aussitôt. En attendant, il donne l’heure.',
      ),
    );
  else if (CONCERNS.every((concern) => remarks[concern].length === 0))
    said.push(notice('', isWell ? 'Tout va bien.' : 'Le dossier va bien.', 'Aucun fichier ne pose de problème.'));
  else if (remarks.trouble.length === 0)
    said.push(notice('', 'Aucun fichier n’est à revoir.', 'Ce qui suit est à savoir, sans urgence.'));
  return said.join('');
}

/** The ways to the parts of the page. */
function tabs({ folders }: ReportModel, { days, screens }: AroundToday): string {
  const parts = [
    ['programme', 'Aujourd’hui', true],
    ['semaine', 'Semaine', days.groups.length > 0],
    ['ecrans', 'Écrans', (screens?.rows.length ?? 0) > 0],
    ['fichiers', 'Fichiers', folders.length > 0],
  ] as const;
  const links = parts.filter(([, , isThere]) => isThere).map(([id, label]) => `<a href="#${id}">${label}</a>`);
  return `<nav class="tabs" aria-label="Dans cette page">${links.join('')}</nav>`;
}

/** The text of the page, piece by piece: it loads nothing, runs nothing, and is the same for the same model. */
export function* reportPage(
  model: ReportModel,
  thumbnails: Thumbnails,
  around: AroundToday = NOTHING_AROUND,
): Generator<string> {
  const title = model.place === null ? 'L’écran et son dossier' : `L’écran et son dossier – ${model.place}`;
  yield `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${changeMark(model)}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${PAGE_STYLES}</style>
</head>
<body>
${ICON_SHEET}
${header(model)}
<main>
${tabs(model, around)}
${notices(model, around)}
`;
  for (const concern of CONCERNS) {
    yield* remarksSection(concern, model.remarks[concern], thumbnails);
    yield '\n';
  }
  yield '<section aria-labelledby="programme"><h2 id="programme">Au programme d’aujourd’hui</h2>\n';
  for (const [index, order] of model.orders.entries()) {
    if (index > 0) yield '\n';
    yield* orderTable(order, thumbnails);
  }
  yield '</section>\n';
  yield* weekSection(around.days);
  if (around.screens !== null) yield* screensSection(around.screens);
  yield* filesSection(model, thumbnails);
  yield `
</main>
<footer><p>Préau écrit cette page de lui-même après chaque changement du dossier. <span class="again">Pour la mettre à jour sous vos yeux, appuyez sur F5.</span> Les noms qui commencent par «\u00a0.\u00a0», «\u00a0_\u00a0» ou «\u00a0~$\u00a0», et ceux qui finissent par «\u00a0.tmp\u00a0» ou «\u00a0.part\u00a0», sont laissés de côté. Le reste est expliqué dans LISEZMOI.md.</p></footer>
</body>
</html>
`;
}
