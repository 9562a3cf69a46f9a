/**
 * The panel's words: what the first standfirst says in English; the rest of English is in
 * `more-messages.js`, other languages in `messages/`, loaded when first needed.
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
  collapse: 'Fold the summary',
  expand: 'Unfold the summary',
  dismiss: 'Remove the summary',
  show: 'Show sentence {n} in the article',
  length: 'Length',
  sentences: { one: '{n} sentence', other: '{n} sentences' },
  instead: '{short} instead of {long}',
  more: 'More',
  reading: 'Reading the article…',
  partial: 'This page shows only a part of the article; the summary covers that part.',
  unknownLanguage: 'The language is not known to Standfirst, so the choice is rougher.',
  failed: 'The summary could not be made. Nothing was sent anywhere.',
  retry: 'Try again',
};

/** @typedef {keyof typeof ENGLISH | keyof typeof import('./more-messages.js').MORE_ENGLISH} Key */

/** @typedef {Record<Key, Message>} Messages */

/**
 * @callback Say
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */

/**
 * @typedef {object} Tongue
 * @property {string} language BCP 47
 * @property {'ltr' | 'rtl'} direction
 * @property {(words: Partial<Messages>) => void} [learn] takes in words beyond those of the first
 *   standfirst; none where all are known
 */

/** @typedef {Say & Tongue} Phrases */

const RTL = /^(ar|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i;

/**
 * Phrases in one language.
 *
 * @param {string} language BCP 47, of `messages`
 * @param {Partial<Messages>} messages missing ones are said in English
 * @param {'all' | 'first'} [known] whether `messages` has all that will be said
 * @returns {Phrases}
 */
export function phrases(language, messages, known = 'all') {
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
    const message =
      messages[key] ?? ENGLISH[/** @type {keyof typeof ENGLISH} */ (key)] ?? ENGLISH.failed;
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
    ...(known === 'first' && {
      learn: (/** @type {Partial<Messages>} */ words) => (messages = { ...words, ...messages }),
    }),
  });
}
