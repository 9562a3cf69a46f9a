/**
 * What may go wrong with an engine, by name.
 *
 * @module
 */

/** An engine that cannot answer; `code` says why, `cause` holds what was thrown. */
export class EngineError extends Error {
  /**
   * @param {'forbidden' | 'unreachable' | 'trap' | 'page'} code
   *   `forbidden`: the page's Content-Security-Policy forbids WebAssembly; `unreachable`: the wasm file did
   *   not come; `trap`: the core failed twice; `page`: the page's arrays contradict one another
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = 'EngineError';
    this.code = code;
  }
}

/**
 * The code of anything that was thrown.
 *
 * @param {unknown} error
 */
export function codeOf(error) {
  const code = /** @type {{code?: unknown} | null} */ (error)?.code;
  return typeof code === 'string' ? code : 'unknown';
}
