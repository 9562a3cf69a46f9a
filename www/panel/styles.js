/**
 * The panel's looks. Sheets are constructed and adopted, which every Content-Security-Policy allows.
 *
 * Custom properties that a site may set on the element:
 * `--stand-first-accent`, `--stand-first-background`, `--stand-first-line`, `--stand-first-radius`,
 * `--stand-first-margin`, `--stand-first-font-size`.
 *
 * @module
 */

const BASE = `
:host { position: relative; }
:host([hidden]) { display: none !important; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.card {
  --line: var(--stand-first-line, color-mix(in srgb, currentColor 24%, transparent));
  --accent: var(--stand-first-accent, currentColor);
  container-type: inline-size;
  padding: .7em 1em .8em;
  font-size: var(--stand-first-font-size, inherit);
  font-style: normal;
  font-weight: 400;
  line-height: 1.5;
  letter-spacing: normal;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  text-shadow: none;
  white-space: normal;
  word-spacing: normal;
  overflow-wrap: break-word;
  user-select: text;
  -webkit-user-select: text;
}
.card:lang(ja), .card:lang(zh), .card:lang(ko) { line-height: 1.7; }
.card:lang(ja), .card:lang(zh) { line-break: strict; }
.card:lang(ko) { word-break: keep-all; }
.card:lang(ar), .card:lang(fa), .card:lang(ur), .card:lang(he) { line-height: 1.75; }
header {
  display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; align-items: center;
}
h2 { margin: 0; font: inherit; font-weight: 700; line-height: 1.3; white-space: nowrap; }
.figures {
  margin: 0; padding-inline-start: .75em;
  font-size: .85em; line-height: 1.3; font-variant-numeric: tabular-nums;
}
.notice { min-block-size: 1.5rem; padding: 0 .6em; border-color: currentColor; border-radius: 2em; font-weight: 600; }
.fold { grid-column: 3; }
.dismiss { grid-column: 4; margin-inline-end: -.4rem; }
[lang] { text-align: -webkit-match-parent; text-align: match-parent; }
button, input { font: inherit; color: inherit; letter-spacing: inherit; }
button {
  min-inline-size: 2rem; min-block-size: 2rem; margin: 0; padding: .25em .5em;
  border: 1px solid transparent; border-radius: 4px; background: none;
  line-height: 1.2; text-align: center; cursor: pointer;
}
button:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
button:focus-visible, input:focus-visible, [tabindex]:focus-visible, h2:focus-visible {
  outline: 2px solid currentColor; outline-offset: 1px;
}
.icon { flex: none; padding: 0; display: inline-grid; place-items: center; }
svg {
  display: block; inline-size: 1.125rem; block-size: 1.125rem; fill: none; stroke: currentColor;
  stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round;
}
.fold svg { transition: rotate .15s; }
[dir="rtl"] li svg { scale: -1 1; }
.fold[aria-expanded="true"] svg { rotate: 180deg; }
.message { margin: .25em 0 0; }
ol { margin: .35em 0 0; padding: 0; list-style: none; }
li {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5em; align-items: start;
  padding-block: .3em;
}
li .icon { margin: -.15rem 0 0; margin-inline-end: -.4rem; }
li p {
  margin: 0; padding-inline-start: .85em; border-inline-start: 2px solid var(--accent);
  hanging-punctuation: first allow-end;
  text-wrap: pretty;
}
p[data-new]::before {
  content: attr(data-new); margin-inline-end: .5em; padding: .05em .4em; border: 1px solid currentColor;
  border-radius: 3px; font-size: .75em; font-weight: 600; vertical-align: .1em;
}
li.gone p { border-inline-start-style: dotted; }
ol[data-type="paragraph"] li, ol[data-type="paragraph"] p { display: inline; padding: 0; border: 0; }
ol[data-type="paragraph"] .icon {
  min-inline-size: 1.5rem; min-block-size: 1.5rem; vertical-align: middle; margin: 0; margin-inline: .1em .3em;
}
ol[data-type="headline"] p { padding: 0; border: 0; font-size: 1.2em; font-weight: 600; line-height: 1.35; }
.controls {
  display: grid; grid-template-columns: auto minmax(5em, 1fr) auto auto; align-items: center;
  column-gap: .75em; margin-block-start: .45em; font-size: .85em;
}
.controls input {
  inline-size: 100%; block-size: 2rem; margin: 0; accent-color: var(--accent); cursor: pointer;
}
.amount { font-variant-numeric: tabular-nums; min-inline-size: 6em; }
.strip-place { block-size: 2rem; margin-block-start: .5em; }
.strip { position: relative; }
.marks {
  display: flex; align-items: flex-end; gap: 1px; block-size: 2rem; cursor: pointer;
  border-block-end: 1px solid var(--line);
}
.marks[data-dense="true"] { gap: 0; }
.marks > div {
  flex: 1; min-inline-size: 0; block-size: calc(12% + 88% * var(--salience));
  background: color-mix(in srgb, currentColor 22%, transparent);
}
.marks > .read { box-shadow: 0 3px 0 -1px var(--accent); }
.marks > [aria-selected="true"] { background: var(--accent); }
.marks > .new { border-block-start: 2px dotted currentColor; }
.marks > .active { background: color-mix(in srgb, var(--accent) 65%, transparent); outline: 1px solid currentColor; }
.preview {
  position: absolute; z-index: 1; inset-inline: 0; inset-block-end: calc(100% + .3rem); margin: 0;
  padding: .4em .7em; border: 1px solid currentColor; border-radius: 4px; pointer-events: none;
  background: Canvas; color: CanvasText; font-size: .85em; line-height: 1.4;
}
.tools { margin-block-start: .5em; font-size: .85em; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .35em .5em; margin: 0 0 .4em; }
.tools button { border-color: var(--line); padding-inline: .7em; }
[aria-pressed="true"] { background: color-mix(in srgb, currentColor 14%, transparent); font-weight: 600; }
.choice { display: flex; flex-wrap: wrap; max-inline-size: 100%; padding-inline-end: 1px; }
.choice button { border-radius: 0; margin-inline-end: -1px; }
.choice button:first-child { border-start-start-radius: 4px; border-end-start-radius: 4px; }
.choice button:last-child { border-start-end-radius: 4px; border-end-end-radius: 4px; }
.chips { display: flex; flex-wrap: wrap; gap: .35em; }
.chips button { border-radius: 2em; }
.tools input {
  flex: 1 1 10em; min-inline-size: 0; min-block-size: 2rem; padding: .2em .6em;
  border: 1px solid var(--line); border-radius: 4px; background: none;
}
.tools input::placeholder { color: inherit; opacity: .8; }
.label { margin: .35em 0 0; font-size: .8em; line-height: 1.4; }
.foreign { margin: 0 0 .35em; font-size: .8em; line-height: 1.4; }
.status {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.margin { position: absolute; inset: 0 auto auto 0; inline-size: 0; block-size: 0; }
.margin button {
  position: absolute; inline-size: 24px; min-inline-size: 0; min-block-size: 0; padding: 0; border: 0;
  border-radius: 0; background: linear-gradient(currentColor) center / 3px 100% no-repeat; opacity: .45;
}
.margin button:hover { opacity: 1; }
.back {
  position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483647; margin: 0; padding: .5em .9em;
  border: 1px solid currentColor; border-radius: 2em; background: #1c1a12; color: #fff;
  font: 500 .95rem/1.3 system-ui, sans-serif; box-shadow: 0 2px 10px rgb(0 0 0 / .3);
}
.back:hover { background: #3a3626; }
@container (max-width: 24em) {
  header { grid-template-columns: minmax(0, 1fr) auto auto; }
  h2 { white-space: normal; }
  .figures { grid-column: 1 / -1; grid-row: 2; padding: 0; min-block-size: 1.5rem; }
  .fold { grid-column: 2; }
  .dismiss { grid-column: 3; }
  .tools .choice button { padding-inline: .45em; }
}
@container (max-width: 30em) {
  .controls { grid-template-columns: auto minmax(4em, 1fr) auto; }
  .controls .name { display: none; }
  .amount { grid-column: 1; grid-row: 1; }
  .controls input { grid-column: 2; grid-row: 1; }
}
@media (prefers-reduced-motion: reduce) { .fold svg { transition: none; } }
@media (forced-colors: active) {
  .card { border-color: CanvasText; }
  li p { border-color: Highlight; }
  .marks > div { background: GrayText; }
  .marks > [aria-selected="true"] { background: Highlight; }
  .marks > div, .marks > .active { forced-color-adjust: none; }
  [aria-pressed="true"] { border-width: 3px; }
  button { border-color: ButtonText; }
}
@media print {
  .controls, .tools, .icon, .back, .margin, .notice, .strip-place { display: none !important; }
  li { break-inside: avoid; }
}
`;

