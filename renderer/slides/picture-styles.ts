import { css } from 'lit';

/**
 * A picture on the whole wall. Text on it has a dark gradient (scrim) behind it that grows with the text: from the first
 * line down, it is dark enough for white text on a white picture. `--scrim` is the opacity of #0b0f1c there: 0.7 on #fff
 * gives a contrast of 7.1:1; the tops of the letters are a little above.
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
    background: rgb(11 15 28 / 0.2);
  }
  .frame {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
  }
  .frame.strip {
    inset-block: calc(40 * var(--u)) calc(var(--strip, var(--safe-bottom) + 66 * var(--u)) + 30 * var(--u));
  }
  /* Visible only through transparent pictures. */
  img.picture {
    background: #ffffff;
  }
  .cover .picture {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* The gradient of the text beside an uncropped picture does not darken the picture. */
  .frame:is(.strip, .beside) {
    z-index: 1;
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
    --lead: calc(120 * var(--u));
    padding: var(--lead) var(--safe-x) var(--safe-bottom);
    background: linear-gradient(
      to top,
      rgb(11 15 28 / 0.9) 0,
      rgb(11 15 28 / var(--scrim)) calc(100% - 0.97 * var(--lead)),
      rgb(11 15 28 / calc(0.62 * var(--scrim))) calc(100% - 0.67 * var(--lead)),
      rgb(11 15 28 / calc(0.26 * var(--scrim))) calc(100% - 0.35 * var(--lead)),
      rgb(11 15 28 / calc(0.08 * var(--scrim))) calc(100% - 0.13 * var(--lead)),
      rgb(11 15 28 / 0) 100%
    );
  }
  /* Beside the picture the gradient hides nothing: it may begin softly. */
  footer.beside {
    --lead: calc(400 * var(--u));
  }
  footer.bare {
    background: none;
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
  footer:not(:has(.number)) h1 {
    max-inline-size: calc(100cqw - 2 * var(--safe-x));
  }
  footer.beside h1 {
    font-size: calc(56 * var(--u));
  }
  footer h1.long {
    font-size: calc(52 * var(--u));
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
