/** What happened at a path: a file came, went or has another name (`renamed`), or it was written to (`changed`). */
export type FileEvent = 'renamed' | 'changed';

/** Paths in the content folder at which something happened, and what it was; a look at each tells the rest. */
export type FileEvents = ReadonlyMap<string, FileEvent>;

/** Adds an event. What was renamed has to be looked at more closely, also where it was written to afterwards. */
export function addEvent(events: Map<string, FileEvent>, path: string, event: FileEvent): void {
  if (events.get(path) !== 'renamed') events.set(path, event);
}
