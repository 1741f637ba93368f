import { css } from 'lit';

/** The opening and the credits of an exhibition: plum, with its first picture in a round window. */
export const exhibitionStyles = css`
  :host {
    /* The visible part of the round window. */
    --window: min(760 * var(--u), 40cqw);
  }
  :host(.board) {
    background: var(--plum);
    color: var(--on-fill);
  }
  .round,
  .window,
  .ring {
    position: absolute;
    border-radius: 50%;
  }
  .round {
    background: rgb(255 255 255 / 0.07);
  }
  .window {
    --d: calc(1240 * var(--u));
    inline-size: var(--d);
    block-size: var(--d);
    inset-block-start: calc(50cqh - var(--d) / 2);
    inset-inline-start: calc(100cqw - var(--window));
    overflow: hidden;
    background: rgb(255 255 255 / 0.09);
  }
  .window img {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: var(--window);
    block-size: 100%;
    object-fit: cover;
  }
  .ring {
    --d: calc(1320 * var(--u));
    inline-size: var(--d);
    block-size: var(--d);
    inset-block-start: calc(50cqh - var(--d) / 2);
    inset-inline-start: calc(100cqw - var(--window) - 40 * var(--u));
    border: calc(12 * var(--u)) solid var(--sun);
  }
  .first {
    --d: calc(190 * var(--u));
    inline-size: var(--d);
    block-size: var(--d);
    inset-block-start: calc(-60 * var(--u));
    inset-inline-start: calc(100cqw - 860 * var(--u));
  }
  .second {
    --d: calc(420 * var(--u));
    inline-size: var(--d);
    block-size: var(--d);
    inset-block-end: calc(-190 * var(--u));
    inset-inline-start: calc(100cqw - 1060 * var(--u));
  }
  .words {
    position: absolute;
    inset-block: var(--safe-top) var(--safe-bottom);
    inset-inline-start: var(--safe-x);
    inline-size: calc(100cqw - var(--safe-x) - var(--window) - 70 * var(--u));
    display: grid;
    align-content: center;
    overflow: hidden;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: calc(24 * var(--u));
  }
  :host(.tight) .stack {
    gap: calc(10 * var(--u));
  }
  .words.wide {
    inline-size: calc(100cqw - 2 * var(--safe-x));
  }
  .probe {
    visibility: hidden;
  }
  .kind {
    font: 600 calc(52 * var(--u)) / 1.1 var(--font-text);
    color: var(--on-fill);
  }
  .words h1:not(.running) {
    font-size: calc(var(--title, 104) * var(--u));
    line-height: 0.99;
  }
  .words .until {
    font: 680 calc(104 * var(--u)) / 1.02 var(--font-title);
    font-stretch: 84%;
    letter-spacing: -0.01em;
    color: var(--sun);
    text-wrap: balance;
  }
  .words .town {
    font: 680 calc(104 * var(--u)) / 1.02 var(--font-title);
    font-stretch: 84%;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .words .line {
    font-size: calc(var(--line, 52) * var(--u));
    line-height: 1.3;
    text-wrap: pretty;
  }
  .words .about {
    font-size: calc(50 * var(--u));
    line-height: 1.3;
    color: rgb(255 255 255 / 0.88);
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(46 * var(--u));
    overflow-x: clip;
  }
  /* Each part is one box, so that the name of a town is not cut at its hyphen. The point between two parts belongs to the
     second one; where that begins a line, the point is outside the box and clipped. */
  .about span {
    position: relative;
  }
  .about span + span::before {
    content: "·" / "";
    position: absolute;
    inset-inline-start: calc(-46 * var(--u));
    inline-size: calc(46 * var(--u));
    text-align: center;
  }
  .round.low {
    --d: calc(630 * var(--u));
    inline-size: var(--d);
    block-size: var(--d);
    inset-inline: auto calc(-285 * var(--u));
    inset-block: auto calc(-285 * var(--u));
  }
  .ring.low {
    --d: calc(720 * var(--u));
    inset-inline: auto calc(-330 * var(--u));
    inset-block: auto calc(-330 * var(--u));
  }
  .running {
    font: 640 calc(60 * var(--u)) / 1.1 var(--font-title);
    font-stretch: 88%;
    color: var(--sun);
    margin-block-end: calc(14 * var(--u));
  }
  .wide .line {
    --line: var(--text, 58);
    max-inline-size: calc(1500 * var(--u));
  }
  .wide .line + .line {
    margin-block-start: 0;
  }
  .words:not(.wide) .line + .line {
    margin-block-start: calc(-14 * var(--u));
  }

  /* The text needs the full width: no ornaments. */
  @container (max-aspect-ratio: 31/20) {
    .low {
      display: none;
    }
  }

  @container (orientation: portrait) {
    /* What the head takes of the wall is taken from the window, not from the words. */
    :host {
      --headed: clamp(0px, 1920 * var(--u) - 100cqh, 240 * var(--u));
      --up: var(--headed);
    }
    :host(.tight) {
      --up: calc(var(--headed) + 190 * var(--u));
    }
    .window {
      --d: calc(1180 * var(--u));
      inset-block-start: calc(-360 * var(--u) - var(--up));
      inset-inline-start: calc(50cqw - var(--d) / 2 + 90 * var(--u));
    }
    .window img {
      inset-block: calc(360 * var(--u) + var(--up)) 0;
      inline-size: 100%;
      block-size: calc(100% - 360 * var(--u) - var(--up));
    }
    .ring {
      --d: calc(1260 * var(--u));
      inset-block-start: calc(-400 * var(--u) - var(--up));
      inset-inline-start: calc(50cqw - var(--d) / 2 + 90 * var(--u));
    }
    .first {
      inset-block-start: calc(860 * var(--u) - var(--up));
      inset-inline-start: calc(850 * var(--u));
    }
    .second {
      inset-inline-start: calc(-210 * var(--u));
      inset-block-end: calc(-160 * var(--u));
    }
    .words {
      inline-size: calc(100cqw - 2 * var(--safe-x));
      inset-block-start: calc(910 * var(--u) - var(--up));
      align-content: end;
    }
    .words.wide {
      inset-block-start: var(--safe-top);
      align-content: center;
    }
  }
`;
