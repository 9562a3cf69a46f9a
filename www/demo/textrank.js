/**
 * TextRank beside Standfirst: the npm package ts-textrank, which the demo's server bundles. It gets
 * the sentences that Standfirst has found, so that the two differ in the choice alone.
 *
 * @module
 */

/** Of Mihalcea and Tarau, "TextRank: Bringing Order into Texts", 2004. */
const DAMPING = 0.85;

/** @type {Promise<{default: typeof import('ts-textrank')}>} */
const loading = import(/** @type {any} */ ('/demo/ts-textrank.js'));

/**
 * @param {string[]} sentences
 * @param {string} language BCP 47
 * @param {number} count
 * @returns {Promise<(() => string[])>} does the work: sentences in reading order
 */
export async function textRank(sentences, language, count) {
  const { default: library } = await loading;
  const { AbsoluteSummarizerConfig, NullLogger, SorensenDiceSimilarity, Summarizer } = library;
  const parser = parserOf(library, sentences);
  const config = new AbsoluteSummarizerConfig(
    count,
    new SorensenDiceSimilarity(),
    parser,
    DAMPING,
    Summarizer.SORT_OCCURENCE,
  );
  return () => new Summarizer(config, new NullLogger()).summarize('', language.split('-')[0]);
}

/**
 * @param {typeof import('ts-textrank')} library
 * @param {string[]} sentences
 * @returns {import('ts-textrank').TextParser}
 */
function parserOf({ DefaultTextParser, Sentence, Text, Word }, sentences) {
  const own = new DefaultTextParser();
  return {
    parse: (raw, language) =>
      new Text(
        raw,
        sentences.map((sentence, at) => new Sentence(sentence, wordsOf(sentence, language), at)),
      ),
  };

  /**
   * @param {string} sentence
   * @param {string} language
   */
  function wordsOf(sentence, language) {
    try {
      return own.parse(sentence, language).sentences.flatMap(({ words }) => words);
    } catch {
      // It has no stop words for this language.
      const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(sentence);
      const words = [...segments].filter(({ isWordLike }) => isWordLike);
      return words.map(({ segment }) => new Word(segment));
    }
  }
}
