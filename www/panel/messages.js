/**
 * The panel's words: English here, other languages in `messages/`, loaded when first needed.
 *
 * A value is a sentence, or sentences by plural category (`Intl.PluralRules`) of its `n`.
 * `{name}` is replaced by the value of that name.
 *
 * @module
 */

/** @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Message */

export const ENGLISH = {
  heading: 'In short',
  label: 'Sentences from this article, chosen on your device',
  foreign: 'Added by Standfirst, your extension; not part of this site',
  collapse: 'Fold the summary',
  expand: 'Unfold the summary',
  dismiss: 'Remove the summary',
  show: 'Show sentence {n} in the article',
  back: 'Back to the summary',
  shown: 'Sentence shown in the article. Escape leads back.',
  gone: 'This sentence is no longer in the article.',
  length: 'Length',
  sentences: { one: '{n} sentence', other: '{n} sentences' },
  instead: '{short} instead of {long}',
  more: 'More',
  reading: 'Reading the article…',
  ready: { one: 'Summary ready: {n} sentence', other: 'Summary ready: {n} sentences' },
  partial: 'This page shows only a part of the article; the summary covers that part.',
  unknownLanguage: 'The language is not known to Standfirst, so the choice is rougher.',
  tooShort: 'This article is short enough to read in full.',
  noArticle: 'There is no article here to summarize.',
  listPage: 'This looks like a list of articles. Open one to see its summary.',
  productPage: 'This looks like a page that sells something, not an article.',
  forumPage: 'This looks like a discussion, not an article.',
  noText: 'There is too little text here to summarize.',
  failed: 'The summary could not be made. Nothing was sent anywhere.',
  forbidden:
    'This site’s security policy does not allow WebAssembly, so the summary could not be made.',
  unreachable: 'A part of Standfirst could not be loaded. Try again later.',
  retry: 'Try again',
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

/** @typedef {keyof typeof ENGLISH} Key */

/** @typedef {Record<Key, Message>} Messages */

/**
 * @callback Say
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */

/** @typedef {Say & {language: string, direction: 'ltr' | 'rtl'}} Phrases */

const RTL = /^(ar|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i;

/**
 * Phrases in one language.
 *
 * @param {string} language BCP 47, of `messages`
 * @param {Partial<Messages>} messages missing ones are said in English
 * @returns {Phrases}
 */
export function phrases(language, messages) {
  const plain = language === 'en';
  /** @type {Intl.PluralRules | undefined} */
  let rules;
  /** @type {Intl.NumberFormat | undefined} */
  let numbers;
  // The first panel of a process pays dearly for Intl: where English needs none, none is made.
  const category = (/** @type {number} */ n) => {
    if (plain) return n === 1 ? 'one' : 'other';
    return (rules ??= new Intl.PluralRules(language)).select(n);
  };
  const format = (/** @type {number} */ n) =>
    plain && Number.isInteger(n) && n >= 0 && n < 1000
      ? String(n)
      : (numbers ??= new Intl.NumberFormat(language)).format(n);
  /** @type {Say} */
  const say = (key, values = {}) => {
    /** @type {Message} */
    const message = messages[key] ?? ENGLISH[key];
    const pattern =
      typeof message === 'string'
        ? message
        : (message[category(Number(values.n))] ?? message.other ?? '');
    return pattern.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? format(value) : value;
    });
  };
  return Object.assign(say, {
    language,
    direction: /** @type {'ltr' | 'rtl'} */ (RTL.test(language) ? 'rtl' : 'ltr'),
  });
}
