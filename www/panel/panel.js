/**
 * The view: a section in a shadow root with heading, sentences and controls.
 *
 * It needs no custom element, so that it works in an extension's content script too. It reads
 * nothing and decides nothing: the controller says what to show and does what is asked. What it does
 * once the sentences stand is `replies.js`.
 *
 * @module
 */

import { iconButton, make, nameButton, sheetOf } from './build.js';
import { sentenceList } from './sentence-list.js';
import { SITE_STYLES } from './styles.js';

/**
 * @typedef {object} PanelOptions
 * @property {HTMLElement} host gets an open shadow root
 * @property {'site' | 'extension'} origin
 * @property {string} [styles] its rules (default: those in a site's own page)
 * @property {import('./messages.js').Phrases} say
 * @property {import('../types.js').PanelActions} actions
 * @property {AbortSignal} signal ends all listening
 */

/** @typedef {ReturnType<typeof createPanel>} Panel */

/** @param {PanelOptions} options */
export function createPanel({ host, origin, styles = SITE_STYLES, say, actions, signal }) {
  const document = host.ownerDocument;
  const ui = { lang: say.language, dir: say.direction };
  const on = (
    /** @type {HTMLElement} */ control,
    /** @type {string} */ type,
    /** @type {(by: Event) => void} */ action,
  ) => control.addEventListener(type, action, { signal });
  const textButton = (/** @type {import('./messages.js').Key} */ key, attributes = {}) =>
    make(document, 'button', { type: 'button', class: key, ...attributes, ...ui }, [say(key)]);

  const heading = make(document, 'h2', { id: 'heading', part: 'heading', tabindex: '-1', ...ui }, [
    say('heading'),
  ]);
  const times = make(document, 'span');
  const figures = make(document, 'p', { class: 'figures', part: 'figures', ...ui }, [times]);
  const fold = iconButton(document, 'fold', '', { class: 'fold', 'aria-controls': 'body', ...ui });
  const close = iconButton(document, 'close', say('dismiss'), { class: 'dismiss', ...ui });
  const message = make(document, 'p', { id: 'message', class: 'message', part: 'message', ...ui });
  const retry = textButton('retry', { 'aria-describedby': 'message' });
  const list = sentenceList({ document, say, signal, visit: actions.visit });
  const slider = make(document, 'input', {
    type: 'range',
    id: 'length',
    min: '1',
    step: '1',
    'aria-label': say('length'),
    lang: say.language,
  });
  // No <output>: that would be read out beside the slider, which says it already.
  const amount = make(document, 'span', { class: 'amount', ...ui });
  const name = make(document, 'label', { class: 'name', for: 'length', ...ui }, [say('length')]);
  const more = textButton('more', { 'aria-expanded': 'false' });
  // Its height is kept free from the start, so that nothing moves when the strip comes.
  const strip = make(document, 'div', { class: 'strip-place' });
  const controls = make(document, 'div', { class: 'controls', part: 'controls' }, [
    name,
    slider,
    amount,
    ...(actions.openTools ? [more] : []),
  ]);
  const label = make(document, 'p', { class: 'label', part: 'label', ...ui }, [say('label')]);
  const body = make(document, 'div', { id: 'body' }, [
    message,
    retry,
    list.element,
    strip,
    controls,
    label,
  ]);
  // There from the start: a text that comes with its region is not heard everywhere.
  const status = make(document, 'p', { class: 'status', role: 'status', ...ui });
  const card = make(
    document,
    'section',
    { class: 'card', part: 'card', 'aria-labelledby': 'heading' },
    [
      ...(origin === 'extension'
        ? [make(document, 'p', { class: 'foreign', ...ui }, [say('foreign')])]
        : []),
      make(document, 'header', {}, [heading, figures, fold, close]),
      body,
      status,
    ],
  );
  on(fold, 'click', (by) => actions.setCollapsed(!body.hidden, by));
  on(slider, 'input', (by) => actions.setLength(slider.valueAsNumber, by));
  on(close, 'click', actions.dismiss);
  on(retry, 'click', () => {
    // It goes until it is needed again; the focus waits beside it.
    heading.focus();
    actions.retry();
  });
  if (actions.openTools) on(more, 'click', actions.openTools);
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetOf(styles)];
  root.replaceChildren(card);

  return {
    /** What `replies.js` deals with. */
    parts: { root, card, figures, times, fold, close, body, list, strip, controls, more, status },

    /** @param {import('../types.js').PanelView} view */
    show(view) {
      const { state } = view;
      const ready = state === 'ready';
      card.lang = view.language;
      card.dir = view.direction;
      card.setAttribute('aria-busy', String(state === 'reading'));
      card.dataset.state = state;
      message.textContent = view.message;
      message.hidden = !view.message;
      retry.hidden = state !== 'failed';
      if (!retry.hidden && root.activeElement === heading) retry.focus();
      // Where there are and will be no sentences, nothing says what they are.
      label.hidden = figures.hidden = !ready && state !== 'reading';
      list.element.hidden = strip.hidden = controls.hidden = fold.hidden = !ready;
      list.element.dataset.type = view.type;
      times.textContent = ready ? view.figures : '';
      body.hidden = ready && view.collapsed;
      fold.setAttribute('aria-expanded', String(!body.hidden));
      nameButton(fold, say(body.hidden ? 'expand' : 'collapse'));
      if (ready) {
        list.show(view.sentences);
        slider.max = String(view.longest);
        slider.value = String(view.length);
        slider.disabled = view.longest < 2;
        slider.setAttribute('aria-valuetext', `${view.lengthText}, ${view.figures}`);
        amount.textContent = view.lengthText;
      }
    },

    /** Leaves the host's shadow root empty. */
    remove() {
      host.shadowRoot?.replaceChildren();
    },
  };
}
