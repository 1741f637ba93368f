import { attributeOf, childOf, elementsOf, textBelow, type XmlElement } from './xml.ts';

/** An equation of Word on one line, as it is typed: « x = (a+b)/2 » (ECMA-376, part 1, 22.1). */
export function mathText(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      const { name } = child;
      if (name === 'm:t') return textBelow(child);
      if (name === 'm:f') return `${grouped(child, 'm:num')}/${grouped(child, 'm:den')}`;
      if (name === 'm:sSup') return `${grouped(child, 'm:e')}${raised(child)}`;
      if (name === 'm:sSub') return `${grouped(child, 'm:e')}${inside(child, 'm:sub')}`;
      if (name === 'm:sSubSup') return `${grouped(child, 'm:e')}${inside(child, 'm:sub')}${raised(child)}`;
      if (name === 'm:rad') return `${inside(child, 'm:deg')}√${grouped(child, 'm:e')}`;
      if (name === 'm:d') return delimited(child);
      if (name === 'm:m') return matrix(child);
      if (name === 'm:nary') return sum(child);
      if (name === 'm:func') return `${inside(child, 'm:fName')} ${grouped(child, 'm:e')}`;
      if (name === 'm:limLow' || name === 'm:limUpp') return `${inside(child, 'm:e')}(${inside(child, 'm:lim')})`;
      if (name === 'm:eqArr') return rows(child);
      if (name === 'm:acc' || name === 'm:bar') return accented(child);
      if (name === 'm:sPre') return `${inside(child, 'm:sub')}${raised(child)}${inside(child, 'm:e')}`;
      if (name === 'm:phant') return '';
      return name.endsWith('Pr') ? '' : mathText(child);
    })
    .join('');
}

const inside = (element: XmlElement, name: string): string => {
  const child = childOf(element, name);
  return child === undefined ? '' : mathText(child);
};

/** In brackets where it has more than one sign, and no brackets of its own. */
function grouped(element: XmlElement, name: string): string {
  const text = inside(element, name).trim();
  return /^[\p{L}\p{N},.]*$/u.test(text) || /^\([^()]*\)$/u.test(text) ? text : `(${text})`;
}

const SMALL = new Map([...'0123456789+-n'].map((sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'[at] ?? '']));

function raised(element: XmlElement): string {
  const text = inside(element, 'm:sup').trim();
  return [...text].every((sign) => SMALL.has(sign))
    ? [...text].map((sign) => SMALL.get(sign)).join('')
    : `^${grouped(element, 'm:sup')}`;
}

/** Lines of equations one under the other, or the cases of a definition. */
const rows = (element: XmlElement): string =>
  elementsOf(element)
    .filter(({ name }) => name === 'm:e')
    .map(mathText)
    .join(' ; ')
    .replaceAll('&', ' ');

/** An arrow, a hat or a bar over letters: Unicode has each as a sign that stands behind the letter. */
function accented(element: XmlElement): string {
  const own = attributeOf(childOf(childOf(element, 'm:accPr'), 'm:chr'), 'm:val');
  const sign = element.name === 'm:bar' ? '\u0305' : own || '\u0302';
  return [...inside(element, 'm:e')].map((letter) => `${letter}${sign}`).join('');
}

/** Rows parted by semicolons, as calculators want them. */
function matrix(element: XmlElement): string {
  const rows = elementsOf(element).filter(({ name }) => name === 'm:mr');
  return rows.map((row) => elementsOf(row).map(mathText).join(' ')).join(' ; ');
}

function delimited(element: XmlElement): string {
  const properties = childOf(element, 'm:dPr');
  const sign = (name: string, usual: string): string => {
    const own = childOf(properties, name);
    return own === undefined ? usual : attributeOf(own, 'm:val');
  };
  const parts = elementsOf(element).filter(({ name }) => name === 'm:e');
  return `${sign('m:begChr', '(')}${parts.map(mathText).join(sign('m:sepChr', ' | '))}${sign('m:endChr', ')')}`;
}

function sum(element: XmlElement): string {
  const own = attributeOf(childOf(childOf(element, 'm:naryPr'), 'm:chr'), 'm:val');
  const [from, to] = [inside(element, 'm:sub'), inside(element, 'm:sup')];
  const range = [from, to].filter((text) => text !== '').join(' → ');
  return `${own || '∫'}${range === '' ? '' : `[${range}] `}${inside(element, 'm:e')}`;
}
