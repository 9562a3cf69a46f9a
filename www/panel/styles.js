/**
 * The panel's looks. Sheets are constructed and adopted, which every Content-Security-Policy allows.
 *
 * Custom properties that a site may set on the element:
 * `--stand-first-accent`, `--stand-first-background`, `--stand-first-line`, `--stand-first-radius`,
 * `--stand-first-margin`, `--stand-first-font-size`.
 *
 * @module
 */

/** The panel's rules wherever it is; what is loaded later has its own (`extras-styles.js`). */
export const BASE = `
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
.card:lang(ja) { word-break: auto-phrase; }
.card:lang(ko) { word-break: keep-all; }
.card:lang(ar), .card:lang(fa), .card:lang(ur), .card:lang(he) { line-height: 1.75; }
header {
  display: grid; grid-template-columns: fit-content(60%) 1fr auto auto; align-items: center;
}
h2 { margin: 0; font: inherit; font-weight: 700; line-height: 1.3; }
.figures {
  margin: 0; padding-inline: .75em;
  font-size: .85em; line-height: 1.3; font-variant-numeric: tabular-nums;
}
.fold { grid-column: 3; }
.dismiss { grid-column: 4; margin-inline-end: -.4rem; }
:where([lang]) { text-align: -webkit-match-parent; text-align: match-parent; }
button, input { font: inherit; color: inherit; letter-spacing: inherit; }
button {
  min-inline-size: 2rem; min-block-size: 2rem; margin: 0; padding: .25em .5em;
  border: 1px solid transparent; border-radius: 4px; background: none;
  line-height: 1.2; text-align: center; cursor: pointer;
}
.icon { flex: none; padding: 0; display: inline-grid; place-items: center; }
svg {
  display: block; inline-size: 1.125rem; block-size: 1.125rem; fill: none; stroke: currentColor;
  stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round;
}
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
button.more, button.retry { border-color: var(--line); padding-inline: .7em; }
.retry { margin-block-start: .5em; }
.amount { font-variant-numeric: tabular-nums; min-inline-size: 6em; }
.strip-place { block-size: 2rem; margin-block-start: .5em; }
.label { margin: .35em 0 0; font-size: .8em; line-height: 1.4; text-wrap: pretty; }
.status {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
@container (max-width: 30em) {
  .controls { grid-template-columns: auto minmax(4em, 1fr) auto; }
  .controls .name { display: none; }
  .amount { grid-column: 1; grid-row: 1; }
  .controls input { grid-column: 2; grid-row: 1; }
}
@container (max-width: 24em) {
  header { grid-template-columns: minmax(0, 1fr) auto auto; }
  .figures { grid-column: 1 / -1; grid-row: 2; padding: 0; min-block-size: 1.5rem; }
  .fold { grid-column: 2; }
  .dismiss { grid-column: 3; }
  li { gap: .2em; }
  li p { padding-inline-start: .6em; }
  li .icon { min-inline-size: 1.75rem; }
  .controls { grid-template-columns: 1fr max-content; }
  .controls input { grid-area: 2 / 1 / auto / -1; }
  .amount { min-inline-size: 0; }
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

/** The panel's sheet in a site's own page. */
export const SITE_STYLES = BASE + SITE;
