import type { ast } from 'peggy';

/** Characters by their codes; every code is below this. */
const CODES = 0x10000;

/** What an expression may begin with. */
interface First {
  readonly codes: Codes;
  /** Whether it may match without a character: then `codes` says nothing of when it fails. */
  readonly isNullable: boolean;
}

type Codes = ReadonlySet<number>;

const EMPTY: First = { codes: new Set(), isNullable: true };
const ALL: Codes = new Set(Array.from({ length: CODES }, (_, code) => code));

const either = (a: Codes, b: Codes): Codes => new Set([...a, ...b]);
const both = (a: Codes, b: Codes): Codes => new Set([...a].filter((code) => b.has(code)));

function codesOfClass({ parts, inverted }: ast.CharacterClass): Codes {
  const listed = new Set<number>();
  for (const part of parts) {
    if (typeof part !== 'string' && !Array.isArray(part)) return ALL;
    const [from = '', to = from] = typeof part === 'string' ? [part] : part;
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) listed.add(code);
  }
  return inverted ? new Set([...ALL].filter((code) => !listed.has(code))) : listed;
}

type FirstOf = (expression: ast.Expression | ast.Named) => First;

/** A lookahead at the start narrows what follows it; all else adds its own, up to the first element that takes a character. */
function firstOfSequence(elements: readonly ast.Expression[], firstOf: FirstOf): First {
  let codes: Codes = new Set();
  let allowed = ALL;
  let hasTaken = false;
  for (const element of elements) {
    const bare = element.type === 'labeled' ? element.expression : element;
    const first = firstOf(bare.type === 'simple_and' ? bare.expression : bare);
    if (bare.type === 'simple_and') {
      if (!hasTaken && !first.isNullable) allowed = both(allowed, first.codes);
      continue;
    }
    codes = either(codes, first.codes);
    hasTaken ||= first.codes.size > 0;
    if (!first.isNullable) return { codes: both(codes, allowed), isNullable: false };
  }
  return { codes: both(codes, allowed), isNullable: true };
}

function firstOfExpression(
  expression: ast.Expression | ast.Named,
  firstOf: FirstOf,
  ruleFirst: (name: string) => First,
) {
  switch (expression.type) {
    case 'choice': {
      const each = expression.alternatives.map(firstOf);
      const codes = each.reduce((all, first) => either(all, first.codes), EMPTY.codes);
      return { codes, isNullable: each.some(({ isNullable }) => isNullable) };
    }
    case 'sequence':
      return firstOfSequence(expression.elements, firstOf);
    case 'optional':
    case 'zero_or_more':
      return { ...firstOf(expression.expression), isNullable: true };
    case 'action':
    case 'group':
    case 'labeled':
    case 'named':
    case 'one_or_more':
    case 'text':
      return firstOf(expression.expression);
    case 'rule_ref':
      return ruleFirst(expression.name);
    case 'literal':
      return expression.value === '' ? EMPTY : { codes: new Set([expression.value.charCodeAt(0)]), isNullable: false };
    case 'class':
      return { codes: codesOfClass(expression), isNullable: false };
    case 'any':
      return { codes: ALL, isNullable: false };
    case 'simple_and':
    case 'simple_not':
    case 'semantic_and':
    case 'semantic_not':
      return EMPTY;
    default:
      throw new TypeError(`the grammar uses ${expression.type}, whose first characters are not worked out yet`);
  }
}

/** The characters that each rule of a grammar may begin with; none for a rule that may match without any. */
export function firstCharacters(grammar: ast.Grammar): ReadonlyMap<string, Codes> {
  const rules = new Map(grammar.rules.map(({ name, expression }) => [name, expression]));
  const known = new Map<string, First>();
  const ruleFirst = (name: string): First => {
    const first = known.get(name);
    if (first) return first;
    const expression = rules.get(name);
    if (!expression) throw new TypeError(`the grammar has no rule ${name}`);
    const firstOf: FirstOf = (part) => firstOfExpression(part, firstOf, ruleFirst);
    const found = firstOf(expression);
    known.set(name, found);
    return found;
  };
  return new Map(
    [...rules.keys()].flatMap((name) => {
      const { codes, isNullable } = ruleFirst(name);
      return isNullable || codes.size === CODES ? [] : [[name, codes] as const];
    }),
  );
}
