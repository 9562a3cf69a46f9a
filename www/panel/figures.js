/**
 * Reading times: how long a text takes an average adult to read in silence.
 *
 * Speeds are of Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance:
 * The New International Reading Speed Texts IReST", IOVS 53 (2012), table 2: words a minute, and
 * characters a minute for Chinese and Japanese, which are written without spaces.
 *
 * @module
 */

/** @type {Record<string, number>} */
const WORDS_PER_MINUTE = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};

/** @type {Record<string, number>} */
const CHARACTERS_PER_MINUTE = { ja: 357, zh: 255 };

/** Mean of the seventeen languages, for all others. */
const DEFAULT_WORDS_PER_MINUTE = 184;

/**
 * Seconds that the texts take to read.
 *
 * @param {string[]} texts
 * @param {string} language BCP 47
 */
export function readingSeconds(texts, language) {
  const primary = language.split('-')[0].toLowerCase();
  const characters = CHARACTERS_PER_MINUTE[primary];
  let units = 0;
  for (const text of texts) {
    units += characters ? text.replace(/\s/g, '').length : text.split(/\s+/).filter(Boolean).length;
  }
  return (units * 60) / (characters ?? WORDS_PER_MINUTE[primary] ?? DEFAULT_WORDS_PER_MINUTE);
}

/**
 * A duration as people say it: seconds in fives up to a minute and a half, then minutes.
 *
 * @param {number} seconds
 * @param {string} language BCP 47, of the panel's words
 */
export function sayDuration(seconds, language) {
  const short = seconds < 90;
  const value = short ? Math.max(5, Math.round(seconds / 5) * 5) : Math.round(seconds / 60);
  // As in `messages.js`: English does without Intl.
  if (language === 'en' && value < 1000) return `${value} ${short ? 'sec' : 'min'}`;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: short ? 'second' : 'minute',
    unitDisplay: 'short',
  }).format(value);
}
