import { css } from 'lit';

/** The clock, the date and the place in the middle of a dark wall. */
export const idleStyles = css`
  :host {
    background: var(--night);
    color: var(--on-night);
  }
  article {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    height: var(--safe-height);
    margin: var(--safe-top) var(--safe-x) var(--safe-bottom);
    text-align: center;
  }
  h1 {
    display: flex;
    align-items: center;
    font-size: min(var(--clock, 400) * var(--u), 33cqw);
    white-space: nowrap;
    font-weight: 760;
    font-stretch: 92%;
    line-height: 0.8;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .date {
    margin-top: calc(84 * var(--u));
    font-size: calc(80 * var(--u));
    line-height: 1.15;
    text-wrap: balance;
  }
  .place {
    margin-top: calc(26 * var(--u));
    font-size: calc(54 * var(--u));
    line-height: 1.2;
    opacity: 0.82;
    text-wrap: balance;
  }
  .full .date {
    margin-top: calc(48 * var(--u));
    font-size: calc(64 * var(--u));
  }
  .full .place {
    font-size: calc(46 * var(--u));
  }
  .place span {
    display: inline-block;
  }
  .place i {
    font-style: normal;
  }
  @container (orientation: portrait) {
    .place span {
      display: block;
    }
    .place i {
      display: none;
    }
  }
`;
