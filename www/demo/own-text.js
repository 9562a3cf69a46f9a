/**
 * Shows a pasted text, or the article found in pasted HTML, with its standfirst.
 *
 * @module
 */

import { createController, locate, read, textPage } from '../index.js';

/** @type {AbortController | null} */
let before = null;

/**
 * @param {string} source
 * @param {import('../types.js').Engine} engine
 */
export async function showOwnText(source, engine) {
  const place = /** @type {HTMLElement} */ (document.querySelector('#result'));
  before?.abort();
  const { signal } = (before = new AbortController());
  const { title, paragraphs, refused } = await articleOf(source, engine);
  if (signal.aborted) return;
  const heading = textElement('h3', title || 'Your text');
  heading.id = 'result-title';
  const body = document.createElement('div');
  body.append(...paragraphs.map((text) => textElement('p', text)));
  const panel = document.createElement('div');
  place.replaceChildren(heading, panel, body);
  place.hidden = false;
  const controller = createController({
    document,
    engine,
    locate,
    // The text is known to be the story, so nothing has to be found in it.
    read: () => {
      if (refused) return refused;
      const reading = read(body);
      // The demo's own title and address say nothing of it.
      const { metadata } = textPage({ title });
      return { ...reading, page: { ...reading.page, metadata, plain: true } };
    },
    mount: panel,
    signal,
  });
  await controller.start();
  const language = controller.summary?.language ?? 'und';
  body.lang = language === 'und' ? '' : language;
  if (title) heading.lang = body.lang;
  place.focus();
}

/**
 * An element with a text whose script and direction nobody has said.
 *
 * @param {string} tag
 * @param {string} text
 */
function textElement(tag, text) {
  const element = document.createElement(tag);
  element.dir = 'auto';
  element.textContent = text;
  return element;
}

/**
 * The paragraphs of a text, or of the article in an HTML page; where there is none, the page, of which
 * the panel says why.
 *
 * @param {string} source
 * @param {import('../types.js').Engine} engine
 * @returns {Promise<{title: string, paragraphs: string[], refused?: import('../types.js').Reading}>}
 */
async function articleOf(source, engine) {
  if (!/<(p|div|article|html|body|br)\b/i.test(source)) {
    return { title: '', paragraphs: textPage({ text: source }).text.split('\0') };
  }
  const reading = read(new DOMParser().parseFromString(source, 'text/html'), { url: '' });
  const { status, title, story } = await engine.summarize(reading.page);
  if (status === 'not-an-article') return { title, paragraphs: [], refused: reading };
  const blocks = reading.page.text.split('\0');
  return { title, paragraphs: story.sources.map((block) => blocks[block]) };
}
