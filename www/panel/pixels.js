/**
 * Rules for a stranger's page, whose root may have letters of any size, 10 and 60 pixels among them.
 *
 * @module
 */

/** CSS pixels of a browser's root element, when no page has changed it. */
const ROOT_PX = 16;

/**
 * @param {string} rules
 * @returns {string} with no `rem` left
 */
export function inPixels(rules) {
  return rules.replace(/([\d.]+)rem\b/g, (_, size) => `${size * ROOT_PX}px`);
}
