/**
 * The looks of a prerendered standfirst, `standfirst.css`: the panel's own sheet, for the light DOM
 * of a `<stand-first>` that no script has taken over. The same rules give the same boxes, so that
 * nothing moves when the panel comes.
 *
 * @module
 */

/** Two ids that no element has: with them a rule is stronger than most that a site has for its text. */
const STRONG = ':not(#\\#):not(#\\#)';

/** What stands in for a control has its size where script will bring the control, else none. */
const ROOM = `
a.room { color: inherit; text-decoration: none; font: inherit; line-height: 1.2; border-radius: 4px; }
a.room:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
a.room:focus-visible { outline: 2px solid currentColor; outline-offset: 1px; }
a.room { display: inline-grid; place-items: center; text-align: center; }
a.room { min-inline-size: 2rem; min-block-size: 2rem; }
@container (max-width: 24em) { li a.room { min-inline-size: 1.75rem; } }
@media (scripting: enabled) {
  span.room { display: inline-grid; inline-size: 2rem; block-size: 2rem; }
  div.room.controls { display: block; block-size: 2rem; }
  @container (max-width: 24em) {
    li span.room { inline-size: 1.75rem; }
    div.room.controls { block-size: 4rem; }
  }
}
@media (scripting: none) {
  div.room { display: none; }
}
`;

/**
 * @param {string} panel the panel's sheet in a site's own page
 * @returns {string}
 */
export function prerenderedStyles(panel) {
  const nested = panel.replace(/:host\(([^)]*)\)/g, '&$1').replaceAll(':host', '&');
  return `stand-first${STRONG} { & * { all: revert; } ${nested} ${ROOM} --stand-first-sheet: 1; }`;
}
