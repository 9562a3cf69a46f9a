/**
 * What the panel shows in each state: the summary in the shape that was chosen, or a sentence about
 * the state.
 *
 * @module
 */

import { failureMessage, statusMessage } from './panel/reasons.js';
import { SummaryView } from './summary-view.js';

/** Sentences shown until a person chooses. */
export const DEFAULT_LENGTH = 3;

/**
 * @param {import('./types.js').State} state
 * @param {import('./types.js').Choice} choice
 * @param {SummaryView | null} story the last one that was summed up
 * @param {import('./types.js').Failure | null} failure
 * @param {import('./panel/messages.js').Phrases} say
 * @returns {import('./types.js').PanelView}
 */
export function panelView(state, choice, story, failure, say) {
  const { length = DEFAULT_LENGTH, type = 'points', collapsed = false } = choice;
  const shape = story?.shape(type === 'headline' ? 1 : length, say) ?? SummaryView.EMPTY;
  let message = '';
  if (state === 'reading') {
    message = say('reading');
  } else if (failure) {
    message = failureMessage(failure.code, say);
  } else if (story) {
    message = statusMessage(story.summary, say);
  }
  return { ...shape, state, type, collapsed, message };
}
