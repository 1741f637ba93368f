import type { ZoneCertainty } from './zones/zone-book.ts';

/** What of an event was not understood, or was guessed. */
export type EventDoubt =
  | {
      readonly kind:
        | 'end-unread'
        | 'too-long'
        | 'over-before'
        | 'date-local'
        | 'backwards'
        | 'no-length'
        | 'rule-unread'
        | 'date-unread'
        | 'day-taken'
        | 'utc-day';
    }
  | { readonly kind: 'start-odd' }
  | { readonly kind: 'rule-ignored'; readonly part: string }
  /** A time that names two zones, one that names none in a calendar of another zone, a series that is read in the zone of its calendar. */
  | { readonly kind: 'zone-twice' | 'zone-floating' | 'zone-own'; readonly zone: string }
  | { readonly kind: 'zone'; readonly tzid: string; readonly zone: string | null; readonly certainty: ZoneCertainty };
