import { css } from 'lit';

/** The day is on the left of the entries; in portrait, above them. */
export const agendaStyles = css`
  article {
    display: grid;
    grid-template-columns: max(29cqw, calc(490 * var(--u))) minmax(0, 1fr);
    grid-template-rows: 100cqh;
    height: 100cqh;
  }
  .panel {
    display: flex;
    flex-direction: column;
    padding: calc(84 * var(--u)) calc(36 * var(--u)) var(--safe-y) var(--safe-x);
    background: var(--green);
    color: var(--on-fill);
    min-width: 0;
  }
  .label,
  .date {
    font: 720 calc(var(--label, 92) * var(--u)) / 1 var(--font-title);
    font-stretch: 84%;
    letter-spacing: -0.012em;
    overflow-wrap: anywhere;
  }
  .date {
    display: flex;
    flex-direction: column;
    font-size: calc(104 * var(--u));
    margin-top: calc(58 * var(--u));
  }
  .numeral {
    font-size: calc(420 * var(--u));
    font-weight: 780;
    line-height: 0.74;
    margin-inline-start: -0.032em;
    letter-spacing: -0.03em;
  }
  .numeral sup {
    font-size: 0.3em;
    line-height: 0;
    vertical-align: 0.95em;
  }
  .month {
    margin-top: calc(50 * var(--u));
  }
  .count {
    margin-top: auto;
    font-size: calc(50 * var(--u));
    font-weight: 600;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }
  /* The towns of all sections are one column, as wide as they need, at most two fifths of the width. */
  .list {
    display: grid;
    grid-template-columns: fit-content(41%) minmax(0, 1fr);
    column-gap: calc(44 * var(--u));
    row-gap: calc(52 * var(--u));
    min-height: 0;
    height: 90cqh;
    margin: var(--safe-y) var(--safe-x) var(--safe-y) calc(76 * var(--u));
    align-content: safe center;
  }
  section,
  ul,
  li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
  }
  h2 {
    grid-column: 1 / -1;
    font-size: calc(60 * var(--u));
    line-height: 1.1;
    color: var(--green-text);
    padding-bottom: calc(18 * var(--u));
  }
  ul {
    list-style: none;
  }
  li {
    align-items: baseline;
    padding-block: calc((9 + var(--space, 0)) * var(--u)) calc((13 + var(--space, 0)) * var(--u));
    border-top: calc(3 * var(--u)) solid var(--rule);
    font-size: calc(var(--entry, 56) * var(--u));
    line-height: 1.08;
  }
  .where,
  .what {
    min-width: 0;
  }
  .town {
    font-family: var(--font-title);
    font-weight: 720;
    font-stretch: 84%;
    letter-spacing: -0.01em;
    font-size: 1.03em;
    text-wrap: balance;
    hyphens: auto;
  }
  .title {
    font-size: max(0.9em, calc(56 * var(--u)));
    line-height: 1.1;
    text-wrap: balance;
    hyphens: auto;
  }
  .hours,
  .venue {
    font-size: max(0.72em, calc(46 * var(--u)));
    line-height: 1.14;
    margin-top: 0.1em;
    hyphens: auto;
  }
  .venue {
    color: var(--ink-soft);
  }
  .hours {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.14em 0.55em;
  }
  .hours:has(.badge) {
    margin-top: 0.24em;
  }
  .hours b {
    font-weight: 650;
  }
  .badge {
    display: inline-block;
    padding: 0.06em 0.5em 0.12em;
    border-radius: 99rem;
    background: var(--green);
    color: var(--on-fill);
    font-weight: 650;
    white-space: nowrap;
  }
  .now .town {
    color: var(--green-text);
  }
  s {
    text-decoration-thickness: 0.075em;
  }
  .off :is(.town, .title, .hours, .venue) {
    color: var(--ink-soft);
  }
  /* What matters of a struck entry: in the ink of the alert's words, and never in its red. */
  .status {
    width: fit-content;
    margin-top: 0.24em;
    padding: 0.06em 0.5em 0.12em;
    border-radius: 0.2em;
    background: var(--ink);
    color: var(--paper);
    font-size: max(0.76em, calc(46 * var(--u)));
    font-weight: 700;
    line-height: 1.14;
    text-wrap: balance;
  }
  .status::first-letter {
    text-transform: uppercase;
  }
  sup {
    font-size: max(0.62em, calc(46 * var(--u)));
    line-height: 0;
    vertical-align: 0.25em;
  }
  @container (orientation: portrait) {
    article {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .panel {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: end;
      column-gap: calc(40 * var(--u));
      padding: var(--safe-y) calc(72 * var(--u)) calc(64 * var(--u));
    }
    .date {
      grid-row: 1 / 3;
      grid-column: 2;
      margin: 0;
      flex-direction: row;
      align-items: flex-end;
      gap: calc(24 * var(--u));
    }
    .numeral {
      font-size: calc(300 * var(--u));
    }
    .month {
      line-height: 0.8;
      margin: 0;
    }
    .label {
      align-self: start;
    }
    .list {
      height: auto;
      margin: calc(64 * var(--u)) calc(72 * var(--u)) var(--safe-y);
    }
  }
  @container (orientation: portrait) or (max-aspect-ratio: 7/5) {
    .list {
      grid-template-columns: minmax(0, 1fr);
    }
    li {
      row-gap: calc(6 * var(--u));
    }
    /* The hours are at the end of the line of the town, or under it where there is no room. */
    .where {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      column-gap: calc(28 * var(--u));
    }
  }
`;
