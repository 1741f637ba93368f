import type { FastifyInstance } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import type { RegieScreen, RegieScreens } from '../../regie-contract.ts';
import type { KnownScreen } from '../../report/known-screens.ts';
import { screenLight } from '../../report/screen-light.ts';

export interface RegieScreensOptions {
  /** The screens of this machine, then those of the others. */
  readonly knownScreens: () => readonly KnownScreen[];
  readonly fleet: {
    /** Reads anew what the other machines say. */
    look(): Promise<void>;
    /** The picture of another machine, as WebP; null where there is none. */
    picture(files: string): Promise<Buffer | null>;
  };
  readonly now: () => Temporal.ZonedDateTime;
}

/** A screen of this machine is shown by its own player, still; that of another one by the picture that it has left. */
function regieScreen(screen: KnownScreen, now: Temporal.ZonedDateTime): RegieScreen {
  const { name, machine, slide, size, version, revision, remarks, lit, title, files, hasPicture } = screen;
  const { light, sentence } = screenLight(screen, now);
  const asked = new URLSearchParams({ screen: name, slide: slide ?? '', still: '' });
  const isDark = lit === false;
  return {
    ...{ name, machine, light, sentence, size, version, revision, remarks },
    still: slide === null || isDark ? null : `/?${asked}`,
    picture: files === null || !hasPicture || isDark ? null : `/api/regie/screens/${encodeURIComponent(files)}/picture`,
    caption: isDark ? 'Noir' : ((screen.connected ? title : null) ?? 'Pas d’image'),
  };
}

export function addScreens(app: FastifyInstance, { knownScreens, fleet, now }: RegieScreensOptions): void {
  app.get('/api/regie/screens', async (_request, reply) => {
    await fleet.look();
    const answer: RegieScreens = { screens: knownScreens().map((screen) => regieScreen(screen, now())) };
    return reply.send(answer);
  });

  app.get<{ Params: { files: string } }>('/api/regie/screens/:files/picture', async (request, reply) => {
    // Only the pictures of machines that are known: a name becomes a path.
    const known = knownScreens().find(({ files }) => files === request.params.files);
    const picture = known?.files == null ? null : await fleet.picture(known.files).catch(() => null);
    if (picture === null) return reply.code(404).send();
    return reply.type('image/webp').header('cache-control', 'no-cache').send(picture);
  });
}
