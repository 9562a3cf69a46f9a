/**
 * Runs the steps of a script: says what it does, and says what to install where it cannot go on.
 *
 * Uses Node alone, since on a fresh clone there is nothing else.
 *
 * @module
 */

import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A step that failed: told without a stack. */
export class StepError extends Error {}

/** @param {string} what */
export function say(what) {
  process.stdout.write(`standfirst: ${what}\n`);
}

/**
 * Runs a program to its end, its output shown.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment
 * @param {string} [options.help] what to do if the program is not there
 */
export function run(program, args, { env, help } = {}) {
  const { error, status, signal } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (/** @type {NodeJS.ErrnoException | undefined} */ (error)?.code === 'ENOENT') {
    throw new StepError(`${program} is not installed${help ? `: ${help}` : ''}`);
  }
  if (error) throw error;
  if (status !== 0) {
    throw new StepError(
      `${[program, ...args].join(' ')} failed (${signal ?? `exit code ${status}`})`,
    );
  }
}

/**
 * Whether a program runs and answers with exit code 0; its output is dropped.
 *
 * @param {string} program
 * @param {string[]} args
 */
export function works(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/**
 * Whether a program is there to be run.
 *
 * @param {string} program
 */
export function isThere(program) {
  const { error } = spawnSync(program, ['--help'], { stdio: 'ignore' });
  return /** @type {NodeJS.ErrnoException | undefined} */ (error)?.code !== 'ENOENT';
}

/**
 * Starts a program that goes on, its output shown.
 *
 * @param {string} program
 * @param {string[]} args
 */
export function start(program, args) {
  return spawn(program, args, { cwd: root, stdio: 'inherit' });
}

/**
 * The frame of a script: a failed step ends it with exit code 1 and one line.
 *
 * @param {() => void | Promise<void>} steps
 */
export async function main(steps) {
  try {
    await steps();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    process.stderr.write(`standfirst: ${error.message}\n`);
    process.exit(1);
  }
}
