/**
 * A standfirst beside an article that goes on: says how much is new since it was read, and takes it
 * in when the person asks for it, not before.
 *
 * @module
 */

import { watchChanges } from './page/changes.js';
import { make } from './panel/build.js';
import { markNews } from './places.js';

/** @typedef {import('./summary-view.js').SummaryView} SummaryView */

/**
 * @param {object} options
 * @param {Document} options.document
 * @param {import('./panel/replies.js').Replies} options.replies
 * @param {import('./panel/messages.js').Phrases} options.say
 * @param {() => SummaryView | null} options.shown what the panel shows
 * @param {() => Promise<SummaryView | null>} options.readAgain `null` if the text is as it was
 * @param {(view: SummaryView) => void} options.take shows it
 * @param {AbortSignal} options.signal
 */
export function followArticle({ document, replies, say, shown, readAgain, take, signal }) {
  const roots = new Set([
    document.body,
    ...(shown()?.elements ?? []).map((element) => element?.getRootNode() ?? document.body),
  ]);
  roots.delete(/** @type {any} */ (document));
  let told = 0;
  /** What was read when that was told. @type {SummaryView | null} */
  let news = null;
  const notice = make(document, 'button', { type: 'button', class: 'notice' });
  const show = () => {
    if (!news) return;
    told = 0;
    replies.replaceTimes(null);
    take(news);
    replies.focusNews();
  };
  notice.addEventListener('click', show, { signal });
  const onRest = async () => {
    const later = await readAgain();
    const before = shown();
    const count = later && before ? markNews(later, before) : 0;
    if (!later || signal.aborted || (count === 0 && told === 0)) {
      return false;
    }
    if (count === told) {
      return true;
    }
    told = count;
    if (count === 0) {
      replies.replaceTimes(null);
      return true;
    }
    news = later;
    // One control for all news, so that the focus on it is kept.
    notice.textContent = say('changed', { n: count });
    if (!notice.isConnected) replies.replaceTimes(notice);
    replies.announce('changed', { n: count });
    return true;
  };
  watchChanges({ roots: [...roots], onRest, signal });
}
