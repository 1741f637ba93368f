import { css, html, nothing, type TemplateResult } from 'lit';
import type { DateView, DayWords } from './dates.ts';

/** The dates of an event, with large numerals: they are what people look for first. */
export function datePanel(view: DateView): TemplateResult {
  switch (view.shape) {
    case 'day':
      return html`<div class="date">
        <span class="weekday">${view.day.weekday}</span>
        <span class="numeral">${numeral(view.day)}</span>
        <span class="month">${view.day.month}</span>
      </div>`;
    case 'range':
      return html`<div class="date range">
        ${bound('du', view.from, !view.sameMonth)} ${bound('au', view.to, true)}
        ${view.nth === null ? nothing : html`<span class="nth">${position(view.nth, view.of)}</span>`}
      </div>`;
    case 'edge':
      return html`<div class="date">
        <span class="weekday">${view.word}</span>
        <span class="numeral">${numeral(view.day)}</span>
        <span class="month">${view.day.month}</span>
      </div>`;
    case 'always':
      return html`<div class="date"><span class="weekday">${view.label}</span></div>`;
  }
}

/** « 1er jour sur 4 », « dernier jour » */
function position(nth: number, of: number): TemplateResult | string {
  if (nth === of) return 'dernier jour';
  return html`${nth}<sup>${nth === 1 ? 'er' : 'e'}</sup>\u00a0jour sur\u00a0${of}`;
}

/** « du 27 avril »: with the month in full, and abbreviated for a panel that has no room for it. */
function bound(word: string, day: DayWords, withMonth: boolean): TemplateResult {
  return html`<span class="bound">
    <span class="word">${word}</span>
    <span class="numeral">${numeral(day)}</span>
    ${withMonth ? html`<span class="month"><span class="full">${day.month}</span><span class="brief">${day.shortMonth}</span></span>` : nothing}
  </span>`;
}

function numeral(day: DayWords): TemplateResult | number {
  return day.numeral === 1 ? html`1<sup>er</sup>` : day.numeral;
}

/** Numerals are as high as their figures, 0.74 em in the title font, and not as high as a line of text. */
export const datePanelStyles = css`
  .date {
    display: flex;
    flex-direction: column;
    font: 720 calc(104 * var(--u)) / 1 var(--font-title);
    font-stretch: 82%;
    letter-spacing: -0.015em;
  }
  .numeral {
    font-size: calc(min(var(--numeral, 400), var(--numeral-max, 999)) * var(--u));
    font-weight: 780;
    line-height: 0.74;
    margin-block: 0.13em 0.12em;
    margin-inline-start: -0.028em;
    letter-spacing: -0.03em;
    font-variant-numeric: lining-nums;
  }
  .numeral sup {
    font-size: max(0.3em, calc(46 * var(--u)));
    line-height: 0;
    top: 0;
    vertical-align: 0.95em;
    letter-spacing: 0;
  }
  /* « du 27 avril » above « au 12 mai »: the words, the numerals and the months are each a column. */
  .range {
    display: grid;
    grid-template-columns: auto auto auto;
    justify-content: start;
    column-gap: calc(38 * var(--u));
    white-space: nowrap;
  }
  .range.short {
    column-gap: calc(28 * var(--u));
  }
  .range > .bound {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: baseline;
  }
  .range > .nth {
    grid-column: 1 / -1;
  }
  .bound .word,
  .bound .month {
    font-stretch: 78%;
  }
  .bound .word {
    font-weight: 560;
  }
  .bound .numeral {
    text-align: end;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .range:not(.short) .brief,
  .range.short .full {
    display: none;
  }
  .nth {
    font: 500 calc(60 * var(--u)) / 1.2 var(--font-text);
    font-stretch: normal;
    letter-spacing: 0;
    margin-top: calc(18 * var(--u));
  }
  .nth sup {
    font-size: calc(46 * var(--u));
    line-height: 0;
    top: 0;
    vertical-align: 0.16em;
  }
`;
