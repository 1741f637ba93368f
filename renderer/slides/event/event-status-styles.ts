import { css } from 'lit';

/** What does not take place: the word in the ink of the text, never in the red of an alert, above a title that is struck out. */
export const eventStatusStyles = css`
  .status {
    padding: calc(10 * var(--u)) calc(30 * var(--u)) calc(14 * var(--u));
    border-radius: calc(14 * var(--u));
    background: var(--ink);
    color: var(--paper);
    font-size: calc(64 * var(--u));
    font-weight: 700;
    text-wrap: balance;
  }
  .status::first-letter {
    text-transform: uppercase;
  }
  .marks:has(.status) {
    margin-bottom: calc(24 * var(--u));
  }
  :host(.off) :is(.flow h1, .flow .running, .hours) {
    text-decoration: line-through;
    text-decoration-thickness: 0.055em;
  }
  :host(.off) :is(.flow h1, .flow .running) {
    color: var(--ink-soft);
  }
  :host(.off) .nth {
    display: none;
  }
`;
