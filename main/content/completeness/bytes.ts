import { type FileHandle, open } from 'node:fs/promises';

const WINDOW = 1 << 18;

/**
 * Random reading of a file, or of bytes in memory, through one window: headers that follow each other cost few reads, and
 * what lies between is not read. Positions beyond the end give short results, never an error.
 */
export class Bytes {
  readonly size: number;
  readonly #handle: FileHandle | null;
  #window: Buffer;
  #start = 0;

  private constructor(size: number, handle: FileHandle | null, window: Buffer) {
    this.size = size;
    this.#handle = handle;
    this.#window = window;
  }

  static of(bytes: Uint8Array): Bytes {
    return new Bytes(bytes.length, null, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  }

  /** Opens a file; the size is the one it has now. Close it. */
  static async open(absolute: string): Promise<Bytes> {
    const handle = await open(absolute, 'r');
    try {
      return new Bytes((await handle.stat()).size, handle, Buffer.alloc(0));
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** `length` bytes from `offset`, fewer at the end of the file. A view: valid until the next call. */
  async at(offset: number, length: number): Promise<Buffer> {
    const end = Math.min(offset + length, this.size);
    if (offset >= end || offset < 0) return Buffer.alloc(0);
    if (this.#handle && (offset < this.#start || end > this.#start + this.#window.length)) {
      const wanted = Buffer.allocUnsafe(Math.min(Math.max(WINDOW, end - offset), this.size - offset));
      let filled = 0;
      while (filled < wanted.length) {
        const { bytesRead } = await this.#handle.read(wanted, filled, wanted.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      this.#window = wanted.subarray(0, filled);
      this.#start = offset;
    }
    return this.#window.subarray(offset - this.#start, end - this.#start);
  }

  /** The bytes from `offset` on that are in the window: at least one, except at the end. A view. */
  async run(offset: number): Promise<Buffer> {
    const first = await this.at(offset, 1);
    return first.length === 0 ? first : this.#window.subarray(offset - this.#start);
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }
}
