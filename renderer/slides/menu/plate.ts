import { type SVGTemplateResult, svg } from 'lit';

/** A full turn in `n` steps, as transforms around the middle of the plate. */
const around = (n: number, from: number, draw: (transform: string) => SVGTemplateResult): SVGTemplateResult[] =>
  Array.from({ length: n }, (_, at) => draw(`rotate(${from + (360 / n) * at})`));

/** A slice of tomato at a place. */
const tomato = (place: string): SVGTemplateResult => svg`<g transform=${place}>
  <circle r="58" fill="#d93a26" /><circle r="49" fill="#ee6a4b" />
  ${around(5, 0, (turn) => svg`<g transform=${turn}><path d="M0-10C16-16 19-36 0-41C-19-36-16-16 0-10Z" fill="#f6a489" /><ellipse cy="-27" rx="3.4" ry="6" fill="#fbe3a8" /></g>`)}
</g>`;

/** A slice of cucumber. */
const cucumber = (place: string): SVGTemplateResult => svg`<g transform=${place}>
  <circle r="42" fill="#3f8f4a" /><circle r="36" fill="#d9ecb4" />
  ${around(8, 12, (turn) => svg`<ellipse transform=${turn} cy="-17" rx="3.2" ry="7" fill="#aed081" />`)}
</g>`;

/** A leaf of basil. */
const leaf = (place: string): SVGTemplateResult => svg`<g transform=${place}>
  <path d="M0 8C42-12 48-78 0-112C-48-78-42-12 0 8Z" fill="#2f8f4e" /><path d="M0 6C30-14 34-76 0-112Z" fill="#47a962" />
  <path d="M0 8V-92M0-24L20-44M0-48L18-66M0-24L-20-44M0-48L-18-66" stroke="#1f6e3a" stroke-width="3.4" fill="none" stroke-linecap="round" />
</g>`;

const egg = svg`<g transform="translate(-6 4)">
  <path d="M-104-6C-112-66-52-98 4-92C52-88 92-62 100-12C108 40 70 92 8 92C-34 92-50 70-74 62C-98 52-100 30-104-6Z" fill="#fffdf6" />
  <circle r="47" cx="-2" cy="-4" fill="#f4a61d" /><circle r="40" cx="-4" cy="-6" fill="#fbbd3c" />
  <path d="M-30-18C-26-34-12-40 2-38" stroke="#ffe3a1" stroke-width="8" fill="none" stroke-linecap="round" />
</g>`;

const pea = (x: number, y: number): SVGTemplateResult =>
  svg`<g transform="translate(${x} ${y})"><circle r="15" fill="#5fa83a" /><circle cx="-4" cy="-5" r="5" fill="#9ed06c" /></g>`;

const carrot = (place: string): SVGTemplateResult => svg`<g transform=${place}>
  <rect x="-15" y="-60" width="30" height="120" rx="15" fill="#ef8a2b" /><rect x="-15" y="-60" width="13" height="120" rx="6.5" fill="#f7a850" />
</g>`;

/** A plate of the canteen seen from above: an egg, tomatoes, cucumber, carrots, peas and basil. A picture, without words. */
export const plate = svg`<svg class="plate" viewBox="-300 -300 600 600" aria-hidden="true">
  <circle r="296" fill="#fffaf0" /><circle r="296" fill="none" stroke="#e9dcc2" stroke-width="8" />
  <circle r="216" fill="#f7edd8" /><circle r="216" fill="none" stroke="#eadbbb" stroke-width="5" />
  <g>
    ${leaf('translate(-118 -62) rotate(-58)')}${leaf('translate(-126 -30) rotate(-104)')}
    ${leaf('translate(104 96) rotate(128)')}
    ${carrot('translate(-112 92) rotate(58)')}${carrot('translate(-86 128) rotate(46)')}${carrot('translate(-136 52) rotate(72)')}
    ${cucumber('translate(36 150)')}${cucumber('translate(-26 156)')}
    ${tomato('translate(118 -84)')}${tomato('translate(142 18)')}${tomato('translate(40 -142)')}
    ${egg}
    ${pea(96, 108)}${pea(124, 92)}${pea(112, 132)}${pea(146, 112)}${pea(84, 136)}${pea(-56, -128)}${pea(-30, -148)}${pea(-72, -152)}
  </g>
</svg>`;

/** A fork and a knife, beside the plate. */
export const cutlery = {
  fork: svg`<svg class="fork" viewBox="0 0 60 420" aria-hidden="true"><path fill="currentColor" d="M6 6a5 5 0 0 1 10 0v96a7 7 0 0 0 4 6V6a5 5 0 0 1 10 0 5 5 0 0 1 10 0v102a7 7 0 0 0 4-6V6a5 5 0 0 1 10 0v104c0 22-9 34-15 40v250a10 10 0 0 1-18 0V150C15 144 6 132 6 110Z" /></svg>`,
  knife: svg`<svg class="knife" viewBox="0 0 60 420" aria-hidden="true"><path fill="currentColor" d="M22 4c26 30 34 108 26 210H36v190a10 10 0 0 1-18 0V12c0-8 2-10 4-8Z" /></svg>`,
};
