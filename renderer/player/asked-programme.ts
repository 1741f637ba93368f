import type { Programme, Slide } from '../../main/contract.ts';
import { type Asked, programmeAddress } from './asked.ts';

/** Programmes that are kept: the thumbnails of a day are slides of the same one. */
const MAX_KEPT = 16;

const kept = new Map<string, Promise<Programme>>();

function fetched(address: string): Promise<Programme> {
  const programme = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}.`);
    return (await answer.json()) as Programme;
  });
  kept.delete(address);
  kept.set(address, programme);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > MAX_KEPT) kept.delete(oldest);
  return programme;
}

/** The slide that is asked for; the first of the programme where none is. */
const slideOf = ({ slides }: Programme, { slide }: Asked): Slide | undefined =>
  slide === null ? slides[0] : slides.find(({ id }) => id === slide);

/**
 * The slide that is asked for and its programme. An id names what the slide shows, so a programme of an instant that was fetched
 * before is as good as a new one as long as it has it; that of now has a head that tells the time.
 * @throws where the programme has no such slide.
 */
export async function askedSlide(asked: Asked): Promise<{ readonly programme: Programme; readonly slide: Slide }> {
  const address = programmeAddress(asked);
  const before = asked.at === null ? undefined : await kept.get(address)?.catch(() => undefined);
  const known = before && slideOf(before, asked);
  if (before && known) return { programme: before, slide: known };
  const programme = await fetched(address);
  const slide = slideOf(programme, asked);
  if (slide === undefined) throw new Error(`The programme has no slide ${asked.slide}.`);
  return { programme, slide };
}
