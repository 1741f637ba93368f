import { css } from 'lit';

/** A single column, in sizes that follow the short side of the screen. */
export const setupStyles = css`
  :host {
    --u: clamp(0.5px, calc(100vmin / 1080), 2px);
    display: grid;
    place-content: center;
    justify-items: stretch;
    grid-template-columns: min(calc(1320 * var(--u)), calc(100vw - max(40px, 10vw)));
    min-height: 100dvh;
    padding: calc(48 * var(--u)) 0;
    justify-content: center;
    box-sizing: border-box;
    background: var(--paper);
    color: var(--ink);
    font: 400 max(16px, calc(28 * var(--u))) / 1.35 var(--font-text);
  }
  h1 {
    margin: 0 0 calc(12 * var(--u));
    font: 700 max(28px, calc(72 * var(--u))) / 1.1 var(--font-title);
    text-wrap: balance;
  }
  p {
    margin: 0 0 calc(36 * var(--u));
    color: var(--ink-soft);
    text-wrap: pretty;
  }
  fieldset {
    display: grid;
    gap: calc(14 * var(--u));
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    clip-path: inset(50%);
    position: absolute;
  }
  label {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: calc(24 * var(--u));
    align-items: center;
    padding: calc(18 * var(--u)) calc(28 * var(--u));
    border: 2px solid var(--rule);
    border-radius: calc(14 * var(--u));
    background: #fff;
  }
  label:has(:checked) {
    border-color: var(--blue);
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--sun);
    outline-offset: 2px;
  }
  input[type='radio'] {
    width: max(18px, calc(30 * var(--u)));
    height: max(18px, calc(30 * var(--u)));
    margin: 0;
    accent-color: var(--blue);
    outline: none;
  }
  .name {
    font-weight: 600;
  }
  .hint,
  .path {
    color: var(--ink-soft);
  }
  .hint {
    font-weight: 400;
  }
  .path {
    display: block;
    font-size: 0.82em;
    overflow-wrap: anywhere;
  }
  input[type='text'] {
    width: 100%;
    margin-top: calc(8 * var(--u));
    padding: calc(10 * var(--u)) calc(14 * var(--u));
    box-sizing: border-box;
    border: 2px solid var(--rule);
    border-radius: calc(8 * var(--u));
    font: inherit;
    color: inherit;
    background: var(--paper);
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(18 * var(--u)) calc(36 * var(--u));
    margin-top: calc(36 * var(--u));
  }
  button {
    padding: calc(18 * var(--u)) calc(48 * var(--u));
    border: 0;
    border-radius: calc(14 * var(--u));
    background: var(--blue);
    color: var(--on-fill);
    font: 600 1.1em / 1.2 var(--font-text);
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--sun);
    outline-offset: 3px;
  }
  button:disabled {
    background: var(--ink-soft);
    cursor: default;
  }
  [role='alert'] {
    flex: 1 1 14em;
    color: var(--alert);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
