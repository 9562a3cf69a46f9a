/**
 * Reads sentences aloud with the browser's own voices.
 *
 * @module
 */

/**
 * The browser's voice for a language, of its country if there is one. Only voices on the device count: others would
 * send the text away.
 *
 * @param {Window} view
 * @param {string} language BCP 47
 */
export function voiceFor(view, language) {
  const wanted = language.toLowerCase();
  const own = (view.speechSynthesis?.getVoices() ?? []).filter((voice) => voice.localService);
  const tag = (/** @type {SpeechSynthesisVoice} */ { lang }) =>
    lang.toLowerCase().replace('_', '-');
  const primary = (/** @type {string} */ of) => of.split('-')[0];
  return (
    own.find((voice) => tag(voice) === wanted) ??
    own.find((voice) => primary(tag(voice)) === primary(wanted)) ??
    null
  );
}

/**
 * Speaks the sentences in turn.
 *
 * @param {object} options
 * @param {Window} options.view
 * @param {SpeechSynthesisVoice} options.voice
 * @param {{index: number, text: string}[]} options.sentences
 * @param {(index: number | null) => void} options.onSentence the one being spoken; `null` at the end
 * @param {AbortSignal} options.signal stops
 */
export function readAloud({ view, voice, sentences, onSentence, signal }) {
  const synthesis = view.speechSynthesis;
  synthesis.cancel();
  const end = () => {
    if (!signal.aborted) {
      onSentence(null);
    }
  };
  sentences.forEach(({ index, text }, at) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.addEventListener('start', () => onSentence(index), { signal });
    utterance.addEventListener('error', end, { signal });
    if (at === sentences.length - 1) {
      utterance.addEventListener('end', end, { signal });
    }
    synthesis.speak(utterance);
  });
  signal.addEventListener('abort', () => synthesis.cancel(), { once: true });
  view.addEventListener('pagehide', () => synthesis.cancel(), { signal });
}
