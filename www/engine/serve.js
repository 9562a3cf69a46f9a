/**
 * Answers the messages of `remote.js` with a local engine: the background's side.
 *
 * What it keeps is bounded and may be lost at any moment; the other side then sends it again.
 *
 * @module
 */

import { inNextTask } from '../next-task.js';

/** Pages that may be on their way at once; the oldest is forgotten first. */
const MAX_PENDING = 8;

/** Parts of one page: at a million units each, over three times what the reader hands over. */
const MAX_PARTS = 64;

/** @typedef {import('./remote.js').EngineRequest} EngineRequest */
/** @typedef {import('./remote.js').EngineAnswer} EngineAnswer */
/** @typedef {import('./remote.js').Part} Part */

/**
 * @typedef {object} Service
 * @property {(request: EngineRequest, sender?: number) => Promise<EngineAnswer> | null} answer
 *   `null` for what is not an engine's request. Never rejects. `sender` is whose request it is.
 * @property {(sender: number) => void} forget drops all that a sender has under way
 */

/**
 * @param {import('../types.js').Engine} engine
 * @returns {Service}
 */
export function serveEngine(engine) {
  /** @type {Map<string, {sender: number, parts: Part[]}>} */
  const pending = new Map();
  /** @type {Map<string, {sender: number, abort: AbortController}>} */
  const running = new Map();
  /** One at a time, so that an abort that came in meanwhile is heard before the next begins. */
  let turn = Promise.resolve();

  /** @param {Extract<EngineRequest, {type: 'part'}>} request @param {number} sender */
  function keep({ id, sequence, part }, sender) {
    const page = pending.get(id) ?? { sender, parts: [] };
    if (sequence === 0) page.parts = [];
    if (page.parts.length !== sequence || sequence >= MAX_PARTS) {
      throw coded('forgotten', `part ${sequence} without the parts before it`);
    }
    page.parts.push(part);
    pending.delete(id);
    pending.set(id, page);
    const [oldest] = pending.keys();
    if (pending.size > MAX_PENDING) pending.delete(oldest);
  }

  /** @param {Extract<EngineRequest, {type: 'summarize'}>} request @param {number} sender */
  async function summarize({ id, count, parts, plain, options }, sender) {
    const kept = pending.get(id)?.parts ?? [];
    pending.delete(id);
    if (kept.length !== count)
      throw coded('forgotten', `${kept.length} of ${count} parts are here`);
    const page = assemble(count > 0 ? kept : parts, plain);
    const abort = new AbortController();
    running.set(id, { sender, abort });
    const before = turn;
    // In a task of its own, so that messages that wait are heard.
    const done = before
      .then(() => new Promise((next) => inNextTask(() => next(null))))
      .then(() => engineRun(page, options, abort.signal));
    turn = done.then(
      () => {},
      () => {},
    );
    try {
      return await done;
    } finally {
      running.delete(id);
    }
  }

  /**
   * @param {import('../types.js').FlatPage} page
   * @param {import('../types.js').SummaryOptions} options
   * @param {AbortSignal} signal
   */
  async function engineRun(page, options, signal) {
    signal.throwIfAborted();
    return engine.summarize(page, options, signal);
  }

  return {
    answer(request, sender = -1) {
      switch (request?.type) {
        case 'part':
          return answerOf(async () => keep(request, sender));
        case 'summarize':
          return answerOf(() => summarize(request, sender));
        case 'segment':
          return answerOf(() => engine.segment(request.text, request.language));
        case 'abort':
          return answerOf(async () => {
            pending.delete(request.id);
            running.get(request.id)?.abort.abort();
          });
        default:
          return null;
      }
    },
    forget(sender) {
      for (const [id, page] of pending) if (page.sender === sender) pending.delete(id);
      // Should the sender still be there (news of a page's loading may come after the page's own
      // request), it hears that it was forgotten, and asks again.
      const reason = coded('forgotten', 'the tab went to another page');
      for (const job of running.values()) if (job.sender === sender) job.abort.abort(reason);
    },
  };
}

/**
 * @param {() => Promise<any>} work
 * @returns {Promise<EngineAnswer>}
 */
async function answerOf(work) {
  try {
    return { value: (await work()) ?? null };
  } catch (error) {
    const { code, name, message } = /** @type {any} */ (error ?? {});
    const known = typeof code === 'string' ? code : name === 'AbortError' ? 'aborted' : 'failed';
    return { error: { code: known, message: String(message) } };
  }
}

/**
 * @param {Part[]} parts
 * @param {boolean} plain
 * @returns {import('../types.js').FlatPage}
 */
function assemble(parts, plain) {
  const strings = (/** @type {string} */ field) =>
    parts.map((part) => (part.field === field ? part.value : '')).join('');
  const numbers = (/** @type {string} */ field) =>
    Uint32Array.from(
      parts.flatMap(({ field: own, value }) =>
        own === field && Array.isArray(value) ? value : [],
      ),
    );
  return {
    text: strings('text'),
    descriptors: strings('descriptors'),
    metadata: strings('metadata'),
    elements: numbers('elements'),
    blocks: numbers('blocks'),
    plain,
  };
}

/**
 * @param {string} code
 * @param {string} message
 */
function coded(code, message) {
  return Object.assign(new Error(message), { code });
}
