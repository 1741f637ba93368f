import { css } from 'lit';
import { textBlock } from '../text/rich.ts';
import { runningTitle } from '../text/title.ts';
import { typeset } from '../text/typography.ts';

/**
 * Adds the title above a later page: shortened to one line for those who see the page, complete for those who listen to it.
 * `known` is the line from an earlier call for the same slide and stage, which is not measured again.
 * @returns the line, for the next call.
 */
export function prependRunningTitle(flow: HTMLElement, title: string, known: string | null): string {
  const line = document.createElement('p');
  line.className = 'running';
  line.ariaHidden = 'true';
  line.dir = 'auto';
  flow.prepend(textBlock('h1', title, 'unseen'), line);
  const text =
    known ??
    runningTitle(typeset(title), (candidate) => {
      line.textContent = candidate;
      return line.scrollWidth <= flow.clientWidth;
    });
  line.textContent = text;
  line.hidden = text === '';
  return text;
}

export const runningTitleStyles = css`
  .unseen {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
  .running {
    font: 720 calc(60 * var(--u)) / 1.15 var(--font-title);
    font-stretch: 84%;
    color: var(--ink-soft);
    white-space: nowrap;
  }
`;
