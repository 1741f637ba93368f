import { z } from 'zod';

/** A text of the settings; YAML takes « 2 » for a number. */
export const siteText = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
