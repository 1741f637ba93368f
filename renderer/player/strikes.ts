/** A slide during which the page died this often is put aside, until its content is another one. */
const MAX_STRIKES = 3;
/** Slides that are remembered; the oldest are forgotten first. */
const MAX_REMEMBERED = 50;
const KEY = 'preau-strikes';

/** Where it is written down: what the browser keeps when the process of the page dies. */
export type Book = Pick<Storage, 'getItem' | 'setItem'>;

interface Written {
  /** Mark of the shell in whose time this was written. */
  readonly start: string;
  /** Ids of the slides that were on the wall, or on their way there, when this was written. */
  readonly atRisk: readonly string[];
  /** How often the page died during a slide that has not passed since, by its id. */
  readonly strikes: readonly (readonly [id: string, times: number])[];
}

/**
 * Remembers which slides were on the wall, or were being prepared for it, each time the page died: a picture that ends the
 * process of the page, or makes it hang, would otherwise end it in every turn. A slide that passes is innocent, whatever
 * happened before; and one whose content changes has another id. A page that ended with its shell ended for another reason: a
 * restart, or the power.
 */
export class Strikes {
  readonly #book: Book;
  readonly #start: string;
  readonly #strikes: Map<string, number>;
  #atRisk: readonly string[] = [];

  constructor(book: Book, start = '') {
    this.#book = book;
    this.#start = start;
    const before = read(book);
    this.#strikes = new Map(before.strikes);
    for (const id of before.start === start ? before.atRisk : []) this.#strike(id);
    this.#write();
  }

  isAside(id: string): boolean {
    return (this.#strikes.get(id) ?? 0) >= MAX_STRIKES;
  }

  /** These slides, and no others, would be the reason if the page died now. Empty before the page leaves in order. */
  risk(...ids: readonly string[]): void {
    this.#atRisk = [...new Set(ids)];
    this.#write();
  }

  /** The slide has had its time on the wall. */
  passed(id: string): void {
    if (this.#strikes.delete(id)) this.#write();
  }

  #strike(id: string): void {
    const times = (this.#strikes.get(id) ?? 0) + 1;
    this.#strikes.delete(id);
    this.#strikes.set(id, times);
  }

  #write(): void {
    const written: Written = {
      start: this.#start,
      atRisk: this.#atRisk,
      strikes: [...this.#strikes].slice(-MAX_REMEMBERED),
    };
    try {
      this.#book.setItem(KEY, JSON.stringify(written));
    } catch {
      // A browser that keeps nothing (a full disk) plays all the same.
    }
  }
}

function read(book: Book): Written {
  try {
    const { start, atRisk, strikes } = JSON.parse(book.getItem(KEY) ?? '{}') as Partial<Written>;
    const known = Array.isArray(strikes) ? strikes.filter(([id, times]) => typeof id === 'string' && times > 0) : [];
    return { start: String(start ?? ''), atRisk: Array.isArray(atRisk) ? atRisk.map(String) : [], strikes: known };
  } catch {
    return { start: '', atRisk: [], strikes: [] }; // It was damaged, or the browser keeps nothing.
  }
}
