import { readFileSync } from 'node:fs';
import peggy from 'peggy';
import { foldWord, signCode, wordCode } from '../../main/when/french/codes.ts';
import { firstCharacters } from './first-characters.ts';

export const START_RULES = ['phrase', 'hoursAlone', 'leading', 'trailing', 'stray'] as const;
const GRAMMAR = new URL('../../main/when/french/french.peggy', import.meta.url);
const HEADER = [
  '// @ts-nocheck: plain JavaScript, made by peggy.',
  '// biome-ignore-all lint: made by peggy.',
  '// biome-ignore-all assist: made by peggy.',
  '// biome-ignore-all format: made by peggy.',
  '// Made from french.peggy by `npx vitest run tests/unit/when/french/grammar.test.ts -u`.',
];

/** Replaces the quoted words of a grammar by their characters; `words` takes those that it uses, in their order. */
function codedWords(words: string[]): peggy.Plugin {
  const codeOf = (text: string) => {
    const folded = foldWord(text);
    if (!/^\p{L}/u.test(folded)) return signCode(folded);
    if (!words.includes(folded)) words.push(folded);
    return wordCode(folded, words.indexOf(folded));
  };
  const code = peggy.compiler.visitor.build({
    literal: (node: peggy.ast.Literal) => {
      node.value = (node.value.match(/\p{L}+|\S/gu) ?? []).map(codeOf).join('');
    },
  });
  return { use: ({ passes }) => passes.transform.unshift(code) };
}

/**
 * Makes a rule fail at once where the text goes on with a character that it cannot begin with: most rules are tried in vain at
 * most places. Characters that no rule tells apart are of one kind, so that the tables stay small.
 */
function guarded(source: string, firsts: ReadonlyMap<string, ReadonlySet<number>>): string {
  const kinds = new Map<string, number>([['', 0]]);
  const runs: number[][] = [];
  const rules = [...firsts];
  for (let code = 0; code < 0x10000; code += 1) {
    const key = rules.flatMap(([name, codes]) => (codes.has(code) ? [name] : [])).join(' ');
    const kind = kinds.get(key) ?? kinds.size;
    kinds.set(key, kind);
    const run = runs.at(-1);
    if (run?.[2] === kind) run[1] = code + 1;
    else runs.push([code, code + 1, kind]);
  }
  const members = [...kinds.keys()].map((key) => new Set(key.split(' ')));
  const tables = rules.map(
    ([name]) => `const peg$first_${name} = [${members.map((own) => Number(own.has(name))).join()}];`,
  );
  const fill = JSON.stringify(runs.filter(([, , kind]) => kind !== 0));
  const kindTable = `const peg$kinds = new Uint8Array(65536); for (const [from, to, kind] of ${fill}) peg$kinds.fill(kind, from, to);`;
  // Behind the end of the text the code is NaN, and `| 0` makes it a character that no rule begins with.
  const body = source.replace(/function peg\$parse(\w+)\(\) \{/gu, (head, name: string) =>
    firsts.has(name)
      ? `${head} if (peg$first_${name}[peg$kinds[input.charCodeAt(peg$currPos) | 0]] === 0) { return peg$FAILED; }`
      : head,
  );
  return [kindTable, ...tables, body].join('\n');
}

/** The start rules never fail, so what was expected where is never told; constants need not be made for each text. */
function lighter(source: string): string {
  const constants: string[] = [];
  const body = source
    .replace(/^ *\/\/.*$/gmu, '')
    .replace(/if \(peg\$silentFails === 0\) \{ peg\$fail\(peg\$e\d+\); \}/gu, '')
    .replace(/^ +const peg\$e\d+ = .*$/gmu, '')
    .replace(/^ +const peg\$[cr]\d+ = .*$/gmu, (line) => {
      constants.push(line.trim());
      return '';
    });
  return [...constants, ...body.split('\n')]
    .map((line) => line.trim())
    .join(' ')
    .replace(/(.{1500,}?[;{}]) /gu, '$1\n');
}

/** The TypeScript source of the parser that peggy makes from `french.peggy`. */
export function makeFrenchParser(): string {
  const words: string[] = [];
  let firsts: ReadonlyMap<string, ReadonlySet<number>> = new Map();
  const guards: peggy.Plugin = {
    use: ({ passes }) =>
      passes.generate.unshift((grammar) => {
        firsts = firstCharacters(grammar);
      }),
  };
  const source = peggy.generate(readFileSync(GRAMMAR, 'utf8'), {
    output: 'source',
    format: 'es',
    allowedStartRules: [...START_RULES],
    plugins: [codedWords(words), guards],
  });
  const list = `export const WORDS: readonly string[] = ${JSON.stringify(words)};`;
  return `${HEADER.join('\n')}\n${list}\n${lighter(guarded(source, firsts))}`;
}

/** The same parser as peggy makes it, without anything that makes it faster. */
export function plainFrenchParser(): peggy.Parser {
  return peggy.generate(readFileSync(GRAMMAR, 'utf8'), {
    allowedStartRules: [...START_RULES],
    plugins: [codedWords([])],
  });
}
