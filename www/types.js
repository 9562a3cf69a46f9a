/**
 * The shapes that cross between the parts: the page in its flat form, the engine, the summary.
 * Types only; nothing runs here. `src/page.rs`, `src/parts.rs` and `src/summary.rs` are the other side.
 *
 * @module
 */

/**
 * A page in its flat form. String lists are joined by U+0000, a descriptor's fields by U+0001.
 * Plain arrays may stand for the typed ones, since extension messages are JSON.
 *
 * @typedef {object} FlatPage
 * @property {string} text the blocks' texts, white space collapsed, `<br>` as a line feed
 * @property {string} descriptors distinct element descriptors: tag, class and id, role, item, data
 * @property {string} metadata keys and values in turn (keys: see `Metadata` in `src/page.rs`)
 * @property {Uint32Array | number[]} elements 3 numbers each: parent + 1 or 0, descriptor, flags
 * @property {Uint32Array | number[]} blocks 7 numbers each: element, link units, links, bold units,
 *   italic units, media before, flags
 * @property {boolean} plain whether the blocks are known to be the story
 */

/**
 * What the reader gives: the flat page for the engine, and per block the way back to the document.
 *
 * @typedef {object} Reading
 * @property {FlatPage} page
 * @property {Node[][]} nodes per block, the text nodes (and `<br>` elements) that its text came from, in order
 * @property {number[]} starts per block, where in its first node its text begins (preformatted text
 *   may be parted inside one node)
 */

/**
 * @typedef {object} SummaryOptions
 * @property {number} [sentences] how many sentences, 1 to 12 (default 3)
 * @property {number} [words] a budget of words instead
 * @property {string} [language] BCP 47, over what the page says
 * @property {string[]} [focus] words that the reader cares about
 */

/**
 * One interface, two makes: `engine/local.js` (this realm) and `engine/remote.js` (by messages).
 *
 * @typedef {object} Engine
 * @property {(page: FlatPage, options?: SummaryOptions, signal?: AbortSignal) => Promise<Summary>} summarize
 * @property {(text: string, language?: string) => Promise<string[]>} segment
 * @property {(language?: string) => void} [prepare] gets what the first call will need, while the page is read,
 *   which claims a language
 */

/**
 * As much of an engine as a panel needs.
 *
 * @typedef {Pick<Engine, 'summarize'> & Partial<Engine>} Summarizer
 */

/**
 * @typedef {object} SummarySentence
 * @property {string} text verbatim
 * @property {number} index into the columns of `story`
 * @property {number} block into `story.sources`
 * @property {number} start UTF-16 units in the block's text
 * @property {number} end
 * @property {number} score salience, 0 to 1
 * @property {string[]} reasons codes, the weightiest first
 * @property {string} [speaker]
 */

/**
 * @typedef {object} Story
 * @property {number[]} sources page block of each story block
 * @property {string[]} roles code of each story block
 * @property {number[]} block story block of each sentence
 * @property {number[]} start of each sentence in its block, UTF-16 units
 * @property {number[]} end
 * @property {number[]} salience of each sentence, 0 to 1
 */

/**
 * @typedef {object} Summary
 * @property {'ok' | 'partial' | 'too-short' | 'not-an-article'} status
 * @property {string} reason a code, or empty
 * @property {string} language BCP 47, `und` if unknown
 * @property {'ltr' | 'rtl'} direction
 * @property {string} title
 * @property {string} byline
 * @property {string} published ISO 8601, or empty
 * @property {string} siteName
 * @property {string} standfirst the site's own, or empty
 * @property {string} genre
 * @property {SummarySentence[]} sentences chosen ones, in reading order
 * @property {number[]} order nested: the summary of n is the first n, put into reading order
 * @property {Story} story
 * @property {string[]} keywords
 * @property {{words: number, sentences: number, summaryWords: number}} counts
 */

/**
 * Reads a document; `reader.js` holds the one make.
 *
 * @callback Read
 * @param {Document} document
 * @returns {Reading}
 */

