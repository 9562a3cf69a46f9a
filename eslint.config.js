/**
 * Lint rules. The one of our own is the direction of imports (ARCHITECTURE.md, "Rules of import").
 *
 * @module
 */

import js from '@eslint/js';
import globals from 'globals';

/** Leaves know types and one another's folder, never another leaf. */
const LEAVES = ['reader', 'engine', 'panel', 'page'];

/** @param {string} leaf */
const otherLeaves = (leaf) => LEAVES.filter((other) => other !== leaf);

export default [
  { ignores: ['dist/', 'target/', 'www/pkg/', 'tests/pages/', 'tests/artifacts/'] },
  js.configs.recommended,
  {
    rules: {
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Page text is data, never markup.' },
        { property: 'outerHTML', message: 'Page text is data, never markup.' },
        { property: 'insertAdjacentHTML', message: 'Page text is data, never markup.' },
      ],
      'no-control-regex': 'off',
    },
  },
  { files: ['www/**'], languageOptions: { globals: { ...globals.browser, chrome: 'readonly' } } },
  {
    files: [
      'www/cli/**',
      'www/engine/core.js',
      'scripts/**',
      'eval/**',
      'benches/**',
      'tests/**',
      'eslint.config.js',
    ],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    // Run in the page, by `page.evaluate` or as a script of its own.
    files: ['eval/**'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['tests/**', 'eval/**'],
    languageOptions: { globals: { ...globals.browser, ...globals.node, chrome: 'readonly' } },
    // A test may look at the document as text; what it shows a person it does not make so.
    rules: { 'no-restricted-properties': 'off' },
  },
  ...LEAVES.map((leaf) => ({
    files: [`www/${leaf}/**`, `www/${leaf}.js`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                ...otherLeaves(leaf).flatMap((other) => [`**/${other}/*`, `**/${other}.js`]),
                // How a node is read past what a page put over it: below every leaf.
                '!**/reader/access.js',
                '**/controller.js',
                '**/element.js',
                '**/index.js',
              ],
              message: 'Imports point one way: types <- leaves <- controller <- modes.',
            },
          ],
        },
      ],
    },
  })),
];
