import { css } from 'lit';

/**
 * Styles of every slide. The player gives it lengths of the wall (registered in tokens.css, so that they are inherited as
 * pixels): `--u` is 1/1080 of its short side; `--safe-top` and `--safe-bottom` are the margins, for a television may cut off
 * up to 5 % of each side (overscan). Inside a slide, `100cqw` and `100cqh` are those of the slide.
 */
export const slideStyles = css`
  :host {
    --safe-x: 5cqw;
    --safe-height: calc(100cqh - var(--safe-top) - var(--safe-bottom));
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
  /* Raised letters must be readable too: not under 46. */
  sup {
    font-size: max(0.62em, calc(46 * var(--u)));
    line-height: 0;
  }
  [hidden] {
    display: none !important;
  }
`;
