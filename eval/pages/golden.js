/**
 * Makes of the golden pages of `tests/pages` one more corpus, for training and for `eval finding`.
 *
 *     node eval/pages/golden.js CORPUS_DIR
 *
 * Blocks that may be in the story or not stand as its standfirst, which counts neither way.
 *
 * @module
 */

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { commandLine } from '../command-line.js';

const PAGES = new URL('../../tests/pages/', import.meta.url);

const { folder } = commandLine('node eval/pages/golden.js CORPUS_DIR', { folder: true });
mkdirSync(join(folder, 'html'), { recursive: true });
const lines = readdirSync(PAGES)
  .sort()
  .map((slug) => {
    const truth = JSON.parse(readFileSync(new URL(`${slug}/expected.json`, PAGES), 'utf8'));
    const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    const file = join('html', `${slug}.html`);
    writeFileSync(join(folder, file), html);
    return JSON.stringify({
      id: slug,
      url: /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1],
      title: truth.title,
      truth_text: truth.body.join('\n\n'),
      summary: truth.neutral.join('\n'),
      page_type: truth.status === 'not-an-article' ? 'other' : 'article',
      file,
    });
  });
writeFileSync(join(folder, 'truth.jsonl'), `${lines.join('\n')}\n`);
