import { type GrownTree, growTree } from './grow.ts';
import { NO_MEMORY, type TurnMemory } from './tree-turns.ts';

/** More trees than any place has. The one that was used least recently is forgotten. */
const MAX_TREES = 16;

/** What is remembered from one showing of a tree to the next: each showing has a new element. */
export interface TreeMemory {
  /** The tree of a name, grown once. */
  tree(name: string): GrownTree;
  /** The messages that a tree has shown so far; `source` names the tree. */
  turns(source: string): TurnMemory;
  remember(source: string, turns: TurnMemory): void;
}

export function createTreeMemory(): TreeMemory {
  const trees = new Map<string, GrownTree>();
  const memories = new Map<string, TurnMemory>();
  return {
    tree(name) {
      const grown = trees.get(name) ?? growTree(name);
      keep(trees, name, grown);
      return grown;
    },
    turns: (source) => memories.get(source) ?? NO_MEMORY,
    remember: (source, turns) => keep(memories, source, turns),
  };
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > MAX_TREES && oldest !== undefined) map.delete(oldest);
}
