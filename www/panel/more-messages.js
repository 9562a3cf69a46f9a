/**
 * The English words that the first standfirst does without; they come with what says them (`later.js`).
 *
 * @module
 */

export const MORE_ENGLISH = {
  foreign: 'Added by Standfirst, your extension; not part of this site',
  back: 'Back to the summary',
  shown: 'Sentence shown in the article. Escape leads back.',
  gone: 'This sentence is no longer in the article.',
  removed: 'Summary removed',
  ready: { one: 'Summary ready: {n} sentence', other: 'Summary ready: {n} sentences' },
  tooShort: 'This article is short enough to read in full.',
  noArticle: 'There is no article here to summarize.',
  listPage: 'This looks like a list of articles. Open one to see its summary.',
  productPage: 'This looks like a page that sells something, not an article.',
  forumPage: 'This looks like a discussion, not an article.',
  noText: 'There is too little text here to summarize.',
  forbidden:
    'This site’s security policy does not allow WebAssembly, so the summary could not be made.',
  unreachable: 'A part of Standfirst could not be loaded. Try again later.',
  points: 'Key points',
  paragraph: 'Paragraph',
  headline: 'Headline',
  copy: 'Copy',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying.',
  share: 'Share',
  listen: 'Read aloud',
  stop: 'Stop reading',
  focus: 'Focus on',
  focusHint: 'Words that matter to you',
  strip: 'The article, sentence by sentence',
  chosen: 'in the summary',
  marks: 'Mark in the text',
  changed: { one: '{n} new sentence', other: '{n} new sentences' },
  isNew: 'New',
};
