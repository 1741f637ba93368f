import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/**
 * Sets style properties on an element through its style object. Lit's `styleMap` writes a style attribute the first time,
 * which the content security policy of the page forbids, so that no text can bring styles of its own.
 */
class StyleProperties extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('styleProperties is for elements only.');
  }

  override render(_properties: Readonly<Record<string, string>>) {
    return noChange;
  }

  override update(part: ElementPart, [properties]: [Readonly<Record<string, string>>]) {
    if (!(part.element instanceof HTMLElement || part.element instanceof SVGElement)) return noChange;
    for (const [name, value] of Object.entries(properties)) part.element.style.setProperty(name, value);
    return noChange;
  }
}

/** `<p ${styleProperties({'--size': '90'})}>` */
export const styleProperties = directive(StyleProperties);
