import { css } from 'lit';

/**
 * The head of the wall, the layers of the stage below it, the time bar, and the list of the programme, which is seen only
 * while it has the focus.
 */
export const playerStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    container-type: size;
    cursor: none;
    user-select: none;
  }
  .head,
  .stage,
  .bar,
  .list {
    --u: calc(min(100cqw, 100cqh) / 1080);
  }
  .stage {
    grid-row: 2;
    position: relative;
    overflow: hidden;
    contain: strict;
    /* A television may cut off up to 5 % of each side. */
    --safe-top: 5cqh;
    --safe-bottom: 5cqh;
  }
  .head + .stage {
    --safe-top: calc(44 * var(--u));
  }
  .layer {
    position: absolute;
    inset: 0;
    overflow: hidden;
    contain: strict;
  }
  .layer {
    background: var(--paper);
    /* On a layer of the compositor from the beginning: else Chromium draws every picture anew where a fade begins and ends. */
    will-change: opacity;
  }
  .dark {
    background: #000;
  }
  .bar {
    position: absolute;
    inset: auto 0 0 0;
    height: calc(8 * var(--u));
    transform: scaleX(0);
    transform-origin: left;
    will-change: transform;
    background: currentColor;
    pointer-events: none;
    z-index: 3;
  }
  /* Far outside, so that its entries are neither laid out nor drawn; those who listen to the page have them all the same. */
  .list:not(:focus-within) {
    position: absolute;
    left: -400vw;
    width: 1px;
    height: 1px;
    contain: strict;
    overflow: hidden;
    white-space: nowrap;
  }
  .list ol {
    content-visibility: auto;
  }
  .list:focus-within {
    position: absolute;
    inset: 5cqh 5cqw auto auto;
    z-index: 4;
    max-height: 90cqh;
    overflow: auto;
    padding: calc(40 * var(--u));
    background: var(--paper);
    color: var(--ink);
    font: 400 calc(32 * var(--u)) / 1.4 var(--font-text);
    cursor: auto;
  }
  button {
    font: inherit;
    padding: 0.5em 1em;
  }
`;
