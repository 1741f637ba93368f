import { css, html, nothing, type TemplateResult } from 'lit';
import type { Programme } from '../../main/contract.ts';
import { contentFits } from '../text/fit.ts';
import { dayWords } from './dates.ts';

/** Classes that make the ribbon smaller, step by step: shorter lines between days, initials, no lines, only the nearest days. */
const STEPS: readonly (readonly string[])[] = [
  [],
  ['close'],
  ['close', 'short'],
  ['short', 'mini'],
  ['short', 'mini', 'near'],
];

/**
 * The days of the week, joined by a line that is coloured up to today. Its colours are those of a slide on paper, or
 * what `--ribbon-…` says.
 */
export function ribbon(week: Programme['week'], today: string): TemplateResult | typeof nothing {
  if (week.length < 2) return nothing;
  return html`<ol class="ribbon" aria-label="La semaine">
    ${week.map(({ day }) => {
      const { shortWeekday, numeral } = dayWords(day);
      return html`<li class=${day < today ? 'past' : day === today ? 'today' : ''} aria-current=${day === today ? 'date' : nothing}>
        <span data-letter=${shortWeekday.charAt(0).toUpperCase()}><span class="name">${shortWeekday}\u00a0${numeral === 1 ? '1er' : numeral}</span></span>
      </li>`;
    })}
  </ol>`;
}

/** Shows as much of the ribbon as fits; hides it where not even today and its neighbours fit. */
export function fitRibbon(element: HTMLElement): void {
  for (const step of STEPS) {
    element.classList.remove(...STEPS.flat());
    element.classList.add(...step);
    if (contentFits(element)) return;
  }
  element.hidden = true;
}

export const ribbonStyles = css`
  .ribbon {
    display: flex;
    align-items: center;
    list-style: none;
    flex: 1 1 0;
    min-width: 0;
    font-size: calc(46 * var(--u));
    font-weight: 500;
    line-height: 1;
    color: var(--ribbon-ink, var(--ink-soft));
    white-space: nowrap;
  }
  .ribbon li {
    display: flex;
    align-items: center;
    flex: 0 1 auto;
  }
  .ribbon li + li::before {
    content: '';
    flex: none;
    width: calc(64 * var(--u));
    height: calc(5 * var(--u));
    border-radius: calc(3 * var(--u));
    margin-inline: calc(20 * var(--u));
    background: var(--ribbon-line, var(--rule));
  }
  .ribbon li.past + li::before {
    background: var(--ribbon-past, var(--accent-text));
  }
  .ribbon .today > span {
    padding: calc(13 * var(--u)) calc(26 * var(--u)) calc(15 * var(--u));
    border-radius: 99rem;
    background: var(--ribbon-fill, var(--accent));
    color: var(--ribbon-on, var(--on-fill));
    font-weight: 650;
  }
  .ribbon.close li + li::before {
    width: calc(24 * var(--u));
    margin-inline: calc(14 * var(--u));
  }
  /* Initials, « L », « M »: a number alone would not say which day of the week it is. */
  .ribbon.short li:not(.today) .name {
    display: none;
  }
  .ribbon.short li:not(.today) > span::before {
    content: attr(data-letter);
  }
  .ribbon.mini {
    gap: calc(22 * var(--u));
  }
  .ribbon.mini li + li::before {
    display: none;
  }
  .ribbon.near li:not(.today, :has(+ .today), .today + *) {
    display: none;
  }
`;
