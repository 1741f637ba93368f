import { css } from 'lit';

/** Text written in Markdown: headings, lists, quotes, tables. `--text` and `--title` are its sizes in stage units. */
export const proseStyles = css`
  .prose {
    font-size: calc(var(--text, 56) * var(--u));
    line-height: 1.34;
    hyphens: auto;
    padding-block: calc(8 * var(--u)) calc(16 * var(--u));
  }
  .prose .running + * {
    margin-top: calc(40 * var(--u)) !important;
  }
  .prose > * + *,
  .prose blockquote > * + * {
    margin-top: 0.6em;
  }
  .prose h1 {
    font-size: calc(var(--title, 128) * var(--u));
    line-height: 1;
    hyphens: manual;
  }
  .prose h1 + * {
    margin-top: calc(48 * var(--u));
  }
  .prose h2,
  .prose h3,
  .prose h4 {
    font-size: 1.2em;
    font-family: var(--font-title);
    font-weight: 720;
    font-stretch: 88%;
    line-height: 1.1;
    color: var(--heading, var(--accent-text));
  }
  .prose :is(ul, ol) {
    padding-inline-start: 1.15em;
  }
  .prose li + li {
    margin-top: 0.3em;
  }
  .prose li::marker {
    color: var(--heading, var(--accent-text));
    font-weight: 700;
  }
  .prose li.continued {
    list-style: none;
  }
  .prose blockquote {
    padding-inline-start: 0.7em;
    border-inline-start: calc(10 * var(--u)) solid var(--sun);
    font-style: normal;
  }
  .prose strong,
  .prose a,
  .prose th {
    font-weight: 680;
  }
  .prose em {
    font-style: normal;
    font-weight: 560;
    text-decoration: underline;
    text-decoration-thickness: 0.05em;
    text-underline-offset: 0.18em;
    text-decoration-color: var(--rule);
  }
  .prose :is(code, pre) {
    font: inherit;
    white-space: pre-wrap;
  }
  .prose hr {
    border: none;
    border-top: calc(4 * var(--u)) solid var(--rule);
  }
  .prose table {
    border-collapse: collapse;
    width: 100%;
    line-height: 1.2;
  }
  .prose :is(td, th) {
    padding-block: 0.3em 0.35em;
    padding-inline-end: 0.8em;
    text-align: start;
    vertical-align: top;
    border-bottom: calc(3 * var(--u)) solid var(--rule);
    /* A column is as wide as its longest word. With the overflow-wrap of all slides it could be as narrow as a letter. */
    overflow-wrap: break-word;
    hyphens: manual;
  }
  /* In a table with merged cells, the last cell of a row may stand in any column. */
  .prose table:not(:has([rowspan])) :is(td, th):last-child {
    padding-inline-end: 0;
  }
  /* How far a merged cell reaches: without a ground, what holds for two days would be read as that of the first. */
  .prose :is(td, th):is([colspan], [rowspan]) {
    --reach: color-mix(in srgb, var(--rule) 32%, var(--paper));
    background: linear-gradient(var(--reach) 0 0) no-repeat 0 0 / calc(100% - 0.35em) 100%;
    box-shadow: -0.25em 0 0 var(--reach);
  }
  /* Steps that make a table fit that is too wide (see fitTables). */
  .prose .snug {
    font-size: calc(51 * var(--u));
  }
  .prose :is(.small, .tight) {
    font-size: calc(46 * var(--u));
  }
  .prose .tight :is(td, th) {
    padding-inline-end: 0.45em;
  }
  .prose .cell .name {
    color: var(--ink-soft);
  }
  .prose .cell + .cell {
    margin-top: 0.15em;
  }
  .prose [data-align='right'] {
    text-align: end;
  }
  .prose [data-align='center'] {
    text-align: center;
  }
  .prose sup {
    font-size: max(0.6em, calc(46 * var(--u)));
    line-height: 0;
    vertical-align: 0.22em;
  }
`;
