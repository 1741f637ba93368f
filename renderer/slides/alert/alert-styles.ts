import { css } from 'lit';

/** The alert: red, its sign and its time on top of every page. */
export const alertStyles = css`
  :host {
    background: var(--alert);
    color: var(--on-alert);
    --heading: var(--on-alert);
    --rule: currentColor;
    --sun: currentColor;
  }
  .page {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    height: 100cqh;
    padding: var(--safe-top) var(--safe-x) var(--safe-bottom);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(20 * var(--u)) calc(28 * var(--u));
    padding-block-end: calc(30 * var(--u));
    border-block-end: calc(8 * var(--u)) solid currentColor;
  }
  .sign {
    flex: none;
    width: calc(136 * var(--u));
    height: calc(120 * var(--u));
  }
  .sign path {
    fill: var(--on-alert);
  }
  .sign .mark {
    fill: var(--alert);
  }
  header h1 {
    font-size: calc(104 * var(--u));
    font-weight: 780;
    line-height: 1;
  }
  .time {
    margin-inline-start: auto;
    font: 620 calc(64 * var(--u)) / 1 var(--font-text);
    white-space: nowrap;
  }
  .board {
    display: grid;
    align-content: center;
    min-height: 0;
  }
  .flow {
    min-height: 0;
    max-height: 100%;
    font-weight: 560;
    line-height: 1.25;
    padding-block: calc(28 * var(--u));
  }
  .flow .title {
    font-size: calc(var(--title, 128) * var(--u));
    font-weight: 780;
    line-height: 1.02;
    hyphens: manual;
  }
  .flow .title + * {
    margin-top: calc(48 * var(--u));
  }
  .flow .running {
    font: 700 calc(64 * var(--u)) / 1.1 var(--font-title);
    font-stretch: 88%;
  }
  .count {
    justify-self: end;
    font-size: calc(56 * var(--u));
    font-weight: 620;
    line-height: 1;
  }
  .pictured {
    padding-block-end: calc(36 * var(--u));
  }
  .pictured :is(img, video) {
    width: 100%;
    height: 100%;
    min-height: 0;
    padding-block-start: calc(32 * var(--u));
    object-fit: contain;
  }
`;
