export type MediaKind = 'picture' | 'pdf' | 'office' | 'video';

const KINDS: { readonly [kind in MediaKind]: readonly string[] } = {
  picture: [
    '.jpg',
    '.jpeg',
    '.jfif',
    '.png',
    '.webp',
    '.avif',
    '.gif',
    '.svg',
    '.heic',
    '.heif',
    '.tif',
    '.tiff',
    '.bmp',
  ],
  pdf: ['.pdf'],
  office: ['.pptx', '.ppt', '.odp', '.doc'],
  video: ['.mp4', '.m4v', '.webm', '.mov'],
};

/** What the media preparer makes of an extension (with its dot, any case); null: nothing. */
export function kindOf(extension: string): MediaKind | null {
  const wanted = extension.toLowerCase();
  for (const kind of ['picture', 'pdf', 'office', 'video'] as const) if (KINDS[kind].includes(wanted)) return kind;
  return null;
}
