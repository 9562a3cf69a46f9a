/**
 * The engine in another realm, reached by one-shot messages. `serve.js` is the other side.
 *
 * Extension messages are JSON in Chromium, so typed arrays go as ordinary ones. A large page goes
 * in parts, so that no message comes near the browser's limit. Nothing is kept open between
 * messages: a background that was stopped starts again with the next one, and what it forgot
 * is sent once more.
 *
 * @module
 */

/**
 * Text units, or numbers, in one message. Chromium refuses messages over 64 MiB; a unit takes at
 * most six bytes of JSON ("\u0001"), a number here seven, so a part stays under 8 MiB.
 */
export const PART_UNITS = 1 << 20;

/** What a page is made of, in the order in which it is sent. */
const FIELDS = /** @type {const} */ (['text', 'descriptors', 'metadata', 'elements', 'blocks']);

/** Times that a request is made: the background may be stopped once while it is at work. */
const ATTEMPTS = 2;

/** What went wrong on the way to the engine or in it; `code` says what. */
class RemoteEngineError extends Error {
  name = 'RemoteEngineError';

  /**
   * @param {string} code `unreachable`, or what the engine says
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
}

/**
 * @typedef {object} Part
 * @property {typeof FIELDS[number]} field
 * @property {string | number[]} value a piece of the field, to be put after the ones before
 */

/**
 * @typedef {(
 *   | {type: 'part', id: string, sequence: number, part: Part}
 *   | {type: 'summarize', id: string, count: number, parts: Part[], plain: boolean,
 *      options: import('../types.js').SummaryOptions}
 *   | {type: 'segment', text: string, language: string}
 *   | {type: 'abort', id: string}
 * )} EngineRequest
 */

/** @typedef {{value: any} | {error: {code: string, message: string}}} EngineAnswer */

/**
 * An engine behind `send`.
 *
 * @param {(request: EngineRequest) => Promise<EngineAnswer | undefined>} send
 *   rejects or gives nothing when the other side is gone
 * @returns {import('../types.js').Engine}
 */
export function remoteEngine(send) {
  return {
    async summarize(page, options = {}, signal) {
      signal?.throwIfAborted();
      const id = newId();
      const aborted = () => void send({ type: 'abort', id }).catch(() => {});
      signal?.addEventListener('abort', aborted, { once: true });
      try {
        return await untilAborted(
          persist(() => sendPage(send, { id, page, options, signal })),
          signal,
        );
      } finally {
        signal?.removeEventListener('abort', aborted);
      }
    },
    segment: (text, language = '') => persist(() => ask(send, { type: 'segment', text, language })),
  };
}

/**
 * @param {(request: EngineRequest) => Promise<EngineAnswer | undefined>} send
 * @param {object} job
 * @param {string} job.id
 * @param {import('../types.js').FlatPage} job.page
 * @param {import('../types.js').SummaryOptions} job.options
 * @param {AbortSignal} [job.signal]
 */
async function sendPage(send, { id, page, options, signal }) {
  const parts = [...cut(page)];
  const whole = parts.reduce((units, { value }) => units + value.length, 0) <= PART_UNITS;
  if (!whole) {
    for (const [sequence, part] of parts.entries()) {
      signal?.throwIfAborted();
      await ask(send, { type: 'part', id, sequence, part });
    }
  }
  signal?.throwIfAborted();
  return ask(send, {
    type: 'summarize',
    id,
    count: whole ? 0 : parts.length,
    parts: whole ? parts : [],
    plain: page.plain,
    options,
  });
}

/**
 * The page's fields in pieces of at most `PART_UNITS`.
 *
 * @param {import('../types.js').FlatPage} page
 * @returns {Generator<Part>}
 */
function* cut(page) {
  for (const field of FIELDS) {
    const whole = page[field];
    for (let at = 0; at < whole.length;) {
      const end = pieceEnd(whole, at);
      const piece = whole.slice(at, end);
      yield { field, value: typeof piece === 'string' ? piece : Array.from(piece) };
      at = end;
    }
  }
}

/**
 * @param {string | ArrayLike<number>} whole
 * @param {number} at
 */
function pieceEnd(whole, at) {
  const end = Math.min(at + PART_UNITS, whole.length);
  if (typeof whole !== 'string' || end === whole.length) return end;
  // Halves of a surrogate pair, sent apart, may be replaced on the way.
  const last = whole.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}

/**
 * @param {(request: EngineRequest) => Promise<EngineAnswer | undefined>} send
 * @param {EngineRequest} request
 */
async function ask(send, request) {
  let answer;
  try {
    answer = await send(request);
  } catch (cause) {
    throw new RemoteEngineError('unreachable', 'the background did not answer', { cause });
  }
  if (!answer) throw new RemoteEngineError('unreachable', 'the background stopped');
  if ('error' in answer) throw new RemoteEngineError(answer.error.code, answer.error.message);
  return answer.value;
}

/**
 * Runs a request again when the other side was stopped, or started anew and forgot the parts.
 *
 * @template T
 * @param {() => Promise<T>} request
 * @returns {Promise<T>}
 */
async function persist(request) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const code = error instanceof RemoteEngineError ? error.code : '';
      if (attempt >= ATTEMPTS || (code !== 'unreachable' && code !== 'forgotten')) throw error;
    }
  }
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function newId() {
  return crypto.getRandomValues(new Uint32Array(3)).join('-');
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
function untilAborted(work, signal) {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason);
    signal.addEventListener('abort', give, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });
}
