import { css } from 'lit';

/** The coloured panel of an event: day, town, venue, hours; it gives way by steps where they need room. */
export const eventPanelStyles = css`
  .panel {
    background: var(--fill);
    color: var(--on);
    padding: var(--safe-top) var(--safe-x) var(--safe-bottom) min(64 * var(--u), 3.4cqw);
    min-width: 0;
  }
  .panel-inner {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: calc(44 * var(--u));
    height: var(--safe-height);
  }
  .town {
    font: 720 calc(var(--town, 120) * var(--u)) / 0.98 var(--font-title);
    font-stretch: 82%;
    letter-spacing: -0.012em;
    text-wrap: balance;
    hyphens: auto;
  }
  .town.condensed {
    font-stretch: 75%;
  }
  .venue,
  .hours {
    font-size: calc(50 * var(--u));
    line-height: 1.2;
    font-weight: 500;
    margin-top: calc(22 * var(--u));
    text-wrap: balance;
    hyphens: auto;
  }
  .hours {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(14 * var(--u)) calc(28 * var(--u));
    font-weight: 650;
    font-size: calc(56 * var(--u));
  }
  .now {
    padding: calc(8 * var(--u)) calc(26 * var(--u)) calc(11 * var(--u));
    border-radius: 99rem;
    background: var(--on);
    color: var(--fill);
    font-size: calc(48 * var(--u));
    white-space: nowrap;
  }
  .tight .date:not(.range) {
    display: grid;
    grid-template-columns: auto 1fr;
    grid-template-rows: auto auto;
    align-items: center;
    column-gap: calc(28 * var(--u));
    --numeral: 230;
  }
  .tight .date:not(.range) .numeral {
    grid-row: 1 / 3;
    grid-column: 1;
  }
  .tight .range {
    --numeral: 130;
  }
  .details {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: calc(40 * var(--u));
  }
  .details > div {
    min-width: 0;
  }
  .details .qr {
    margin-top: calc(28 * var(--u));
  }
`;
