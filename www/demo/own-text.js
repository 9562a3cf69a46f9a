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
  before = new AbortController();
  const { title, paragraphs, language } = await articleOf(source, engine);
  const heading = document.createElement('h3');
  heading.textContent = title || 'Your text';
  const body = document.createElement('div');
  body.append(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
  const panel = document.createElement('div');
  place.lang = language;
  place.dir = 'auto';
  place.replaceChildren(heading, panel, body);
  place.hidden = false;
  const controller = createController({
    document,
    engine,
    locate,
    // The text is known to be the story, so nothing has to be found in it.
    read: () => {
      const reading = read(body);
      return { ...reading, page: { ...reading.page, plain: true } };
    },
    mount: panel,
    signal: before.signal,
  });
  await controller.start();
  place.focus();
}

/**
 * @param {string} source
 * @param {import('../types.js').Engine} engine
 */
async function articleOf(source, engine) {
  if (!/<(p|div|article|html|body|br)\b/i.test(source)) {
    return { title: '', language: '', paragraphs: textPage({ text: source }).text.split('\0') };
  }
  const { page } = read(new DOMParser().parseFromString(source, 'text/html'));
  const { title, story, language } = await engine.summarize(page);
  const blocks = page.text.split('\0');
  return { title, language, paragraphs: story.sources.map((block) => blocks[block]) };
}
