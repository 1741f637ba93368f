import type { Block } from '../../documents/block.ts';

/** Blocks that the writer set apart from running text. */
export const isStyled = (block: Pick<Block, 'level' | 'bold'>): boolean => block.level > 0 || block.bold === true;
