import { css } from 'lit';
import { ribbonStyles } from '../ribbon.ts';

/** A band with the name of the list and the days of the week; below it the entries over the whole width: when, what and where. */
export const agendaStyles = [
  ribbonStyles,
  css`
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
      height: 100cqh;
    }
    .band {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(16 * var(--u)) calc(64 * var(--u));
      padding: calc(var(--safe-top) - 18 * var(--u)) var(--safe-x) calc(24 * var(--u));
      background: var(--accent);
      color: var(--on-fill);
      --ribbon-ink: var(--on-fill);
      --ribbon-line: rgb(255 255 255 / 0.45);
      --ribbon-past: var(--on-fill);
      --ribbon-fill: var(--on-fill);
      --ribbon-on: var(--accent);
    }
    .label {
      font-size: calc(var(--label, 104) * var(--u));
      font-stretch: 84%;
      letter-spacing: -0.012em;
    }
    .band .ribbon {
      justify-content: safe flex-end;
    }
    .date {
      margin-inline-start: auto;
      font: 560 calc(72 * var(--u)) / 1.1 var(--font-title);
      font-stretch: 84%;
    }
    .count {
      font-size: calc(50 * var(--u));
      font-weight: 600;
      line-height: 1;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .label + .count {
      margin-inline-start: auto;
    }
    /* Without a head, the band begins at the edge of the wall. */
    .band.top {
      padding-top: var(--safe-top);
    }
    /* Hours, titles and towns of all sections are three columns: hours and towns as wide as they need, up to a share. */
    .list {
      display: grid;
      grid-template-columns: fit-content(25%) minmax(0, 1fr) fit-content(32%);
      row-gap: calc(34 * var(--u));
      min-height: 0;
      margin: calc(28 * var(--u)) var(--safe-x) var(--safe-bottom);
      align-content: safe center;
    }
    .list :is(section, ul, li) {
      display: grid;
      grid-template-columns: subgrid;
      grid-column: 1 / -1;
    }
    h2 {
      grid-column: 1 / -1;
      font-size: calc(60 * var(--u));
      line-height: 1.1;
      color: var(--accent-text);
      padding-bottom: calc(12 * var(--u));
    }
    .list ul {
      list-style: none;
    }
    .list li {
      align-items: baseline;
      padding-block: calc((9 + var(--space, 0)) * var(--u)) calc((13 + var(--space, 0)) * var(--u));
      border-top: calc(3 * var(--u)) solid var(--rule);
      font-size: calc(var(--entry, 56) * var(--u));
      line-height: 1.08;
    }
    .when,
    .what,
    .town {
      min-width: 0;
    }
    .when {
      grid-column: 1;
      padding-inline-end: calc(48 * var(--u));
    }
    .what {
      grid-column: 2;
    }
    .dense .what {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: calc(32 * var(--u));
    }
    .title {
      font-family: var(--font-title);
      font-weight: 720;
      font-stretch: 84%;
      letter-spacing: -0.01em;
      font-size: 1.08em;
      text-wrap: balance;
      hyphens: auto;
    }
    .town {
      grid-column: 3;
      padding-inline-start: calc(48 * var(--u));
      font-size: max(0.9em, calc(56 * var(--u)));
      line-height: 1.1;
      text-wrap: balance;
      hyphens: auto;
    }
    .hours {
      font-weight: 650;
      font-size: max(0.86em, calc(46 * var(--u)));
      line-height: 1.14;
      font-variant-numeric: lining-nums;
      text-wrap: balance;
    }
    .venue {
      color: var(--ink-soft);
      font-size: max(0.72em, calc(46 * var(--u)));
      line-height: 1.14;
      margin-top: 0.1em;
      hyphens: auto;
    }
    .badge {
      display: inline-block;
      padding: 0.06em 0.5em 0.12em;
      border-radius: 99rem;
      background: var(--accent);
      color: var(--on-fill);
      font-size: max(0.72em, calc(46 * var(--u)));
      font-weight: 650;
      white-space: nowrap;
    }
    .hours + .badge {
      margin-top: 0.2em;
    }
    .now :is(.title, .hours) {
      color: var(--accent-text);
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
    .dense :is(.venue, .status) {
      margin-top: 0;
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
      .band {
        padding-inline: calc(72 * var(--u));
      }
      .count {
        margin-inline-start: auto;
      }
      .band .ribbon {
        order: 1;
        flex-basis: 100%;
        justify-content: flex-start;
      }
      .list {
        margin-inline: calc(72 * var(--u));
      }
    }
    @container (orientation: portrait) or (max-aspect-ratio: 31/20) {
      .list {
        grid-template-columns: minmax(0, 1fr);
      }
      .list li {
        row-gap: calc(6 * var(--u));
      }
      :is(.when, .what, .town) {
        grid-column: 1;
        padding-inline: 0;
      }
      .when {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(8 * var(--u)) calc(28 * var(--u));
      }
      .hours + .badge {
        margin-top: 0;
      }
    }
  `,
];
