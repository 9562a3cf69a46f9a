/**
 * The command line of the programs here: each says with `--help` what it takes, and again where it is given something else.
 *
 * @module
 */

import { parseArgs } from 'node:util';

/**
 * Ends the program with exit code 0 where help was asked for, 2 where the line makes no sense.
 *
 * @template {import('node:util').ParseArgsOptionsConfig} Options
 * @param {string} help its first line is the usage
 * @param {object} takes
 * @param {boolean} [takes.folder] whether it works on a folder, which has to be named
 * @param {Options} [takes.options]
 */
export function commandLine(help, { folder = false, options = /** @type {Options} */ ({}) }) {
  const config = /** @type {const} */ ({ help: { type: 'boolean', default: false }, ...options });
  try {
    const { values, positionals } = parseArgs({ allowPositionals: folder, options: config });
    if (/** @type {{help?: boolean}} */ (values).help) {
      process.stdout.write(`${help}\n`);
      process.exit(0);
    }
    if (folder && positionals.length !== 1) throw new TypeError('one folder has to be named');
    return { folder: positionals[0] ?? '', values };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${help}\n`);
    return process.exit(2);
  }
}
