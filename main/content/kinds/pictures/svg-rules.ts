/** A style sheet within a drawing; some programs wrap it for XML. */
const STYLE = /(<(?:[\w-]+:)?style\b([^>]*)>\s*(?:<!\[CDATA\[)?)([\s\S]*?)(?=(?:\]\]>\s*)?<\/(?:[\w-]+:)?style>)/gi;
/** What decides where a rule ends. Braces in strings and comments do not. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\/|[{};]/g;
const COMMENT = /\/\*[\s\S]*?\*\//g;
/** Groups of rules that librsvg passes over whole, and browsers follow. */
const GROUP = /^@(media|supports|layer|container)\b([\s\S]*)$/i;
/** A screen like that of the wall, and what is none: paper, a dark one, a person who asks for something else. */
const HERE = /^(?:only\s+)?(?:all|screen)?(?:\s*(?:and\s+)?\(prefers-color-scheme:\s*light\))?$/i;
const ELSEWHERE = /\b(?:print|speech|dark|reduce|more|less|forced-colors|inverted-colors|hover|pointer)\b/i;
/** Parts of a selector that match nothing in a picture, but make librsvg pass over the whole rule. */
const NEVER = /::|:(?:hover|focus(?:-within|-visible)?|active|before|after|target|checked)\b/i;
const CHOICE = /:(?:is|where)\(([^()]*)\)/i;
const UNKNOWN = /:(?:is|where|has|host)\(/i;
/** Styles nest no deeper, and choices do not multiply further, than in any drawing. */
const MAX_DEPTH = 8;
const MAX_SELECTORS = 500;

interface Rule {
  readonly prelude: string;
  /** What stands in braces; null for a statement. */
  readonly body: string | null;
}

/**
 * The style sheets of a drawing as librsvg reads them: groups of rules (`@media`, `@supports`, `@layer`) are written out or left
 * away, as a light screen has it; librsvg would pass over them, and paint black. `isGuessed`: some of them may mean otherwise.
 */
export function plainRules(svg: string): { readonly svg: string; readonly isGuessed: boolean } {
  const state = { isGuessed: false };
  const plain = svg.replace(STYLE, (_, open: string, attributes: string, css: string) => {
    const medium = /\smedia\s*=\s*["']([^"']*)/i.exec(attributes)?.[1] ?? '';
    const isHere = holds(medium, state);
    return isHere ? `${open}${written(css, state, 0) ?? css}` : open;
  });
  return { svg: plain, isGuessed: state.isGuessed };
}

/** The rules without groups; null where their braces do not match. */
function written(css: string, state: { isGuessed: boolean }, depth: number): string | null {
  const rules = rulesOf(css);
  if (rules === null || depth > MAX_DEPTH) return null;
  return rules.map((rule) => writtenRule(rule, state, depth)).join('\n');
}

function writtenRule({ prelude, body }: Rule, state: { isGuessed: boolean }, depth: number): string {
  if (body === null) return prelude;
  const [, group = '', condition = ''] = GROUP.exec(prelude) ?? [];
  if (group !== '') {
    if (/^container$/i.test(group)) state.isGuessed = true;
    if (/^media$/i.test(group) && !holds(condition, state)) return '';
    return written(body, state, depth + 1) ?? '';
  }
  // Rules within a rule: what they would be without it is not worked out.
  if (!prelude.startsWith('@') && body.includes('{')) state.isGuessed = true;
  return `${prelude.startsWith('@') ? prelude : plainSelectors(prelude, state)}{${body}}`;
}

/** Whether what is said for media (« screen and (min-width: 300px) ») is said for the wall. */
function holds(media: string, state: { isGuessed: boolean }): boolean {
  const queries = media.split(',').map((query) => query.trim());
  return queries.some((query) => {
    const isNot = /^not\s/i.test(query);
    if (HERE.test(query)) return true;
    if (ELSEWHERE.test(query)) return isNot;
    // Widths and the like: nobody says of which window.
    state.isGuessed = true;
    return !isNot;
  });
}

/** Selectors without the parts that librsvg does not know, which would cost the whole rule. */
function plainSelectors(prelude: string, state: { isGuessed: boolean }): string {
  let selectors = partsOf(prelude);
  for (let pass = 0; pass < MAX_DEPTH && selectors.some((each) => CHOICE.test(each)); pass += 1) {
    selectors = selectors.flatMap((each) => {
      const choice = CHOICE.exec(each)?.[1];
      return choice === undefined ? [each] : choice.split(',').map((one) => each.replace(CHOICE, () => one.trim()));
    });
    if (selectors.length > MAX_SELECTORS) break;
  }
  const known = selectors.filter((each) => !NEVER.test(each));
  if (known.some((each) => UNKNOWN.test(each))) state.isGuessed = true;
  return (known.length === 0 ? selectors : known).join(',');
}

/** The parts of a list of selectors; commas within parentheses part nothing. */
const partsOf = (prelude: string): string[] =>
  (prelude.match(/(?:[^,(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [prelude]).map((each) => each.trim());

function rulesOf(css: string): Rule[] | null {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let bodyStart = 0;
  for (const { 0: token, index } of css.matchAll(TOKEN)) {
    if (token === '{') {
      if (depth === 0) bodyStart = index + 1;
      depth += 1;
    } else if (token === '}') {
      depth -= 1;
      if (depth < 0) return null;
      if (depth > 0) continue;
      rules.push({ prelude: preludeOf(css.slice(start, bodyStart - 1)), body: css.slice(bodyStart, index) });
      start = index + 1;
    } else if (token === ';' && depth === 0 && preludeOf(css.slice(start, index)).startsWith('@')) {
      rules.push({ prelude: `${preludeOf(css.slice(start, index))};`, body: null });
      start = index + 1;
    }
  }
  return depth === 0 ? rules : null;
}

const preludeOf = (text: string): string => text.replace(COMMENT, ' ').trim();
