/** Documents as an office makes them, in HTML: a browser prints them as PDF, or takes a picture. */

const sheet = (styles: string, body: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><style>
  @page { size: A4; margin: 0 } * { box-sizing: border-box } body { margin: 0; font: 12pt/1.45 serif; color: #222 }
  ${styles}</style><body>${body}</body></html>`;

/** A poster: a picture, a large title, a line for when and where. */
export const poster = (title: string, when: string, colour: string, picture: string): string =>
  sheet(
    `.poster { width: 210mm; height: 296mm; background: ${colour}; color: #fff; font-family: sans-serif }
     img { width: 100%; height: 150mm; object-fit: cover; display: block }
     h1 { font-size: 62pt; line-height: 1.02; margin: 14mm 14mm 6mm } p { font-size: 25pt; margin: 0 14mm }`,
    `<div class="poster"><img src="data:image/svg+xml;base64,${picture}"><h1>${title}</h1><p>${when}</p></div>`,
  );

const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'];
const DISHES = [
  ['Carottes râpées', 'Rôti de dinde, coquillettes', 'Yaourt, poire'],
  ['Betteraves', 'Lasagnes aux légumes', 'Comté, compote'],
  ['Salade verte', 'Poisson pané, épinards', 'Riz au lait'],
  ['Potage', 'Couscous', 'Fromage blanc, orange'],
  ['Œuf mayonnaise', 'Hachis parmentier', 'Tarte aux pommes'],
];

/** A menu of two weeks, one table on each page. */
export const menu = (): string =>
  sheet(
    `section { width: 210mm; height: 296mm; padding: 18mm; break-after: page; font-family: sans-serif } h1 { color: #a33 }
     table { width: 100%; border-collapse: collapse; font-size: 17pt } td { border: 1px solid #999; padding: 5mm 3mm }`,
    [0, 1]
      .map((week) => {
        const rows = DAYS.map((day, n) => `<tr><td><b>${day}</b></td>${cells(n + week * 2)}</tr>`).join('');
        return `<section><h1>Menu, semaine ${11 + week}</h1><table>${rows}</table></section>`;
      })
      .join(''),
  );

const cells = (day: number): string => (DISHES[day % DISHES.length] ?? []).map((dish) => `<td>${dish}</td>`).join('');

/** Rules in small print over several pages, too small for a wall. */
export const rules = (articles: number): string =>
  sheet(
    '@page { margin: 20mm } main { font-size: 10pt } h2 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid }',
    `<main><h1>Règlement intérieur</h1>${Array.from({ length: articles }, (_, n) => `<h2>Article ${n + 1}</h2><p>${SENTENCE.repeat(6)}</p>`).join('')}</main>`,
  );

const SENTENCE =
  'Chacun respecte les lieux, le matériel et les personnes ; les retards et les absences sont signalés à la vie scolaire dans la journée. ';
