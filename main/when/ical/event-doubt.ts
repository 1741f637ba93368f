import type { ZoneCertainty } from './zones/zone-book.ts';

/** What of an event was not understood, or was guessed. */
export type EventDoubt =
  | {
      readonly kind:
        | 'end-unread'
        | 'too-long'
        | 'over-before'
        | 'backwards'
        | 'no-length'
        | 'rule-unread'
        | 'date-unread'
        | 'day-taken';
    }
  | { readonly kind: 'rule-ignored'; readonly part: string }
  | { readonly kind: 'zone'; readonly tzid: string; readonly zone: string | null; readonly certainty: ZoneCertainty };
