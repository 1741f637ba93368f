import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Theme, themeSchema } from '../../main/contract.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CaptureFlags {
  /** An ISO day or instant, as `preau start --at` takes it; null for now. */
  readonly at: string | null;
  readonly screen: string;
  readonly sizes: readonly Size[];
  /** null for the theme of the content folder. */
  readonly theme: Theme | null;
  readonly content: string;
  readonly out: string;
}

export const USAGE = `npm run capture -- [--at 2026-05-05] [--screen NAME] [--size 1920x1080,1080x1920,3840x2160]
                   [--theme clair|sombre|contraste] [--content DIR] [--out captures]`;

/** @throws {Error} with a sentence that says which flag is wrong. */
export function parseCaptureFlags(args: readonly string[], root: string): CaptureFlags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      at: { type: 'string' },
      screen: { type: 'string', default: '' },
      size: { type: 'string', default: '1920x1080' },
      theme: { type: 'string' },
      content: { type: 'string', default: resolve(root, 'content') },
      out: { type: 'string', default: 'captures' },
    },
  });
  const theme = values.theme === undefined ? null : themeSchema.safeParse(values.theme);
  if (theme && !theme.success) throw new Error(`--theme is one of ${themeSchema.options.join(', ')}.`);
  return {
    at: values.at ?? null,
    screen: values.screen,
    sizes: values.size.split(',').map(readSize),
    theme: theme?.data ?? null,
    content: resolve(values.content),
    out: resolve(values.out),
  };
}

function readSize(text: string): Size {
  const match = /^(\d{2,5})x(\d{2,5})$/u.exec(text.trim());
  if (!match) throw new Error(`--size is WIDTHxHEIGHT, as in 1920x1080; not « ${text} ».`);
  return { width: Number(match[1]), height: Number(match[2]) };
}

export const sizeName = ({ width, height }: Size): string => `${width}x${height}`;
