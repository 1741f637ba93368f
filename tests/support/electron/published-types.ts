import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';

/**
 * Electron's published types (`electron.d.ts`), read so that a stand-in can check at run time what it is given. The compiler
 * checks the same calls, but not what is spread, computed or typed too loosely.
 */

/** A node of the syntax tree: only the fields that are read here. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A method, property or constructor of one of Electron's classes, interfaces or modules. */
interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** null: a property. */
  readonly params: readonly Node[] | null;
  readonly annotation: Node | null;
}

interface Declared {
  /** Has any key: `[name: string]: …`. */
  readonly open: boolean;
  readonly above: readonly string[];
  readonly members: readonly Member[];
}

const node = (value: unknown): Node | null => (typeof value === 'object' && value !== null ? (value as Node) : null);
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const nameOf = (value: unknown): string => {
  const named = node(value);
  return String(named?.name ?? named?.value ?? (named?.property ? nameOf(named.property) : ''));
};
const annotationOf = (value: unknown): Node | null => node(node(node(value)?.typeAnnotation)?.typeAnnotation);

function membersOf(body: readonly Node[]): Member[] {
  return body.map((member) => {
    const method = node(member.value) ?? member;
    const isMethod = member.type === 'TSMethodSignature' || member.type === 'MethodDefinition';
    return {
      name: nameOf(member.key),
      optional: member.optional === true,
      params: isMethod ? nodes(method.params) : null,
      annotation: annotationOf(member),
    };
  });
}

function readDeclared(): ReadonlyMap<string, Declared> {
  const file = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts');
  const tree = parseAst(readFileSync(file, 'utf8'), { lang: 'dts' }) as unknown as Node;
  const namespace = nodes(tree.body).find(({ id }) => nameOf(id) === 'Electron');
  const declared = new Map<string, Declared>();
  for (const statement of nodes(node(namespace?.body)?.body)) {
    const one = node(statement.declaration) ?? statement;
    if (one.type !== 'TSInterfaceDeclaration' && one.type !== 'ClassDeclaration') continue;
    const heirs = [...nodes(one.extends).map(({ expression }) => nameOf(expression)), nameOf(one.superClass)];
    const body = nodes(node(one.body)?.body);
    // `Env`, for one, is declared without a member, and stands for any object.
    const open = body.length === 0 || body.some(({ type }) => type === 'TSIndexSignature');
    declared.set(nameOf(one.id), { open, above: heirs.filter(Boolean), members: membersOf(body) });
  }
  return declared;
}

const declared = readDeclared();

const isOpen = (type: string): boolean => declared.get(type)?.open ?? false;

/** Every member of a type and of those above it; null for a type that Electron does not declare. */
export function membersOfType(type: string): readonly Member[] | null {
  const own = declared.get(type);
  if (own === undefined) return null;
  return [...own.members, ...own.above.flatMap((above) => membersOfType(above) ?? [])];
}

/** What is wrong with a value that is given for a parameter or property of this type; null: nothing. */
function mistakeIn(value: unknown, type: Node | null, path: string): string | null {
  if (type === null) return null;
  switch (type.type) {
    case 'TSParenthesizedType':
      return mistakeIn(value, node(type.typeAnnotation), path);
    case 'TSUnionType': {
      const mistakes = nodes(type.types).map((one) => mistakeIn(value, one, path));
      return mistakes.includes(null)
        ? null
        : (mistakes.find((mistake) => mistake?.includes('has no')) ?? mistakes[0] ?? null);
    }
    case 'TSLiteralType': {
      const wanted = node(type.literal)?.value;
      return value === wanted ? null : `${path}: ${String(value)} is not ${String(wanted)}`;
    }
    case 'TSStringKeyword':
      return typeof value === 'string' ? null : `${path} is no string`;
    case 'TSNumberKeyword':
      return typeof value === 'number' ? null : `${path} is no number`;
    case 'TSBooleanKeyword':
      return typeof value === 'boolean' ? null : `${path} is no boolean`;
    case 'TSNullKeyword':
      return value === null ? null : `${path} is not null`;
    case 'TSFunctionType':
      return typeof value === 'function' ? null : `${path} is no function`;
    case 'TSArrayType':
      return Array.isArray(value)
        ? (value.map((each) => mistakeIn(each, node(type.elementType), path)).find((each) => each !== null) ?? null)
        : `${path} is no array`;
    case 'TSTypeReference':
      return mistakeInObject(value, nameOf(type.typeName), path);
    default:
      return null;
  }
}

function mistakeInObject(value: unknown, type: string, path: string): string | null {
  const members = membersOfType(type);
  if (members === null) return null; // Of Node or of the language: `Array`, `Promise`, `Record`.
  if (typeof value !== 'object' || value === null) return `${path} is no ${type}`;
  const isData = Object.getPrototypeOf(value) === Object.prototype;
  if (!isData) return null; // One of Electron's own objects, or a stand-in for it.
  for (const [key, given] of isOpen(type) ? [] : Object.entries(value)) {
    const member = members.find(({ name }) => name === key);
    if (member === undefined) return `${type} has no « ${key} »`;
    const mistake = given === undefined ? null : mistakeIn(given, member.annotation, `${type}.${key}`);
    if (mistake !== null) return mistake;
  }
  const missing = members.find(({ name, optional }) => name !== '' && !optional && !(name in value));
  return missing === undefined ? null : `${path} has no « ${missing.name} », which ${type} needs`;
}

/** What is wrong with a call; null: one of the published signatures takes it. */
export function mistakeInCall(type: string, method: string, args: readonly unknown[]): string | null {
  const overloads = (membersOfType(type) ?? []).filter(({ name, params }) => name === method && params !== null);
  if (overloads.length === 0) return `${type} has no method « ${method} »`;
  const mistakes = overloads.map(({ params }) => mistakeInArguments(params ?? [], args, `${type}.${method}`));
  if (mistakes.includes(null)) return null;
  const isEvent = typeof args[0] === 'string' && overloads.length > 2;
  return isEvent ? `${type}.${method} knows no « ${String(args[0])} »` : (mistakes[0] ?? null);
}

function mistakeInArguments(params: readonly Node[], args: readonly unknown[], path: string): string | null {
  const isOpen = params.some(({ type }) => type === 'RestElement');
  if (args.length > params.length && !isOpen) return `${path} takes ${params.length} arguments, not ${args.length}`;
  for (const [index, param] of params.entries()) {
    if (param.type === 'RestElement') return null;
    if (args[index] === undefined) {
      if (param.optional !== true) return `${path} needs « ${nameOf(param)} »`;
      continue;
    }
    const mistake = mistakeIn(args[index], annotationOf(param), `${path}(${nameOf(param)})`);
    if (mistake !== null) return mistake;
  }
  return null;
}
