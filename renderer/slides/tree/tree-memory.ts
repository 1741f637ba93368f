import { type GrownTree, growTree } from './grow.ts';
import { noMemory, type TurnMemory } from './tree-turns.ts';

/** More trees than any place has; the oldest is forgotten beyond. */
const LIMIT = 16;

/** What outlives the elements of the trees, which are made anew for each showing. */
export interface TreeMemory {
  /** The tree of a name, grown once. */
  tree(name: string): GrownTree;
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
    turns: (source) => memories.get(source) ?? noMemory,
    remember: (source, turns) => keep(memories, source, turns),
  };
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > LIMIT && oldest !== undefined) map.delete(oldest);
}
