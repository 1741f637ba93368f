import { css } from 'lit';

/** A text beside a green edge, and its QR codes on the right; in portrait, the edge above it and the codes below. */
export const textStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    height: 100cqh;
    padding: var(--safe-top) var(--safe-x) var(--safe-bottom) calc(var(--safe-x) - 28 * var(--u));
    border-inline-start: calc(28 * var(--u)) solid var(--accent);
  }
  .linked {
    grid-template-columns: minmax(0, 1fr) calc(380 * var(--u));
    column-gap: calc(80 * var(--u));
  }
  .linked.sole {
    grid-template-columns: minmax(0, 1fr) calc(600 * var(--u));
  }
  .column {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 0;
  }
  .flow {
    flex: 0 1 auto;
    min-height: 0;
    columns: var(--columns, auto);
    column-gap: calc(90 * var(--u));
    column-rule: calc(3 * var(--u)) solid var(--rule);
  }
  .flow h1 {
    column-span: all;
    margin-bottom: calc(48 * var(--u));
  }
  .flow h1 + * {
    margin-top: 0;
  }
  .flow :is(p, li, blockquote) {
    break-inside: avoid;
  }
  .flow :is(h2, h3, h4) {
    break-after: avoid;
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
      border-top: calc(28 * var(--u)) solid var(--accent);
    }
    .linked,
    .linked.sole {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
      row-gap: calc(40 * var(--u));
    }
    .links {
      flex-direction: row;
    }
  }
`;
