import { readFileSync } from 'node:fs';
import peggy from 'peggy';
import { foldWord, signCode, wordCode } from '../../main/when/french/codes.ts';

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
  const source = peggy.generate(readFileSync(GRAMMAR, 'utf8'), {
    output: 'source',
    format: 'es',
    allowedStartRules: ['phrase', 'hoursAlone', 'leading', 'trailing', 'stray'],
    plugins: [codedWords(words)],
  });
  const list = `export const WORDS: readonly string[] = ${JSON.stringify(words)};`;
  return `${HEADER.join('\n')}\n${list}\n${lighter(source)}`;
}
