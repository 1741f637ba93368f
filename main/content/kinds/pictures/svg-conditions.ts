/** An element that is shown to some readers only (SVG 2, 5.10). */
const CONDITIONAL =
  /<((?!\/)[\w:-]+)\b((?:"[^"]*"|'[^']*'|[^>"'])*?\s(?:systemLanguage|requiredExtensions)\s*=\s*(?:"[^"]*"|'[^']*')(?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const LANGUAGE = /\ssystemLanguage\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const EXTENSIONS = /\srequiredExtensions\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const OURS = /^fr\b/i;

/**
 * The same drawing with its French words alone, where it says the same in several languages: librsvg takes the language of the
 * machine's own account, which may be none. What asks for a program of its own is left out, as browsers leave it out; HTML has a
 * reader of its own.
 */
export function inFrench(svg: string): string {
  if (!/\s(?:systemLanguage|requiredExtensions)\s*=/.test(svg)) return svg;
  let kept = 0;
  const pieces: string[] = [];
  for (const found of svg.matchAll(CONDITIONAL)) {
    // It stands in an element that was left out.
    if (found.index < kept) continue;
    const [tag, name = '', attributes = ''] = found;
    const isShown = speaksFrench(attributes) && (hasReader(attributes) || name === 'foreignObject');
    pieces.push(svg.slice(kept, found.index), isShown ? tag.replace(LANGUAGE, '') : '');
    kept = isShown ? found.index + tag.length : endOf(svg, found.index, tag, name);
  }
  return pieces.join('') + svg.slice(kept);
}

function speaksFrench(attributes: string): boolean {
  const found = LANGUAGE.exec(attributes);
  const languages = found?.[1] ?? found?.[2];
  return languages === undefined || languages.split(',').some((each) => OURS.test(each.trim()));
}

function hasReader(attributes: string): boolean {
  const found = EXTENSIONS.exec(attributes);
  return (found?.[1] ?? found?.[2] ?? '').trim() === '';
}

/** Where an element ends that begins at `start` with `tag`. */
function endOf(svg: string, start: number, tag: string, name: string): number {
  const begun = start + tag.length;
  if (tag.endsWith('/>')) return begun;
  const tags = new RegExp(`<(/?)${name}\\b(?:"[^"]*"|'[^']*'|[^>"'])*>`, 'g');
  tags.lastIndex = begun;
  let depth = 1;
  for (let found = tags.exec(svg); found !== null; found = tags.exec(svg)) {
    if (found[1] === '/') depth -= 1;
    else if (!found[0].endsWith('/>')) depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  return begun;
}
