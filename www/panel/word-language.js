/**
 * Whose words are said to a reader of a language.
 *
 * @module
 */

/**
 * @param {string} tag BCP 47
 * @returns {string} the name of a file in `messages/`, if the panel speaks the language
 */
export function wordLanguage(tag) {
  // Taiwan, Hong Kong and Macau write traditional Chinese, where nothing else is said.
  return /^zh-(?!hans).*\b(hant|tw|hk|mo)\b/i.test(tag)
    ? 'zh-hant'
    : tag.split('-')[0].toLowerCase();
}
