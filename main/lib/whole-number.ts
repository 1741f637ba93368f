import { once } from './once.ts';

// The first format of numbers costs 12 ms of a start: it is made where somebody is told of one.
const format = once(() => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 }));

/** A whole number as a French sentence has it: « 12 000 ». */
export const wholeNumber = (value: number): string => format().format(value);
