import { posix } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { Bin } from '../../content/bin/bin.ts';
import type { BinFile } from '../../content/bin/bin-records.ts';
import { PlaceRefusal } from '../../content/bin/place-file.ts';
import type { RegieBin, RegieBinFile } from '../../regie-contract.ts';
import { clockWords, dayWords } from '../../report/words.ts';

const GONE = 'Ce fichier n’est plus gardé\u00a0: sa copie a laissé la place à d’autres.';

/** « 830 ko », « 1,2 Mo » */
function sizeWords(bytes: number): string {
  const format = (value: number, unit: string) =>
    `${value.toLocaleString('fr-FR', { maximumFractionDigits: value < 10 ? 1 : 0 })}\u00a0${unit}`;
  return bytes < 1e6 ? format(Math.max(1, bytes / 1e3), 'ko') : format(bytes / 1e6, 'Mo');
}

function binFile({ id, path, size, atMs }: BinFile, now: Temporal.ZonedDateTime): RegieBinFile {
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(now.timeZoneId);
  const day = at.toPlainDate().equals(now.toPlainDate())
    ? 'aujourd’hui'
    : dayWords(at.toPlainDate(), now.toPlainDate());
  return { id, path, name: posix.basename(path), takenOut: `${day} à ${clockWords(at)}`, size: sizeWords(size) };
}

/** What was taken out of the folder, and the way back. */
export function addBin(app: FastifyInstance, bin: Bin, now: () => Temporal.ZonedDateTime): void {
  app.get('/api/regie/bin', (_request, reply) => {
    const answer: RegieBin = { files: bin.list().map((file) => binFile(file, now())) };
    return reply.send(answer);
  });

  app.post<{ Params: { id: string } }>('/api/regie/bin/:id/restore', async (request, reply) => {
    try {
      return (await bin.restore(request.params.id)) ? reply.code(204).send() : reply.code(404).send({ message: GONE });
    } catch (error) {
      if (!(error instanceof PlaceRefusal)) throw error;
      return reply.code(409).send({ message: error.message });
    }
  });
}
