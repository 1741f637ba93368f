import { css } from 'lit';
import { datePanelStyles } from '../date-panel.ts';
import { qrStyles } from '../qr.ts';
import { ribbonStyles } from '../ribbon.ts';
import { runningTitleStyles } from '../running-title.ts';
import { eventPanelStyles } from './event-panel-styles.ts';
import { eventStatusStyles } from './event-status-styles.ts';

/** Landscape: the panel on the right; portrait: above. */
export const eventStyles = [
  datePanelStyles,
  eventPanelStyles,
  eventStatusStyles,
  qrStyles,
  ribbonStyles,
  runningTitleStyles,
  css`
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr) max(35cqw, calc(592 * var(--u)));
      grid-template-rows: 100cqh;
      height: 100cqh;
    }
    .copy {
      position: relative;
      display: flex;
      flex-direction: column;
      min-height: 0;
      padding: var(--safe-top) calc(64 * var(--u)) var(--safe-bottom) var(--safe-x);
    }
    .photo {
      display: none;
      position: relative;
    }
    :host(.illustrated) .photo {
      display: block;
      flex: 1 1 0;
      min-height: calc(var(--photo, 340) * var(--u));
      margin: calc(-1 * var(--safe-top)) calc(-64 * var(--u)) calc(36 * var(--u)) calc(-1 * var(--safe-x));
    }
    .photo img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
      object-position: 50% 40%;
    }
    .photo.whole .picture {
      object-fit: contain;
    }
    .photo:not(.whole) .blur {
      display: none;
    }
    /* A picture that stands whole stands beside the code. */
    .photo.whole:has(.qr) .picture {
      width: calc(100% - 368 * var(--u));
    }
    /* The code stands on the picture, in line with the text. */
    .photo .qr {
      position: absolute;
      inset: auto calc(64 * var(--u)) calc(24 * var(--u)) auto;
      width: auto;
      height: min(var(--qr, 280) * var(--u), 100% - 48 * var(--u));
    }
    :host(.illustrated) .foot .qr {
      display: none;
    }
    /* The marks stand on the lower edge of the picture. */
    :host(.illustrated) .marks {
      margin-top: calc(-80 * var(--u));
    }
    :host(.illustrated) .marks:not(:has(.pill:not([hidden]))) {
      margin-top: 0;
    }
    /* The picture may have the code where the number would stand; the foot keeps room for it. */
    :host(.illustrated) .count {
      position: absolute;
      inset: auto calc(64 * var(--u)) calc(var(--safe-bottom) + 12 * var(--u)) auto;
    }
    :host(.illustrated) .copy:has(.count:not([hidden])) .foot {
      display: flex;
      min-height: calc(46 * var(--u));
      padding-inline-end: calc(150 * var(--u));
    }
    :host(.illustrated) .pill {
      position: relative;
      box-shadow: 0 0 0 calc(8 * var(--u)) var(--paper);
    }
    .text {
      flex: 1 1 auto;
      min-height: 0;
      display: flex;
      flex-direction: column;
      justify-content: center;
    }
    :host(.illustrated) .text {
      flex: 0 1 auto;
    }
    .marks {
      display: flex;
      flex: none;
      align-items: center;
      gap: calc(28 * var(--u));
      font-size: calc(46 * var(--u));
      line-height: 1.1;
    }
    .marks:not(:has(.status, .pill:not([hidden]), .count:not([hidden]))) {
      display: none;
    }
    .pill {
      padding: calc(13 * var(--u)) calc(32 * var(--u)) calc(16 * var(--u));
      border-radius: calc(40 * var(--u));
      background: var(--fill);
      color: var(--on);
      font-weight: 620;
    }
    .count {
      color: var(--ink-soft);
      font-weight: 550;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .flow {
      flex: 0 1 auto;
      min-height: 0;
      padding-block: calc(36 * var(--u)) calc(16 * var(--u));
      font-size: calc(var(--text, 52) * var(--u));
      line-height: 1.34;
      hyphens: auto;
    }
    .flow > * + * {
      margin-top: 0.55em;
    }
    h1 {
      font-size: calc(var(--title, 132) * var(--u));
      font-stretch: calc(var(--stretch, 88) * 1%);
      line-height: 0.98;
      hyphens: manual;
    }
    h1:not(.unseen) + *,
    .running + * {
      margin-top: calc(40 * var(--u)) !important;
    }
    .unseen + * {
      margin-top: 0 !important;
    }
    .lead-town {
      font-size: calc(104 * var(--u));
      font-stretch: 75%;
      hyphens: auto;
    }
    .lead {
      font-weight: 600;
    }
    .partners {
      color: var(--ink-soft);
    }
    sup {
      font-size: max(0.6em, calc(46 * var(--u)));
      line-height: 0;
      vertical-align: baseline;
      position: relative;
      top: -0.35em;
    }
    .flow p sup {
      /* The floor keeps the letters nearly as large as the text: they rise by what they are smaller. */
      top: calc((46 - var(--text, 52)) * 1.1 * var(--u));
    }
    .foot {
      display: flex;
      flex: none;
      align-items: flex-end;
      justify-content: space-between;
      gap: calc(48 * var(--u));
      margin-top: calc(28 * var(--u));
    }
    .foot .ribbon {
      min-height: calc(74 * var(--u));
    }
    .foot .qr {
      margin-inline-start: auto;
    }
    .foot:not(:has(.ribbon, .qr)) {
      display: none;
    }
    /* Where the foot has nothing but the code, the text stands beside it. */
    @container (orientation: landscape) {
      :host(:not(.illustrated)) .coded .flow {
        margin-inline-end: calc((min(var(--code, 280), var(--qr-max, 999)) + 48) * var(--u));
      }
      :host(:not(.illustrated)) .coded .foot {
        position: absolute;
        inset: auto calc(64 * var(--u)) var(--safe-bottom) auto;
        margin: 0;
      }
    }
    @container (orientation: landscape) and (max-aspect-ratio: 31/20) {
      .wide-panel {
        grid-template-columns: minmax(0, 1fr) calc(680 * var(--u));
      }
    }
    @container (orientation: portrait) {
      article {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto minmax(0, 1fr);
      }
      .panel {
        order: -1;
        padding: var(--safe-top) calc(72 * var(--u)) calc(64 * var(--u));
      }
      /* « du 4 au 7 mai » on one row where it has room. */
      .range {
        display: flex;
        flex-flow: row wrap;
        align-items: baseline;
        column-gap: calc(40 * var(--u));
      }
      .range > .bound {
        display: flex;
        column-gap: calc(26 * var(--u));
      }
      .range > .nth {
        flex-basis: 100%;
      }
      .panel-inner {
        height: auto;
        max-height: 44cqh;
        gap: calc(40 * var(--u));
      }
      .copy {
        padding: calc(48 * var(--u)) calc(72 * var(--u)) var(--safe-bottom);
      }
      :host(.illustrated) .photo {
        margin: calc(-48 * var(--u)) calc(-72 * var(--u)) calc(40 * var(--u));
      }
      .date:not(.range):has(.numeral) {
        display: grid;
        grid-template-columns: auto 1fr;
        grid-template-rows: auto auto;
        column-gap: calc(40 * var(--u));
      }
      .date:not(.range):has(.numeral) .numeral {
        grid-row: 1 / 3;
        grid-column: 1;
      }
      .date .weekday {
        align-self: end;
      }
    }
  `,
];
