const SECTOR = 512;
const [END, FREE, FAT] = [0xfffffffe, 0xffffffff, 0xfffffffd];
/** Streams of fewer bytes would stand in a part of their own. */
const MIN_STREAM = 4096;

/** An OLE container ([MS-CFB] version 3) with these streams, each filled up with zeros to 4,096 bytes. */
export function makeOle(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const names = Object.keys(streams);
  const contents = Object.values(streams).map((content) =>
    Buffer.concat(
      [content, Buffer.alloc(Math.max(0, MIN_STREAM - content.length))],
      Math.max(MIN_STREAM, content.length),
    ),
  );
  const directorySectors = Math.ceil(((names.length + 1) * 128) / SECTOR);
  const fat: number[] = [FAT, ...chain(1, directorySectors)];
  const starts = contents.map((content) => {
    const start = fat.length;
    fat.push(...chain(start, Math.ceil(content.length / SECTOR)));
    return start;
  });
  const table = Buffer.alloc(SECTOR, 0xff);
  for (const [at, next] of fat.entries()) table.writeUInt32LE(next, at * 4);
  const directory = Buffer.alloc(directorySectors * SECTOR);
  writeEntry(directory, 0, 'Root Entry', 5, END, 0);
  for (const [at, name] of names.entries()) {
    writeEntry(directory, at + 1, name, 2, starts[at] ?? END, contents[at]?.length ?? 0);
  }
  const padded = contents.map((content) => Buffer.concat([content], Math.ceil(content.length / SECTOR) * SECTOR));
  return Buffer.concat([headerOf(), table, directory, ...padded, Buffer.from('the end, which is no zero')]);
}

const chain = (start: number, length: number): number[] =>
  Array.from({ length }, (_, at) => (at + 1 < length ? start + at + 1 : END));

function headerOf(): Buffer {
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(MIN_STREAM, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  return header;
}

function writeEntry(directory: Buffer, at: number, name: string, type: number, start: number, size: number): void {
  const offset = at * 128;
  directory.write(name, offset, 'utf16le');
  directory.writeUInt16LE((name.length + 1) * 2, offset + 64);
  directory.writeUInt8(type, offset + 66);
  for (const link of [68, 72, 76]) directory.writeUInt32LE(FREE, offset + link);
  directory.writeUInt32LE(start, offset + 116);
  directory.writeUInt32LE(size, offset + 120);
}
