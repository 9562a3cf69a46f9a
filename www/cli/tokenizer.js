/**
 * parse5's tokenizer, which takes a run of plain characters at once instead of one after the other.
 *
 * Every state's own code is parse5's. It is given the first character of a run, and where it stayed in
 * its state the rest of the run is found by the string search of the JavaScript engine. News pages are
 * scripts for the most part, so this halves the time of parsing. A test holds the trees to parse5's own.
 *
 * @module
 */

import { InsertionMode, Token, Tokenizer, TokenizerMode } from 'parse5';

const { CHARACTER, WHITESPACE_CHARACTER } = Token.TokenType;

/** Modes in which white space among letters is treated as they are, so that one token may hold both. */
const ONE_TOKEN = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.TEXT,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_SELECT,
  InsertionMode.IN_SELECT_IN_TABLE,
  InsertionMode.IN_TEMPLATE,
]);

/** @typedef {'<' | '&' | '"' | "'" | '-'} Mark */

const SPACES = /[\t\n\f ]*/y;
const LETTERS = /[^\t\n\f <&]*/y;
const UNQUOTED = /[^\t\n\f "'&<=>`]*/y;
const NAME = /[a-z\d:_-]*/y;

/**
 * Whether a source can be taken by runs: the standard has a rule of its own for NUL.
 *
 * @param {string} source
 */
export function hasPlainRuns(source) {
  return !source.includes('\0');
}

/** For sources of one piece, without NUL or carriage returns, and without places. */
export class RunTokenizer extends Tokenizer {
  /** Where each mark was last found. @type {Record<Mark, number>} */
  #next = { '<': -1, '&': -1, '"': -1, "'": -1, '-': -1 };
  #parser;

  /** @param {import('parse5').Parser<any>} parser */
  constructor(parser) {
    super(parser.options, parser);
    this.#parser = parser;
    // The source is in memory as a whole: dropping what is parsed would only move places.
    this.preprocessor.bufferWaterline = Infinity;
  }

  /** @override @param {number} cp */
  _stateData(cp) {
    super._stateData(cp);
    if (this.state === TokenizerMode.DATA) this.#takeText();
  }

  /** @override @param {number} cp */
  _stateRcdata(cp) {
    super._stateRcdata(cp);
    if (this.state === TokenizerMode.RCDATA) this.#takeText();
  }

  /** @override @param {number} cp */
  _stateRawtext(cp) {
    super._stateRawtext(cp);
    if (this.state === TokenizerMode.RAWTEXT) this.#takeUntil('<');
  }

  /** @override @param {number} cp */
  _stateScriptData(cp) {
    super._stateScriptData(cp);
    if (this.state === TokenizerMode.SCRIPT_DATA) this.#takeUntil('<');
  }

  /** @override @param {number} cp */
  _stateTagName(cp) {
    const { state } = this;
    super._stateTagName(cp);
    if (this.state === state && this.currentToken) {
      /** @type {Token.TagToken} */ (this.currentToken).tagName += this.#takeName();
    }
  }

  /** @override @param {number} cp */
  _stateAttributeName(cp) {
    const { state } = this;
    super._stateAttributeName(cp);
    if (this.state === state) this.currentAttr.name += this.#takeName();
  }

  /** @override @param {number} cp */
  _stateBeforeAttributeName(cp) {
    const { state } = this;
    super._stateBeforeAttributeName(cp);
    if (this.state === state) this.preprocessor.pos = this.#endOf(SPACES) - 1;
  }

  /** @override @param {number} cp */
  _stateAttributeValueDoubleQuoted(cp) {
    const { state } = this;
    super._stateAttributeValueDoubleQuoted(cp);
    if (this.state === state) this.#takeUntil('"', '&');
  }

  /** @override @param {number} cp */
  _stateAttributeValueSingleQuoted(cp) {
    const { state } = this;
    super._stateAttributeValueSingleQuoted(cp);
    if (this.state === state) this.#takeUntil("'", '&');
  }

  /** @override @param {number} cp */
  _stateAttributeValueUnquoted(cp) {
    const { state } = this;
    super._stateAttributeValueUnquoted(cp);
    if (this.state === state) this.#take(this.#endOf(UNQUOTED));
  }

  /** @override @param {number} cp */
  _stateComment(cp) {
    const { state } = this;
    super._stateComment(cp);
    if (this.state === state) this.#takeUntil('-', '<');
  }

  /** Takes the text that goes on in the character token that was begun. */
  #takeText() {
    const type = this.currentCharacterToken?.type;
    if (type === WHITESPACE_CHARACTER) {
      this.#take(this.#endOf(SPACES));
    } else if (type === CHARACTER) {
      if (ONE_TOKEN.has(this.#parser.insertionMode)) this.#takeUntil('<', '&');
      else this.#take(this.#endOf(LETTERS));
    }
  }

  /**
   * Takes what stands before the next of two marks.
   *
   * @param {Mark} one
   * @param {Mark} other
   */
  #takeUntil(one, other = one) {
    this.#take(Math.min(this.#find(one), this.#find(other)));
  }

  /**
   * Where a mark stands next. It is searched for once, however often it is asked for before it is
   * reached: else a page of references without a tag would be searched to its end for each.
   *
   * @param {Mark} mark
   */
  #find(mark) {
    const { html, pos } = this.preprocessor;
    if (this.#next[mark] <= pos) {
      const found = html.indexOf(mark, pos + 1);
      this.#next[mark] = found < 0 ? html.length : found;
    }
    return this.#next[mark];
  }

  #takeName() {
    const { html, pos } = this.preprocessor;
    const end = this.#endOf(NAME);
    this.preprocessor.pos = end - 1;
    return html.slice(pos + 1, end);
  }

  /**
   * Where the characters end that a sticky pattern takes from here.
   *
   * @param {RegExp} pattern
   */
  #endOf(pattern) {
    const { html, pos } = this.preprocessor;
    if (pos >= html.length) return pos + 1;
    pattern.lastIndex = pos + 1;
    pattern.test(html);
    return pattern.lastIndex;
  }

  /**
   * Makes the characters up to a place a part of the token or value that is being built.
   *
   * @param {number} end
   */
  #take(end) {
    const { preprocessor, runEnd } = this;
    const start = preprocessor.pos + 1;
    if (end <= start) return;
    if (runEnd !== start) {
      this._flushRun('');
      this.runStart = start;
    }
    this.runEnd = end;
    preprocessor.pos = end - 1;
  }
}
