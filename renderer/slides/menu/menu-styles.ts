import { css } from 'lit';

/** The plate is on the left of the dishes; in portrait, above them. */
export const menuStyles = css`
  article {
    display: grid;
    grid-template-columns: 36cqw minmax(0, 1fr);
    grid-template-rows: 100cqh;
    height: 100cqh;
  }
  .panel {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr);
    padding: var(--safe-top) calc(48 * var(--u)) 0 var(--safe-x);
    background: var(--brick);
    color: var(--on-fill);
    min-width: 0;
  }
  .what,
  .date,
  .count {
    font: 560 calc(60 * var(--u)) / 1.1 var(--font-title);
    font-stretch: 84%;
  }
  .label {
    font-size: calc(var(--label, 112) * var(--u));
    font-weight: 760;
    font-stretch: 80%;
    margin-block: calc(6 * var(--u)) calc(14 * var(--u));
    white-space: nowrap;
  }
  .count {
    margin-top: calc(10 * var(--u));
    font-variant-numeric: tabular-nums;
  }
  /* The plate is larger than its place on the table: its edge is cut by that of the panel. */
  .table {
    position: absolute;
    inset: 0;
    overflow: clip;
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    grid-template-rows: calc(490 * var(--u));
    align-content: end;
    align-items: center;
    justify-items: center;
    column-gap: calc(10 * var(--u));
    color: #ffd9a0;
  }
  .plate {
    height: calc(600 * var(--u));
    width: calc(600 * var(--u));
    margin-inline: calc(-40 * var(--u));
    filter: drop-shadow(0 calc(14 * var(--u)) calc(22 * var(--u)) rgb(60 12 4 / 0.35));
  }
  .fork,
  .knife {
    height: calc(430 * var(--u));
    width: calc(62 * var(--u));
  }
  .courses {
    display: grid;
    grid-template-columns: fit-content(30%) minmax(0, 1fr);
    align-content: safe center;
    column-gap: calc(44 * var(--u));
    min-height: 0;
    margin: var(--safe-top) var(--safe-x) var(--safe-bottom) calc(72 * var(--u));
  }
  section {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: baseline;
    padding-block: calc((14 + var(--space, 0)) * var(--u)) calc((20 + var(--space, 0)) * var(--u));
  }
  section + section {
    border-top: calc(4 * var(--u)) dotted color-mix(in srgb, var(--brick) 55%, var(--paper));
  }
  h2 {
    font: 620 calc(50 * var(--u)) / 1.05 var(--font-text);
    letter-spacing: 0;
    color: var(--ink-soft);
    text-wrap: balance;
  }
  .dishes {
    grid-column: 2;
    min-width: 0;
  }
  .plain .dishes {
    grid-column: 1 / -1;
  }
  .dish {
    font: 680 calc(var(--dish, 56) * var(--u)) / 1.06 var(--font-title);
    font-stretch: 86%;
    letter-spacing: -0.008em;
    text-wrap: balance;
    hyphens: auto;
  }
  .plain .dish::first-letter {
    text-transform: uppercase;
  }
  .dish + .dish {
    margin-top: 0.16em;
  }
  /* Without names of courses, each dish is one. */
  .plain .dish + .dish {
    margin-top: 0.44em;
  }
  /* On a wall that is not wide, the panel is above the dishes. */
  @container (orientation: portrait) or (max-aspect-ratio: 31/20) {
    article {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .panel {
      padding: var(--safe-top) calc(72 * var(--u)) calc(56 * var(--u));
    }
    .table {
      grid-template-columns: calc(220 * var(--u));
      grid-template-rows: calc(600 * var(--u));
      align-content: start;
      justify-content: end;
    }
    .plate {
      height: calc(520 * var(--u));
      width: calc(520 * var(--u));
    }
    .fork,
    .knife {
      display: none;
    }
    .words {
      min-height: calc(330 * var(--u));
      max-width: calc(640 * var(--u));
    }
    .courses {
      margin: calc(40 * var(--u)) calc(72 * var(--u)) var(--safe-bottom);
    }
  }
  @container (orientation: portrait) {
    .courses {
      grid-template-columns: minmax(0, 1fr);
    }
    .dishes {
      grid-column: 1;
    }
    section {
      row-gap: calc(8 * var(--u));
    }
  }
  /* A wall that is nearly square has no height to lose: the panel is one line. */
  @container (orientation: landscape) and (max-aspect-ratio: 31/20) {
    .panel {
      padding-bottom: calc(24 * var(--u));
    }
    .table {
      grid-template-columns: calc(250 * var(--u));
      grid-template-rows: 100%;
    }
    .words {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: calc(32 * var(--u));
      min-height: 0;
      max-width: calc(1050 * var(--u));
    }
    .label {
      margin-block: 0;
    }
    .courses {
      margin-top: calc(24 * var(--u));
    }
  }
`;
