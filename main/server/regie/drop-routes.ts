import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { PlaceRefusal } from '../../content/bin/place-file.ts';
import { isAlertFolder } from '../../content/scan/place.ts';
import { NOT_UNDERSTOOD } from '../http.ts';
import { askedProgramme } from '../queries.ts';
import { UploadRefusal } from './receive-file.ts';
import type { Trial } from './trial.ts';
import { trialView } from './trial-view.ts';
import type { Trials } from './trials.ts';
import { urgentFile } from './urgent.ts';

const query = z.object({ name: z.string().min(1).max(1_000), into: z.string().max(1_000).default('') });
const saveBody = z.object({ replaces: z.string().max(80).nullable().default(null) });

/** Answers what a person may be told as a sentence; anything else is a fault of ours. */
function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof UploadRefusal) return reply.code(error.status).send({ message: error.message });
  if (error instanceof PlaceRefusal) return reply.code(409).send({ message: error.message });
  throw error;
}

export interface DropOptions {
  readonly trials: Trials;
  readonly now: () => Temporal.ZonedDateTime;
}

/** What is dropped is tried first, and put into the folder when the person has seen the answer. */
export function addDropping(app: FastifyInstance, { trials, now }: DropOptions): void {
  // The body stays a stream: a film is never in memory.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  const answer = async (reply: FastifyReply, work: () => Promise<unknown>): Promise<FastifyReply> => {
    try {
      return reply.send(await work());
    } catch (error) {
      return refuse(reply, error);
    }
  };
  const view = async (opening: Promise<Trial>) => trialView(await opening, trials);

  app.get('/api/regie/folders', (_request, reply) => reply.send({ folders: trials.folders() }));

  app.post('/api/regie/trials', async (request, reply) => {
    const asked = query.safeParse(request.query);
    if (!asked.success || !(request.body instanceof Readable)) return reply.code(400).send({ message: NOT_UNDERSTOOD });
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    const source = request.body;
    return answer(reply, () => view(trials.open(asked.data, source, Number.isFinite(length) ? length : null)));
  });

  app.post('/api/regie/urgent', async (request, reply) => {
    const asked = urgentFile(request.body, now());
    if (!asked.ok) return reply.code(400).send({ message: asked.message });
    const { name, text } = asked.value;
    const into = trials.folders().find(isAlertFolder) ?? 'alerte';
    return answer(reply, () => view(trials.open({ name, into }, Readable.from([Buffer.from(text)]), null)));
  });

  app.get<{ Params: { id: string } }>('/api/regie/trials/:id/programme', async (request, reply) => {
    const asked = askedProgramme(request.query, now().timeZoneId);
    if (!asked.ok) return reply.code(400).send({ message: asked.message });
    const { at, screen } = asked.value;
    return answer(reply, async () => trials.programme(trials.get(request.params.id), at, screen));
  });

  app.post<{ Params: { id: string } }>('/api/regie/trials/:id/save', async (request, reply) => {
    const asked = saveBody.safeParse(request.body ?? {});
    if (!asked.success) return reply.code(400).send({ message: NOT_UNDERSTOOD });
    return answer(reply, async () => {
      const trial = trials.get(request.params.id);
      await trials.save(trial, asked.data.replaces);
      return { path: trial.path };
    });
  });

  app.delete<{ Params: { id: string } }>('/api/regie/trials/:id', async (request, reply) => {
    await trials.drop(trials.get(request.params.id).id);
    return reply.code(204).send();
  });
}
