/**
 * Makes the panel's elements without markup strings, as Trusted Types ask, and its sheets.
 *
 * @module
 */

const SVG = 'http://www.w3.org/2000/svg';

/** Paths on a 24 by 24 grid, stroked. */
const ICONS = {
  show: 'M6 4v7a4 4 0 0 0 4 4h8M14 11l4 4-4 4',
  fold: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
};

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {Document} document
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(document, tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/**
 * A button with a picture; its name is for those who hear it and for the tooltip.
 *
 * @param {Document} document
 * @param {keyof typeof ICONS} icon
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 */
export function iconButton(document, icon, name, attributes = {}) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[icon]);
  svg.append(path);
  const button = make(document, 'button', { type: 'button', ...attributes }, [svg]);
  button.classList.add('icon');
  nameButton(button, name);
  return button;
}

/**
 * The tooltip is the name: beside a name of the same words it would be heard as a description too.
 *
 * @param {HTMLButtonElement} button
 * @param {string} name
 */
export function nameButton(button, name) {
  button.title = name;
}

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * A sheet of such rules; made once.
 *
 * @param {string} rules
 */
export function sheetOf(rules) {
  let sheet = sheets.get(rules);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    sheets.set(rules, sheet);
  }
  return sheet;
}
