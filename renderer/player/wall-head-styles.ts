import { css } from 'lit';

/**
 * One row on a wide wall; on a high one, the day stands under the name of the place. All of it is inside the margins of the
 * wall, and no text is smaller than the smallest of the slides. `--u` and the `cq` lengths are those of the wall.
 */
export const wallHeadStyles = css`
  :host {
    position: relative;
    display: block;
    height: calc(5cqh + 74 * var(--u));
    overflow: hidden;
    contain: strict;
  }
  header {
    --ground: var(--paper);
    --ink-of-head: var(--ink);
    position: absolute;
    inset: 0;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    grid-template-areas: 'logo place day time';
    align-items: center;
    box-sizing: border-box;
    padding: calc(5cqh - 6 * var(--u)) 5cqw calc(10 * var(--u));
    border-block-end: calc(3 * var(--u)) solid var(--rule);
    background: var(--ground);
    color: var(--ink-of-head);
    font: 500 calc(48 * var(--u)) / 1 var(--font-text);
    white-space: nowrap;
    /* For the logo, which is mixed with the ground of the head and with nothing else. */
    isolation: isolate;
  }
  /* Not before its fonts are there and the name of the place is fitted. */
  header:not(.ready) > * {
    visibility: hidden;
  }
  p {
    margin: 0;
  }
  /* The whole name, and the time as one word, for those who listen to the page. */
  .unseen {
    position: absolute;
    clip-path: inset(50%);
  }
  .logo {
    grid-area: logo;
    display: block;
    width: auto;
    height: auto;
    box-sizing: border-box;
    max-width: calc(300 * var(--u));
    max-height: calc(62 * var(--u));
    margin-inline-end: calc(28 * var(--u));
    /* Logos are made for white paper: on paper, their white is made that of the head; on a dark ground, they have a white plate. */
    mix-blend-mode: var(--logo-blend);
    padding: calc(var(--logo-plate) * 6 * var(--u)) calc(var(--logo-plate) * 12 * var(--u));
    border-radius: calc(10 * var(--u));
    background: rgb(255 255 255 / var(--logo-plate));
  }
  .place {
    grid-area: place;
    min-width: 0;
    overflow: hidden;
    /* Letters reach below their line. */
    padding-block: 0.12em 0.2em;
    margin-block: -0.12em -0.2em;
    font-family: var(--font-title);
    font-weight: 680;
    font-stretch: 90%;
    letter-spacing: -0.005em;
  }
  .place.narrow {
    font-stretch: 75%;
  }
  .place.small {
    font-size: calc(46 * var(--u));
  }
  .day {
    grid-area: day;
    margin-inline-start: calc(40 * var(--u));
    color: color-mix(in srgb, var(--ink-of-head) 84%, var(--ground));
  }
  .time {
    grid-area: time;
    margin-inline-start: calc(44 * var(--u));
    font: 740 calc(62 * var(--u)) / 1 var(--font-title);
    font-stretch: 90%;
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: -0.01em;
  }
  .figures {
    display: flex;
    align-items: center;
  }
  /* Without a name, the day begins the line. */
  header:not(:has(.place)) {
    grid-template-areas: 'logo day . time';
    grid-template-columns: auto auto minmax(0, 1fr) auto;
  }
  header:not(:has(.place)) .day {
    margin-inline-start: 0;
  }
  header[data-look='alert'] {
    --ground: var(--alert);
    --ink-of-head: var(--on-alert);
    --logo-blend: normal;
    --logo-plate: 1;
    --rule: transparent;
  }
  header[data-look='clock'] {
    --ground: var(--night);
    --ink-of-head: var(--on-night);
    --logo-blend: normal;
    --logo-plate: 1;
    --rule: transparent;
  }
  header[data-look='dark'] {
    --ground: #000;
    --rule: transparent;
  }
  header[data-look='clock'] :is(.day, .time),
  header[data-look='dark'] > * {
    visibility: hidden;
  }
  @container (orientation: portrait) {
    :host {
      height: calc(5cqh + 138 * var(--u));
    }
    header {
      grid-template-columns: auto minmax(0, 1fr) auto;
      grid-template-rows: 1fr 1fr;
      grid-template-areas:
        'logo place time'
        'logo day time';
      padding-block: calc(5cqh - 4 * var(--u)) calc(22 * var(--u));
    }
    header:not(:has(.place)) {
      grid-template-columns: auto minmax(0, 1fr) auto;
      grid-template-rows: 1fr;
      grid-template-areas: 'logo day time';
    }
    .logo {
      max-width: calc(240 * var(--u));
      max-height: calc(112 * var(--u));
    }
    .day {
      margin-inline-start: 0;
    }
    .time {
      margin-inline-start: calc(32 * var(--u));
      font-size: calc(104 * var(--u));
    }
  }
`;
