/**
 * The looks of what comes after the sentences: strip, tools, notice, marks in the margin; and of the
 * sentences what nobody sees at their first sight and nothing moves for: under the pointer or the
 * focus, printed, in forced colours.
 *
 * @module
 */

/** For forced colours and print; a prerendered standfirst has these too. */
export const MEDIA_STYLES = `
@media (forced-colors: active) {
  .card { --line: CanvasText; border-color: CanvasText; }
  li p { border-color: Highlight; }
  button { border-color: ButtonText; }
}
@media print {
  .controls, .tools, .icon, .back, .margin, .notice, .strip-place { display: none !important; }
  li { break-inside: avoid; }
}
`;

const STYLES = `
button:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
button:focus-visible, input:focus-visible, [tabindex]:focus-visible, h2:focus-visible {
  outline: 2px solid currentColor; outline-offset: 1px;
}
.fold svg { transition: rotate .15s; }
li.gone p { border-inline-start-style: dotted; }
.back {
  position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483647; margin: 0; padding: .5em .9em;
  border: 1px solid currentColor; border-radius: 2em; background: #1c1a12; color: #fff;
  font: 500 .95rem/1.3 system-ui, sans-serif; box-shadow: 0 2px 10px rgb(0 0 0 / .3);
}
.back:hover { background: #3a3626; }
@media (prefers-reduced-motion: reduce) { .fold svg { transition: none; } }
.strip { position: relative; }
.marks {
  display: flex; align-items: flex-end; gap: 1px; block-size: 2rem; cursor: pointer;
  border-block-end: 1px solid var(--line);
}
.marks[data-dense="true"] { gap: 0; }
.marks > div {
  flex: 1; min-inline-size: 0; block-size: calc(12% + 88% * var(--salience));
  background: color-mix(in srgb, currentColor 48%, transparent);
}
.marks > .read { box-shadow: 0 3px 0 -1px var(--accent); }
.marks > [aria-selected="true"] { background: var(--accent); }
.marks > .new { border-block-start: 2px dotted currentColor; }
.marks > .active { background: color-mix(in srgb, var(--accent) 65%, transparent); outline: 1px solid currentColor; }
.preview {
  position: absolute; z-index: 1; inset-inline: 0 2.5rem; inset-block-end: calc(100% + .3rem); margin: 0;
  padding: .4em .7em; border: 1px solid currentColor; border-radius: 4px;
  background: Canvas; color: CanvasText; font-size: .85em; line-height: 1.4;
}
.preview::after { content: ""; position: absolute; inset: 100% 0 auto; block-size: .3rem; }
.tools { margin-block-start: .5em; font-size: .85em; }
.card:not([data-state="ready"], [data-state="reading"]) .tools { display: none; }
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
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 4px; background: none;
}
.tools input::placeholder { color: inherit; opacity: .8; }
p[data-new]::before {
  content: attr(data-new); margin-inline-end: .5em; padding: .05em .4em; border: 1px solid currentColor;
  border-radius: 3px; font-size: .75em; font-weight: 600; vertical-align: .1em;
}
.notice { min-block-size: 1.5rem; padding: 0 .6em; border-color: currentColor; border-radius: 2em; font-weight: 600; }
.margin { position: absolute; inset: 0 auto auto 0; inline-size: 0; block-size: 0; }
.margin button {
  position: absolute; inline-size: 24px; min-inline-size: 0; min-block-size: 0; padding: 0; border: 0;
  border-radius: 0; background: linear-gradient(currentColor) center / 3px 100% no-repeat; opacity: .6;
}
.margin button:hover { opacity: 1; }
@container (max-width: 24em) { .tools .choice button { padding-inline: .45em; } }
@media (forced-colors: active) {
  .marks > div { background: GrayText; }
  .marks > [aria-selected="true"] { background: Highlight; }
  .marks > div, .marks > .active { forced-color-adjust: none; }
  [aria-pressed="true"] {
    forced-color-adjust: none; border-color: SelectedItem; background: SelectedItem; color: SelectedItemText;
  }
}
`;

export const EXTRAS_STYLES = STYLES + MEDIA_STYLES;
