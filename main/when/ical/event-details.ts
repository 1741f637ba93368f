import { type CalendarComponent, propertiesOf, propertyOf } from './file/calendar-components.ts';
import { textOfProperty, textsOfProperty } from './file/calendar-property.ts';

/** What an event says of itself besides its times. */
export interface EventDetails {
  /** On one line; empty where it has none. */
  readonly title: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly categories?: readonly string[];
}

/** A sign that was escaped twice still has a « \ » before it, which nobody means to show. */
const withoutEscapes = (text: string) => text.replace(/\\n/gu, '\n').replace(/\\(?=[,;])/gu, '');

/** The text of a property: the French one where it is given in several languages. Empty where it has none. */
function textOf(component: CalendarComponent, name: string): string {
  const given = propertiesOf(component, name);
  const french = given.find(({ parameters }) => /^fr\b/iu.test(parameters.get('language') ?? ''));
  const property = french ?? given[0];
  return property ? withoutEscapes(textOfProperty(property)).trim() : '';
}

/** What programs write where nobody has given a title. */
const NO_TITLE =
  /^\(?(?:sans (?:titre|objet)|pas d[e’'] ?(?:titre|objet)|aucun (?:titre|objet)|no (?:title|subject)|untitled|nouvel événement|new event|unbenannt)\)?$/iu;

/** Its title, on one line; empty where it has none. */
export function titleOf(component: CalendarComponent): string {
  const title = textOf(component, 'summary').replace(/\s+/gu, ' ');
  return NO_TITLE.test(title) ? '' : title;
}

/** The details of an event. */
export function detailsOf(component: CalendarComponent): EventDetails {
  // Outlook may write the description in HTML alone.
  const description = textOf(component, 'description') || textOf(component, 'x-alt-desc');
  const location = textOf(component, 'location');
  const url = propertyOf(component, 'url')?.value.trim() ?? '';
  const categories = propertiesOf(component, 'categories').flatMap(textsOfProperty);
  return {
    title: titleOf(component),
    ...(description === '' ? {} : { description }),
    ...(location === '' ? {} : { location }),
    ...(url === '' ? {} : { url }),
    ...(categories.length === 0 ? {} : { categories }),
  };
}
