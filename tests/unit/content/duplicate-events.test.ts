import { describe, expect, test } from 'vitest';
import { withoutDuplicates } from '../../../main/content/duplicate-events.ts';
import { event, rule } from '../../support/items.ts';

const file = event('Trouve ta voie', { town: 'Nulleville', when: rule('2031-03-11') });
const release = (title: string, fields = {}) =>
  event(title, {
    id: 'c#1',
    source: 'communiqué.md',
    line: 12,
    town: 'NULLEVILLE',
    when: rule('2031-03-11'),
    ...fields,
  });

describe('an event of a press release that has its own file', () => {
  test('is shown once, as its file says, and a warning tells of it', () => {
    const { items, problems } = withoutDuplicates([release('« Réussite » : trouve ta voie, décroche ton stage'), file]);
    expect(items).toEqual([file]);
    expect(problems).toMatchObject([
      { file: 'communiqué.md', severity: 'warning', about: 'dropped', code: 'event-double' },
    ]);
  });

  test.each([
    ['of another town', release('Trouve ta voie', { town: 'Ailleurs' })],
    ['of another day', release('Trouve ta voie', { when: rule('2031-03-12') })],
    ['of another title', release('Concert du soir')],
  ])('is a different event when it is %s', (_, other) => {
    expect(withoutDuplicates([other, file])).toEqual({ items: [other, file], problems: [] });
  });
});
