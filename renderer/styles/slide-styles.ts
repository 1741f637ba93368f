import { css } from 'lit';

/**
 * What every slide shares. `--u` is 1/1080 of the short side of the stage (registered as a length in tokens.css, so it is
 * resolved here, against the stage, and inherited as pixels). Inside a slide, `100cqw` and `100cqh` are the slide's own.
 */
export const slideStyles = css`
  :host {
    --u: calc(min(100cqw, 100cqh) / 1080);
    /* 5 % of each side is safe from overscan. */
    --safe-x: 5cqw;
    --safe-y: 5cqh;
    position: absolute;
    inset: 0;
    display: block;
    container-type: size;
    overflow: hidden;
    background: var(--paper);
    color: var(--ink);
    font: 400 calc(52 * var(--u)) / 1.35 var(--font-text);
    font-synthesis: none;
    font-optical-sizing: auto;
    overflow-wrap: anywhere;
    hyphens: manual;
    cursor: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font-family: var(--font-title);
    font-weight: 720;
    font-stretch: 88%;
    line-height: 1;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  p {
    text-wrap: pretty;
  }
  .balanced {
    text-wrap: balance;
  }
  /* Raised letters are text too: never under the floor. */
  sup {
    font-size: max(0.62em, calc(46 * var(--u)));
    line-height: 0;
  }
  [hidden] {
    display: none !important;
  }
`;