/** In a site's own page the panel is the site's: its font, its colours, a quiet rule above and below. */
const SITE = `
:host { display: block; margin-block: var(--stand-first-margin, 1.25rem); }
.card {
  border: solid var(--line); border-width: 1px 0; border-radius: var(--stand-first-radius, 0);
  background: var(--stand-first-background, color-mix(in srgb, currentColor 3%, transparent));
}
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([theme="light"]) .card, :host([theme="dark"]) .card {
  background: var(--stand-first-background, Canvas); color: CanvasText;
}
`;

/** In a stranger's page the panel must look like a guest: its own card, font, border and name. */
const EXTENSION = `
:host {
  all: initial !important; display: block !important; margin-block: 1rem !important;
  color-scheme: light dark !important; position: relative !important;
}
.card {
  border: 1px solid light-dark(#b9b19a, #6d6650); border-block-start: 4px solid #b4690e;
  border-radius: 8px; background: light-dark(#fffdf6, #211f18); color: light-dark(#1c1a12, #f1ecdd);
  font-family: system-ui, sans-serif; font-size: 1rem; max-inline-size: 44rem;
}
:host([data-while-alive]) { display: none !important; }
:host([data-theme="light"]) { color-scheme: light !important; }
:host([data-theme="dark"]) { color-scheme: dark !important; }
:host([data-place="left"]), :host([data-place="right"]) {
  position: fixed !important; z-index: 2147483647 !important; inset-block: 1rem auto !important;
  margin: 0 !important; inline-size: min(22rem, var(--stand-first-room)) !important;
  max-block-size: calc(100vh - 2rem) !important; overflow-y: auto !important;
}
:host([data-place="left"]) { left: 1rem !important; }
:host([data-place="right"]) { right: 1rem !important; }
:host([data-place="above"]) { margin: 1rem !important; }
`;

/** The sheet in a site's own page, which `scripts/embed.js` makes `standfirst.css` of. */
export const SITE_STYLES = BASE + SITE;

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * The sheet for one origin; made once.
 *
 * @param {'site' | 'extension'} origin
 */
export function panelSheet(origin) {
  let sheet = sheets.get(origin);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(origin === 'site' ? SITE_STYLES : BASE + EXTENSION);
    sheets.set(origin, sheet);
  }
  return sheet;
}
