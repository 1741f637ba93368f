import { css } from 'lit';

/** The colon of a clock, drawn: that of the font stands too low between figures. */
export const colonStyles = css`
  .colon {
    display: grid;
    gap: 0.21em;
    margin-inline: 0.08em 0.1em;
  }
  .colon::before,
  .colon::after {
    content: '';
    width: 0.14em;
    height: 0.14em;
    border-radius: 50%;
    background: currentColor;
  }
`;
