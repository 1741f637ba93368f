import { css } from 'lit';

/** The layers of the stage, the time bar, and the list of the programme, which is seen only while it has the focus. */
export const playerStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: block;
    container-type: size;
    cursor: none;
    user-select: none;
  }
  .stage,
  .layer {
    position: absolute;
    inset: 0;
    overflow: hidden;
    contain: strict;
  }
  .stage {
    container-type: size;
  }
  .layer {
    background: var(--paper);
  }
  .dark {
    background: #000;
  }
  .bar,
  .list {
    --u: calc(min(100cqw, 100cqh) / 1080);
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
  .list:not(:focus-within) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
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
