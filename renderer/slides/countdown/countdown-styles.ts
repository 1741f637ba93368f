import { css } from 'lit';

/** A number that is read from the other end of the hall, between what is waited for and its day. */
export const countdownStyles = css`
  :host {
    background: var(--blue);
    color: var(--on-fill);
  }
  article {
    display: grid;
    grid-template-rows: auto 1fr auto;
    row-gap: calc(24 * var(--u));
    height: var(--safe-height);
    margin: var(--safe-top) var(--safe-x) var(--safe-bottom);
  }
  h1 {
    font-size: calc(var(--title, 132) * var(--u));
    line-height: 1.02;
  }
  .count {
    display: flex;
    align-items: center;
    align-self: center;
    gap: 0.13em;
    width: fit-content;
    font: 780 calc(var(--count, 400) * var(--u)) / 0.8 var(--font-title);
    font-stretch: 84%;
    letter-spacing: -0.03em;
    white-space: nowrap;
    font-variant-numeric: lining-nums tabular-nums;
    padding-block: 0.06em;
  }
  .word {
    letter-spacing: -0.02em;
    line-height: 1;
  }
  .dash {
    width: 0.34em;
    height: 0.11em;
    background: var(--sun);
  }
  .date {
    font: 620 calc(72 * var(--u)) / 1.15 var(--font-text);
    text-wrap: balance;
  }
  .date::first-letter {
    text-transform: uppercase;
  }
  .text {
    margin-top: calc(14 * var(--u));
    font-size: calc(52 * var(--u));
    line-height: 1.25;
    text-wrap: balance;
  }
`;
