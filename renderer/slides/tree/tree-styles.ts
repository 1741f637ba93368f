import { css } from 'lit';

/** Text beside the tree, or above it in portrait. The tree stands in a square whose bottom is that of the wall. */
export const treeStyles = css`
  :host {
    --bark: #6b4a32;
    --bark-shade: #573a26;
    --message: color-mix(in srgb, var(--green-text) 84%, var(--ink));
    --tree-size: min(100cqh, 51cqw);
    background: linear-gradient(var(--paper), color-mix(in srgb, var(--green) 7%, var(--paper)));
  }
  :host(.sombre) {
    --bark: #96714f;
    --bark-shade: #7a5a3d;
  }
  .ground {
    position: absolute;
    inset-inline: -30cqw;
    inset-block-end: calc(-230 * var(--u));
    block-size: calc(300 * var(--u));
    border-radius: 50%;
    background: color-mix(in srgb, var(--green) 17%, var(--paper));
  }
  .tree {
    position: absolute;
    inset-block-end: calc(16 * var(--u));
    inset-inline-end: calc(0.5 * var(--safe-x));
    inline-size: var(--tree-size);
    block-size: var(--tree-size);
  }
  .tree > svg:first-child {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .bark {
    fill: var(--bark);
  }
  .shade {
    fill: var(--bark-shade);
  }
  .pale {
    opacity: 0.36;
  }
  :host(.crowded) .leaves {
    opacity: 0.6;
  }
  .text {
    position: absolute;
    inset-block: var(--safe-top) var(--safe-bottom);
    inset-inline-start: var(--safe-x);
    inline-size: calc(100cqw - var(--tree-size) - var(--safe-x) - 70 * var(--u));
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: calc(44 * var(--u));
  }
  header {
    padding-block-start: calc(56 * var(--u));
    font: 640 calc(54 * var(--u)) / 1.16 var(--font-title);
    font-stretch: 88%;
    letter-spacing: -0.005em;
  }
  header h1 {
    font-size: calc(62 * var(--u));
    line-height: 1.1;
  }
  header.small {
    padding-block-start: 0;
  }
  header.small h1 {
    font-size: calc(46 * var(--u));
  }
  header p {
    margin-block-start: calc(10 * var(--u));
    font-size: calc(50 * var(--u));
    color: var(--ink-soft);
    text-wrap: balance;
  }
  .messages {
    position: relative;
    contain: strict;
  }
  blockquote {
    position: absolute;
    inset: 0;
    color: var(--message);
    font: 700 calc(var(--size, 90) * var(--u)) / 1.1 var(--font-title);
    font-stretch: 90%;
    letter-spacing: -0.012em;
    text-wrap: balance;
    overflow-wrap: normal;
    unicode-bidi: plaintext;
    opacity: 0;
    visibility: hidden;
    transform: translateY(calc(22 * var(--u)));
  }
  /* As the message was measured: where words may be cut, lines break elsewhere even if none is. */
  blockquote.breakable {
    overflow-wrap: anywhere;
  }
  blockquote.measure {
    inset-block-end: auto;
  }
  blockquote.on {
    opacity: 1;
    visibility: visible;
    transform: none;
  }
  blockquote.after {
    transform: translateY(calc(-22 * var(--u)));
  }
  .leaf {
    transform-origin: 50% 50%;
    position: absolute;
    inline-size: 30%;
    block-size: 30%;
    overflow: visible;
    opacity: 0;
  }
  .leaf path.halo {
    fill: none;
    stroke: var(--paper);
    stroke-width: 5;
    stroke-linejoin: round;
  }
  .leaf.on {
    opacity: 1;
    transform: var(--lift);
  }
  .leaf.fresh {
    opacity: 1;
    transform: scale(0);
  }
  .leaf.fresh.on {
    transform: var(--lift);
  }
  .leaf.fresh.after {
    transform: none;
  }
  .leaf.fresh.after .halo {
    opacity: 0;
  }
  :host(.moving) blockquote {
    transition:
      opacity 350ms ease-in,
      transform 350ms ease-in,
      visibility 0s 350ms;
  }
  :host(.moving) blockquote.on {
    transition:
      opacity 700ms 300ms ease-out,
      transform 700ms 300ms cubic-bezier(0.2, 0.7, 0.2, 1),
      visibility 0s;
  }
  :host(.moving) .leaf {
    will-change: transform, opacity;
    transition:
      transform 800ms cubic-bezier(0.3, 0.7, 0.2, 1),
      opacity 300ms 500ms;
  }
  :host(.moving) .leaf.on {
    transition:
      transform 900ms 300ms cubic-bezier(0.2, 1.2, 0.3, 1),
      opacity 120ms 300ms;
  }
  :host(.moving) .leaf.fresh.on {
    transition: transform 2200ms 500ms cubic-bezier(0.2, 0.9, 0.3, 1);
  }

  @container (orientation: portrait) {
    :host {
      --tree-size: min(92cqw, 52cqh);
    }
    .tree {
      inset-inline: calc((100cqw - var(--tree-size)) / 2) auto;
    }
    .text {
      inline-size: auto;
      inset-inline-end: var(--safe-x);
      inset-block-end: calc(var(--tree-size) * 0.99);
      gap: calc(40 * var(--u));
    }
    header {
      padding-block-start: 0;
    }
  }
`;
