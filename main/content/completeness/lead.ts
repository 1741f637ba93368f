/** JPEG and PNG, after bytes that scripts and recovered memory cards leave before them: zeros, a byte order mark, blank lines. */
const LEAD = /^(?:\0|\xef\xbb\xbf|[\r\n\t ])+(?=\xff\xd8\xff|\x89PNG\r\n)/;
const MAX_LEAD = 4096;

/** A picture without stray bytes before its first; any other file as it is. */
export function withoutLead(file: Buffer): Buffer {
  const lead = LEAD.exec(file.toString('latin1', 0, MAX_LEAD))?.[0].length ?? 0;
  return file.subarray(lead);
}
