/** Bytes in which the zeros of a text are counted. */
const SAMPLE = 4096;

/** How a text in two bytes a letter is written that has no mark in front; null for anything else. */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) zerosAtEven++;
    else zerosAtOdd++;
  }
  // French in UTF-16 has a zero in nearly every second byte; a binary file has them anywhere.
  const most = sample.length * 0.35;
  if (zerosAtOdd > most && zerosAtEven < sample.length * 0.02) return 'utf-16le';
  if (zerosAtEven > most && zerosAtOdd < sample.length * 0.02) return 'utf-16be';
  return null;
}
