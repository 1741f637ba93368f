/** What the address of the page asks for. */
export interface Asked {
  /** Name of the screen; empty for none. */
  readonly screen: string;
  /** The instant to play in place of now, ISO; null: now, and its changes. */
  readonly at: string | null;
  /** Mark of the shell that opened the page; empty for a browser that a person opened. */
  readonly start: string;
  /** Show one slide, without movement and without telling the service: for the régie. */
  readonly still: boolean;
  /** Id of the slide to show; null: the first. */
  readonly slide: string | null;
  /** Id of a file that the régie tries before it is in the folder; null: the folder as it is. */
  readonly trial: string | null;
}

export function askedBy(search: string): Asked {
  const asked = new URLSearchParams(search);
  return {
    screen: asked.get('screen') ?? '',
    at: asked.get('at'),
    start: asked.get('start') ?? '',
    still: asked.has('still'),
    slide: asked.get('slide'),
    trial: asked.get('trial'),
  };
}

/** Where the programme that is asked for can be read once. */
export function programmeAddress({ screen, at, trial }: Asked): string {
  const query = new URLSearchParams({ screen, ...(at === null ? {} : { at }) });
  const path = trial === null ? '/api/programme' : `/api/regie/trials/${encodeURIComponent(trial)}/programme`;
  return `${path}?${query}`;
}
