import { beginsAsEvent } from '../event/category.ts';
import { isContactHeading, isPressContact } from '../event/contact.ts';
import { isStyled } from '../outline/is-styled.ts';
import { hasOnlyDays, isEventLine, isItem } from '../outline/outline.ts';
import { beginsAsVenue } from '../places/places.ts';
import { closeEvent } from '../release-state.ts';
import type { Place, Rule } from './rule.ts';

/** « Contact presse » */
export const contactHeading: Rule = {
  name: 'heading of a contact',
  read(state, { line, release }) {
    const { text } = line.block;
    const isContact = release.keepsContacts ? isPressContact(text) : isContactHeading(text);
    return isContact ? { ...closeEvent(state), inContact: true } : null;
  },
};

/** Whatever stands under the heading of a contact, until an event or a date. */
export const contactLine: Rule = {
  name: 'line of a contact',
  read: (state, place) => (state.inContact && !endsContact(place) ? state : null),
};

/** True for an event that is set apart: it ends a contact that stood above the programme. */
function endsContact({ line, at, release }: Place): boolean {
  const { lines, datesBelow } = release;
  const below = lines[at + 1];
  if (datesBelow && !isItem(line.block) && hasOnlyDays(below) && beginsAsEvent(line.block.text)) return true;
  return (
    isEventLine(line) &&
    (datesBelow ? lines[at + 1]?.days != null : isStyled(line.block) && line.heading?.form === 'department') &&
    !beginsAsVenue(line.heading?.title ?? '')
  );
}
