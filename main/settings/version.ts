import { readFileSync } from 'node:fs';

/**
 * The version of the product. It is written in package.json alone, which stands at the top of the repository and of the
 * packaged application; the build is one folder deeper (`build/main`) than the sources (`main`).
 */
export function productVersion(): string {
  const path = import.meta.url.endsWith('.js') ? '../../../package.json' : '../../package.json';
  const { version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version: string };
  return version;
}
