import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConf, withValue } from '../../../main/settings/conf-file.ts';

const read = (text: string) => parseConf(text, '/etc/preau/preau.conf');

describe('preau.conf', () => {
  it('gives settings, with where each stands; comments, empty lines and empty values say nothing', () => {
    const { layer, mistakes } = read('\uFEFF# commentaire\r\n\r\nscreen = "Hall d’entrée"\r\nPORT=80\r\nhost =\r\n');
    expect(layer.values).toEqual({ screen: 'Hall d’entrée', port: '80' });
    expect(layer.origin('port')).toBe('/etc/preau/preau.conf, ligne 4');
    expect(mistakes).toEqual([]);
  });

  it.each([
    ['contnet = /srv', 'Vouliez-vous dire « content » ?'],
    ['tout à fait autre chose = 1', 'Il y a content,'],
    ['bonjour', 'n’est pas un réglage'],
    ['= 3', 'n’est pas un réglage'],
  ])('tells of the line « %s » by its number, and what to write', (line, told) => {
    const { layer, mistakes } = read(`port = 1\n${line}\n`);
    expect(mistakes).toEqual([expect.stringContaining('ligne 2')]);
    expect(mistakes[0]).toContain(told);
    expect(layer.values).toEqual({ port: '1' });
  });

  it('keeps every other line when a folder is saved in it', () => {
    const before = '# à nous\nscreen = Hall\ncontent = /ancien\nport = 80\n';
    expect(withValue(before, 'content', '/neuf')).toBe('# à nous\nscreen = Hall\nport = 80\ncontent = /neuf\n');
    expect(withValue('', 'content', '/neuf')).toBe('content = /neuf\n');
  });

  it('gives back any path that was saved, whatever the file held', () => {
    const path = fc.string({ unit: 'binary', minLength: 1 }).map((text) => `/${text.replace(/[\r\n\0]/gu, '')}`);
    fc.assert(
      fc.property(fc.string(), path, (before, saved) => {
        expect(read(withValue(before, 'content', saved)).layer.values.content).toBe(saved);
      }),
    );
  });
});
