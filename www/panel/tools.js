/**
 * The tools under the summary: how it is set, focus words, and taking it along.
 *
 * @module
 */

import { make } from './build.js';

/**
 * @typedef {object} ToolActions
 * @property {(type: import('../types.js').SummaryType, by: Event) => void} setType
 * @property {(marks: boolean, by: Event) => void} setMarks
 * @property {(words: string[]) => void} setFocus
 * @property {() => Promise<boolean>} copyText whether it went well
 * @property {() => Promise<boolean>} copyMarkdown
 * @property {(() => void) | null} share `null` where the browser has no share sheet
 * @property {(() => void) | null} listen starts or stops; `null` where there is no voice
 */

/** How long a button says that it has copied. */
const COPIED_FOR_MS = 2000;

/**
 * @typedef {object} ToolState
 * @property {import('../types.js').SummaryType} type
 * @property {boolean} marks
 * @property {string[]} keywords of the article
 * @property {string[]} focus
 * @property {boolean} listening
 * @property {string} language of the article
 */

export class Tools {
  #document;
  #say;
  #actions;
  #types;
  #marks;
  #chips;
  #input;
  #listen;
  /** @type {string[]} */
  #focus = [];
  element;

  /**
   * @param {object} options
   * @param {Document} options.document
   * @param {import('./messages.js').Phrases} options.say
   * @param {ToolActions} options.actions
   * @param {AbortSignal} options.signal
   */
  constructor({ document, say, actions, signal }) {
    this.#document = document;
    this.#say = say;
    this.#actions = actions;
    const listening = { signal };
    /**
     * @param {import('./messages.js').Key} key
     * @param {(by: Event) => void} action
     */
    const button = (key, action) => {
      const made = make(document, 'button', { type: 'button' }, [say(key)]);
      made.addEventListener('click', action, listening);
      return made;
    };
    /**
     * @param {import('./messages.js').Key} key
     * @param {() => Promise<boolean>} action
     */
    const copyButton = (key, action) => {
      // Its name stays: the status says aloud what the text shows.
      const made = button(key, async () => {
        const done = await action();
        made.textContent = say(done ? 'copied' : 'copyFailed');
        setTimeout(() => (made.textContent = say(key)), COPIED_FOR_MS);
      });
      made.setAttribute('aria-label', say(key));
      return made;
    };
    this.#types = {
      points: button('points', (by) => actions.setType('points', by)),
      paragraph: button('paragraph', (by) => actions.setType('paragraph', by)),
      headline: button('headline', (by) => actions.setType('headline', by)),
    };
    this.#marks = button('marks', (by) =>
      actions.setMarks(this.#marks.getAttribute('aria-pressed') !== 'true', by),
    );
    this.#listen = actions.listen && button('listen', actions.listen);
    const row = make(document, 'div', { class: 'row' }, [
      make(document, 'div', { class: 'choice', role: 'group' }, Object.values(this.#types)),
      this.#marks,
      copyButton('copy', actions.copyText),
      copyButton('copyMarkdown', actions.copyMarkdown),
      ...(actions.share ? [button('share', actions.share)] : []),
      ...(this.#listen ? [this.#listen] : []),
    ]);
    this.#input = make(document, 'input', {
      type: 'text',
      id: 'focus',
      autocomplete: 'off',
      'aria-label': say('focus'),
      placeholder: say('focusHint'),
    });
    this.#chips = make(document, 'div', { class: 'chips', role: 'group' });
    this.#chips.setAttribute('aria-label', say('focus'));
    const form = make(document, 'form', { class: 'row' }, [
      make(document, 'label', { for: 'focus' }, [say('focus')]),
      this.#chips,
      this.#input,
    ]);
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        const words = this.#input.value.split(/[\s,;،、]+/).filter(Boolean);
        this.#input.value = '';
        actions.setFocus([...new Set([...this.#focus, ...words])]);
      },
      listening,
    );
    this.#chips.addEventListener(
      'click',
      (event) => {
        const word = /** @type {HTMLElement} */ (event.target).closest('button')?.textContent;
        if (word) {
          this.#toggle(word);
        }
      },
      listening,
    );
    this.element = make(
      document,
      'div',
      { class: 'tools', part: 'tools', id: 'tools', lang: say.language, dir: say.direction },
      [row, form],
    );
  }

  /** @param {ToolState} state */
  show({ type, marks, keywords, focus, listening, language }) {
    this.#focus = focus;
    for (const [name, button] of Object.entries(this.#types)) {
      button.setAttribute('aria-pressed', String(name === type));
    }
    this.#marks.setAttribute('aria-pressed', String(marks));
    const words = [...new Set([...keywords, ...focus])];
    const shown = [...this.#chips.children].map((chip) => chip.textContent);
    if (words.join('\n') !== shown.join('\n')) {
      const focused = this.#chips.querySelector(':focus');
      this.#chips.replaceChildren(
        ...words.map((word) =>
          make(this.#document, 'button', { type: 'button', lang: language, dir: 'auto' }, [word]),
        ),
      );
      if (focused) {
        const same = words.indexOf(focused.textContent ?? '');
        /** @type {HTMLElement} */ (this.#chips.children[same] ?? this.#input).focus();
      }
    }
    [...this.#chips.children].forEach((chip, at) => {
      chip.setAttribute('aria-pressed', String(focus.includes(words[at])));
    });
    if (this.#listen) {
      // Its words say which of the two it does, so it is no toggle that is pressed.
      this.#listen.textContent = this.#say(listening ? 'stop' : 'listen');
    }
  }

  /** @param {string} word */
  #toggle(word) {
    const rest = this.#focus.filter((other) => other !== word);
    this.#actions.setFocus(rest.length < this.#focus.length ? rest : [...rest, word]);
  }
}
