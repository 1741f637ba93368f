import { fileKind } from '../file-kind.ts';
import { MP4 } from './mp4-format.ts';
import { WEBM } from './webm-format.ts';

export const video = fileKind({
  name: 'video',
  endings: ['.mp4', '.m4v', '.webm', '.mov', '.mkv', '.3gp'],
  label: 'Vidéo',
  icon: 'film',
  formats: [MP4, WEBM],
  read: async () => (await import('../pictures/read-picture.ts')).readPicture,
  parse: null,
  prepare: { how: 'copied', load: async () => (await import('./prepare-video.ts')).prepareVideo },
});
