import { css } from 'lit';

/** A text beside a green edge, and its QR codes on the right; in portrait, the edge above it and the codes below. */
export const textStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    height: 100cqh;
    padding: var(--safe-y) calc(var(--safe-x) + 60 * var(--u)) var(--safe-y) var(--safe-x);
    border-inline-start: calc(28 * var(--u)) solid var(--green);
  }
  .linked {
    grid-template-columns: minmax(0, 1fr) calc(380 * var(--u));
    column-gap: calc(80 * var(--u));
    padding-inline-end: var(--safe-x);
  }
  .linked.sole {
    grid-template-columns: minmax(0, 1fr) calc(600 * var(--u));
  }
  .column {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 0;
    height: 90cqh;
  }
  .flow {
    flex: 0 1 auto;
    min-height: 0;
  }
  .count {
    flex: none;
    padding-top: calc(28 * var(--u));
    color: var(--ink-soft);
    font-size: calc(46 * var(--u));
    font-weight: 550;
    line-height: 1;
  }
  .links {
    display: flex;
    flex-direction: column;
    justify-content: safe center;
    min-height: 0;
    gap: calc(36 * var(--u));
    list-style: none;
    font-size: calc(46 * var(--u));
    line-height: 1.15;
    text-align: center;
  }
  .links .qr {
    margin: 0 auto calc(14 * var(--u));
  }
  @container (orientation: portrait) {
    article {
      padding-inline: calc(72 * var(--u));
      border-inline-start: none;
      border-top: calc(28 * var(--u)) solid var(--green);
    }
    .linked,
    .linked.sole {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
      row-gap: calc(40 * var(--u));
    }
    .linked .column {
      height: auto;
    }
    .links {
      flex-direction: row;
    }
  }
`;