/**
 * The same in turns, between which the page is free to act.
 *
 * @callback ReadInTurns
 * @param {Document} document
 * @returns {Promise<Reading>}
 */

/**
 * Finds the live place of a span of a page block; `page/locate.js` holds the one make.
 *
 * @callback Locate
 * @param {Reading} reading
 * @param {number} block page block
 * @param {number} start UTF-16 units in the block's text
 * @param {number} end
 * @returns {Range | null} `null` when the nodes have left the document or changed
 */

/** @typedef {'idle' | 'reading' | 'ready' | 'not-an-article' | 'failed'} State */

/**
 * A list, a text, or the one sentence that says most.
 *
 * @typedef {'points' | 'paragraph' | 'headline'} SummaryType
 */

/**
 * What a person chose, kept for the next article.
 *
 * @typedef {object} Choice
 * @property {number} [length] sentences
 * @property {SummaryType} [type]
 * @property {boolean} [collapsed]
 * @property {boolean} [marks] whether chosen sentences are marked in the article's margin
 */

/**
 * Where choices are kept. Both may fail; the shell does without.
 *
 * @typedef {object} ChoiceStore
 * @property {() => Choice | Promise<Choice>} load
 * @property {(choice: Choice, by: Event) => void | Promise<void>} save `by` is what the control heard
 */

/**
 * What the panel shows.
 *
 * @typedef {object} PanelView
 * @property {State} state
 * @property {string} message a sentence about the state, or empty
 * @property {{index: number, text: string, isNew: boolean}[]} sentences chosen ones, in reading order
 * @property {number} length how many are asked for
 * @property {number} longest the slider's end
 * @property {number} total sentences of the article
 * @property {string} lengthText the length in words, for people who hear it
 * @property {string} figures reading times, or empty
 * @property {SummaryType} type
 * @property {boolean} collapsed
 * @property {string} language the article's
 * @property {'ltr' | 'rtl'} direction the article's
 */

/**
 * What the panel asks of the controller.
 *
 * @typedef {object} PanelActions
 * @property {(index: number) => void} visit goes to a sentence of the article
 * @property {(length: number, by: Event) => void} setLength
 * @property {(collapsed: boolean, by: Event) => void} setCollapsed
 * @property {() => void} dismiss
 * @property {() => void} retry
 * @property {() => void} [openTools] none: the panel has no tools
 */

/**
 * @typedef {object} Failure
 * @property {string} code
 * @property {unknown} cause
 */

/**
 * @typedef {object} ControllerOptions
 * @property {Document} document the page
 * @property {Summarizer} engine
 * @property {Read} read `read` of reader.js
 * @property {ReadInTurns} [readInTurns] that of reader.js; without it a page is read in one go
 * @property {Locate} [locate] (default: `locate` of page/locate.js)
 * @property {'site' | 'extension'} [origin] whose panel it is (default `site`)
 * @property {string} [styles] the panel's rules (default: those in a site's own page)
 * @property {HTMLElement} [mount] the element that gets the shadow root. An element that is not
 *   connected, and the default (a `<div>`), is put under the headline when there is something to
 *   show, and taken away by `destroy`.
 * @property {() => void} [place] puts such an element elsewhere
 * @property {'headline' | 'story'} [placement] where such an element is put (default `headline`)
 * @property {'all' | 'summary'} [show] whether states other than a summary are shown too (`all`)
 * @property {string} [uiLanguage] BCP 47 of the panel's own words (default `en`)
 * @property {Partial<import('./panel/messages.js').Messages>} [messages] words instead of ours
 * @property {string} [language] of the article, over what the page says
 * @property {Choice} [choice] what holds until a person chooses
 * @property {ChoiceStore} [store] where a person's choices are kept
 * @property {AbortSignal} [signal] destroys the controller
 * @property {(state: State, detail: {summary: Summary | null, failure: Failure | null}) => void}
 *   [onState]
 * @property {() => void} [onDismiss] when a person removes the panel, right before it goes
 */

export {};
