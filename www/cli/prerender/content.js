/**
 * The light-DOM content of a prerendered `<stand-first>`: the panel's own elements without its
 * controls, as HTML. Empty `room` elements stand where a control will be: `standfirst.css` gives
 * them its size where script runs, so that nothing moves when the panel takes over.
 *
 * @module
 */

/**
 * The link beside a sentence, which points on. Being text it also parts the sentences, which a text
 * fragment would take for the article's own where they follow one another there too.
 */
export const MARKS = { ltr: '\u21b3', rtl: '\u21b2' };

/**
 * @typedef {object} Content
 * @property {{text: string, href: string | null, name: string}[]} sentences `name`: of the link
 * @property {import('../../types.js').SummaryType} type
 * @property {string} language the article's
 * @property {'ltr' | 'rtl'} direction
 * @property {string} message a sentence about the summary, or empty
 * @property {{language: string, direction: 'ltr' | 'rtl', heading: string, figures: string,
 *   label: string}} words
 * @property {string | null} css address of the sheet
 */

/**
 * @param {Content} content
 * @returns {string}
 */
export function contentHtml({ sentences, type, language, direction, message, words, css }) {
  const ui = attributes({ lang: words.language, dir: words.direction });
  const items = sentences.map(({ text, href, name }) => {
    const link = { class: 'room icon', href: href ?? '', title: name, lang: words.language };
    // Its name is the tooltip, as that of the panel's control: a picture is none.
    const mark =
      href === null
        ? '<span class="room icon"></span>'
        : `<a${attributes(link)}><span aria-hidden="true">${MARKS[direction]}</span></a>`;
    return `<li><p>${escape(text)}</p> ${mark}</li>`;
  });
  return [
    ...(css === null ? [] : [`<link${attributes({ rel: 'stylesheet', href: css })}>`]),
    `<section${attributes({
      class: 'card',
      'data-standfirst': 'prerendered',
      'aria-labelledby': 'stand-first-heading',
      lang: language,
      dir: direction,
    })}>`,
    `<header><h2 id="stand-first-heading"${ui}>${escape(words.heading)}</h2>` +
      `<p class="figures"${ui}>${escape(words.figures)}</p>` +
      '<span class="room icon fold"></span><span class="room icon dismiss"></span></header>',
    ...(message ? [`<p class="message"${ui}>${escape(message)}</p>`] : []),
    // Safari drops a list's role with its marks; saying the role keeps it.
    // No space between the items: as a paragraph it would be seen.
    `<ol role="list"${attributes({ 'data-type': type })}>${items.join('')}</ol>`,
    '<div class="room strip-place"></div><div class="room controls"></div>',
    `<p class="label"${ui}>${escape(words.label)}</p>`,
    '</section>',
  ].join('\n');
}

/** @param {Record<string, string>} values */
function attributes(values) {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('');
}

/** @type {Record<string, string>} */
const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text as it may stand in an element or in a quoted attribute. No character of it is markup there.
 *
 * @param {string} text
 */
export function escape(text) {
  return text.replace(/[&<>"']/g, (character) => REFERENCES[character]);
}
