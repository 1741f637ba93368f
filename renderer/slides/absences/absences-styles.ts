import { css } from 'lit';

/** A board of departures: the hours are what people look for first. */
export const absencesStyles = css`
  :host {
    background: var(--night);
    color: var(--on-night);
    --soft: color-mix(in srgb, var(--on-night) 80%, var(--night));
    --line: color-mix(in srgb, var(--on-night) 24%, var(--night));
  }
  article {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100cqh;
    padding: var(--safe-top) var(--safe-x) var(--safe-bottom);
    row-gap: calc(26 * var(--u));
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(8 * var(--u)) calc(48 * var(--u));
  }
  h1 {
    font-size: calc(104 * var(--u));
    font-stretch: 84%;
  }
  .day {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(26 * var(--u));
    font: 560 calc(60 * var(--u)) / 1.1 var(--font-title);
    font-stretch: 84%;
    color: var(--soft);
  }
  .day b {
    font-weight: 720;
    color: var(--sun);
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  /* Every column is as wide as it needs; what nobody wrote takes no room. */
  .list {
    display: grid;
    grid-template-columns: fit-content(25%) minmax(25%, 1fr) fit-content(24%) fit-content(16%) fit-content(24%);
    min-height: 0;
    align-content: start;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: baseline;
    padding-block: calc((3 + var(--space, 0)) * var(--u)) calc((5 + var(--space, 0)) * var(--u));
    border-top: calc(3 * var(--u)) solid var(--line);
    font-size: calc(var(--entry, 56) * var(--u));
    line-height: 1.06;
  }
  .continued {
    border-top: none;
  }
  li p {
    min-width: 0;
    padding-inline-end: calc(36 * var(--u));
    text-wrap: balance;
    /* A column is as wide as its longest word: letter by letter, a name could not be read. */
    overflow-wrap: break-word;
  }
  .tight li p {
    overflow-wrap: anywhere;
  }
  li .blank,
  li .instead {
    padding-inline-end: 0;
  }
  .hours {
    font-family: var(--font-title);
    font-weight: 680;
    font-stretch: 84%;
    font-variant-numeric: tabular-nums;
    color: var(--sun);
  }
  .list:not(.tight) .hours {
    min-width: auto;
    white-space: nowrap;
  }
  .now .hours::before {
    content: "";
    display: inline-block;
    width: 0.34em;
    height: 0.34em;
    margin-inline-end: 0.24em;
    border-radius: 50%;
    background: currentColor;
    vertical-align: 0.12em;
  }
  .who b {
    font-family: var(--font-title);
    font-weight: 720;
    font-stretch: 84%;
  }
  .who span,
  .note,
  .room {
    font-size: max(0.82em, calc(46 * var(--u)));
    color: var(--soft);
  }
  .arrow {
    color: var(--sun);
    font-weight: 700;
  }
  .note {
    display: block;
  }
  .instead:has(.arrow) .note {
    margin-top: 0.1em;
  }
  @container (orientation: portrait) or (max-aspect-ratio: 31/20) {
    .list {
      grid-template-columns: fit-content(46%) fit-content(30%) minmax(24%, 1fr);
    }
    li {
      row-gap: calc(4 * var(--u));
    }
    .hours {
      grid-row: 1 / span 3;
    }
    li .who,
    li .instead {
      grid-column: 2 / -1;
      padding-inline-end: 0;
    }
    .classes {
      grid-column: 2;
    }
    li .room {
      grid-column: 3;
      padding-inline-end: 0;
    }
    .classes:has(+ .blank) {
      grid-column: 2 / -1;
    }
    .blank {
      display: none;
    }
  }
`;
