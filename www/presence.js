/**
 * The panel in the page: made when it is first needed, put where it belongs, taken out without a trace.
 *
 * @module
 */

import { placeUnderHeadline } from './page/place.js';
import { createPanel } from './panel/panel.js';

export class Presence {
  #options;
  /** @type {import('./panel/panel.js').Panel | null} */
  panel = null;
  /** @type {HTMLElement | null} the element that was inserted, if one was */
  #inserted = null;

  /** @param {import('./types.js').ControllerOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * The default place is known when the story is; until then nothing is put in.
   *
   * @param {import('./types.js').State} state
   */
  waits(state) {
    const { mount } = this.#options;
    return state === 'reading' && !(mount instanceof Element && mount.isConnected);
  }

  /**
   * @param {import('./panel/messages.js').Phrases} say
   * @param {import('./types.js').PanelActions} actions
   * @param {AbortSignal} signal ends all listening
   */
  make(say, actions, signal) {
    const { mount, origin = 'site', styles } = this.#options;
    const host = mount ?? this.#options.document.createElement('div');
    if (!host.isConnected) {
      this.#inserted = host;
    }
    if (!mount) {
      host.dataset.standfirst = 'panel';
    }
    this.panel = createPanel({ host, origin, styles, say, actions, signal });
    return this.panel;
  }

  /** @param {import('./summary-view.js').SummaryView | null} view of what is shown */
  place(view) {
    const { document, place, placement } = this.#options;
    const host = this.#inserted;
    if (!host || host.isConnected) {
      return;
    }
    if (place) {
      place();
      return;
    }
    const title = view?.summary.title ?? '';
    placeUnderHeadline(host, { document, title, storyNode: view?.firstNode, placement });
  }

  remove() {
    this.#inserted?.remove();
    this.panel?.remove();
    this.#inserted = this.panel = null;
  }
}
