import { css } from 'lit';

/** What all parts of the régie share: text, buttons, fields. */
export const baseStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 400 17px/1.45 var(--font-text);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3 {
    margin: 0;
    font-family: var(--font-title);
    font-weight: 720;
    line-height: 1.15;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  p {
    text-wrap: pretty;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  .button,
  select,
  input,
  textarea {
    min-height: 44px;
    padding: 0.45em 0.9em;
    border: 1.5px solid #8d8574;
    border-radius: 8px;
    background: #fffdf8;
    color: inherit;
    font: inherit;
  }
  button,
  .button {
    font-weight: 650;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--green);
    color: var(--green-text);
  }
  button.main {
    border-color: var(--green);
    background: var(--green);
    color: #fff;
  }
  button.main:hover {
    background: var(--green-text);
    color: #fff;
  }
  button.alert {
    border-color: var(--alert);
    background: var(--alert);
    color: #fff;
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  :focus-visible {
    outline: 3px solid var(--blue);
    outline-offset: 2px;
  }
  .soft {
    color: var(--ink-soft);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .notice {
    padding: 0.9rem 1.2rem;
    border-left: 0.4rem solid var(--brick);
    border-radius: 0.6rem;
    background: #fbe9e2;
  }
  .badge {
    display: inline-block;
    padding: 0.08rem 0.6rem;
    border-radius: 1rem;
    background: #efe6d5;
    color: var(--ink);
    font-size: 0.85rem;
    font-weight: 700;
    white-space: nowrap;
  }
  .badge.shown {
    background: var(--green);
    color: #fff;
  }
  .badge.later {
    background: var(--blue);
    color: #fff;
  }
  .badge.refused {
    background: #b23a22;
    color: #fff;
  }
  .badge.hidden-state {
    background: var(--plum);
    color: #fff;
  }
  .badge.waiting {
    background: var(--ink);
    color: #fff;
  }
`;
