import { css } from 'lit';

/**
 * A picture on the whole wall. What is written on it stands on a scrim that goes with the text, however many lines it
 * has: from the first line down, it is dark enough for white text on a white picture (0.66 of #0b0f1c on #fff is 6.4:1).
 */
export const pictureStyles = css`
  :host {
    background: var(--night);
    color: #ffffff;
  }
  .blur,
  .veil {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .blur {
    object-fit: cover;
  }
  .veil {
    background: rgb(11 15 28 / 0.34);
  }
  .veil.low {
    background: linear-gradient(
      to top,
      rgb(11 15 28 / 0.76) 0,
      rgb(11 15 28 / 0.72) 48%,
      rgb(11 15 28 / 0.42) 70%,
      rgb(11 15 28 / 0.34) 82%
    );
  }
  .frame {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
  }
  .frame.strip {
    inset-block: calc(40 * var(--u)) calc(5cqh + 96 * var(--u));
  }
  /* Seen only through transparent pictures. */
  img.picture {
    background: #ffffff;
  }
  .cover .picture {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .contain .picture {
    inline-size: var(--picture-width);
    block-size: var(--picture-height);
    object-fit: contain;
    box-shadow: 0 calc(10 * var(--u)) calc(60 * var(--u)) rgb(0 0 0 / 0.34);
  }
  footer {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: calc(64 * var(--u));
    padding: calc(190 * var(--u)) var(--safe-x) var(--safe-y);
    background: linear-gradient(
      to top,
      rgb(11 15 28 / 0.9) 0,
      rgb(11 15 28 / 0.7) calc(100% - 190 * var(--u)),
      rgb(11 15 28 / 0.46) calc(100% - 130 * var(--u)),
      rgb(11 15 28 / 0.2) calc(100% - 70 * var(--u)),
      rgb(11 15 28 / 0.06) calc(100% - 26 * var(--u)),
      rgb(11 15 28 / 0) 100%
    );
  }
  footer.bare {
    background: none;
  }
  footer.beside {
    background: none;
    padding-block-start: 0;
  }
  footer.beside > :first-child:not(.number) {
    max-inline-size: calc(var(--beside, 40cqw) - var(--safe-x) - 30 * var(--u));
  }
  footer h1,
  footer p {
    text-wrap: balance;
  }
  footer h1 {
    font: 650 calc(60 * var(--u)) / 1.14 var(--font-text);
    font-stretch: 100%;
    letter-spacing: 0;
    max-inline-size: calc(100cqw - 2 * var(--safe-x) - 280 * var(--u));
  }
  footer.beside h1 {
    font-size: calc(56 * var(--u));
  }
  footer .aside {
    font: 400 calc(46 * var(--u)) / 1.3 var(--font-text);
    margin-block-start: calc(8 * var(--u));
  }
  .number {
    flex: none;
    margin-inline-start: auto;
    font: 600 calc(48 * var(--u)) / 1.14 var(--font-text);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .number.chip {
    padding: calc(14 * var(--u)) calc(30 * var(--u));
    border-radius: calc(50 * var(--u));
    background: rgb(11 15 28 / 0.78);
  }
`;
