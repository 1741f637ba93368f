import type { ContentSettings } from '../../main/settings/settings.ts';

/** The settings of a service that opens no display, on a free port. */
export function testSettings(
  own: Partial<ContentSettings> & Pick<ContentSettings, 'content' | 'state'>,
): ContentSettings {
  return {
    at: null,
    atSince: null,
    screen: '',
    host: '127.0.0.1',
    port: 0,
    shell: 'none',
    output: '',
    rotate: null,
    reload: '',
    sleep: true,
    heartbeat: true,
    log: '',
    ...own,
  };
}
