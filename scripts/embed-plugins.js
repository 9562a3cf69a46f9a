/**
 * What the embed's build does to modules on their way: sheets without white space, and other modules or files
 * in the place of some.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { transform } from 'esbuild';

import { StepError, root } from './run.js';

/** The panel's style sheets, which stand in template strings, without white space and comments. */
export const smallStyles = {
  name: 'small-styles',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onLoad({ filter: /panel\/[a-z-]*styles\.js$/ }, async ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const parts = source.split(/`\n([^`]*)`/);
      for (let at = 1; at < parts.length; at += 2) {
        const { code } = await transform(parts[at], { loader: 'css', minify: true });
        parts[at] = JSON.stringify(code.trim());
      }
      return { contents: parts.join('') };
    });
  },
};

/** In the embed the wasm file lies beside the scripts. */
export const flatFolder = {
  name: 'flat-folder',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onLoad({ filter: /engine\/wasm-file\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace("'../pkg/standfirst_bg.wasm'", "'standfirst_bg.wasm'");
      if (contents === source) throw new StepError(`${path} names its wasm file otherwise now`);
      return { contents };
    });
  },
};

/**
 * @param {string} name of the file that `later.js` is in the embed
 * @returns {import('esbuild').Plugin}
 */
export function laterFile(name) {
  return {
    name: 'later-file',
    setup(plugin) {
      plugin.onResolve({ filter: /^\.\/later\.js$/ }, () => ({
        path: `./${name}`,
        external: true,
      }));
    },
  };
}

/**
 * `panel/words.js` without a line for each language.
 *
 * @param {{languages: string[], hash: string}} files
 * @returns {import('esbuild').Plugin}
 */
export function shortWords({ languages, hash }) {
  // Not in one piece, which esbuild would take for a pattern of files.
  const contents = `export async function wordsIn(language) {
    const file = './' + language + '-${hash}.js';
    return /^(${languages.join('|')})$/.test(language) ? (await import(file)).default : undefined;
  }`;
  return {
    name: 'short-words',
    setup(plugin) {
      plugin.onLoad({ filter: /panel\/words\.js$/ }, () => ({ contents }));
    },
  };
}

/**
 * The core's files that scripts load when they need them, each left where it is.
 *
 * @param {string[]} files their names in the folder, which begin as in the package
 * @returns {import('esbuild').Plugin}
 */
export function besideIt(files) {
  return {
    name: 'beside-it',
    setup(plugin) {
      plugin.onResolve({ filter: /pkg\/standfirst_(js|others)\.js$/ }, ({ path }) => {
        const stem = basename(path, '.js');
        const file = files.find((name) => name.startsWith(`${stem}-`));
        if (!file) throw new StepError(`the embed has no ${stem}`);
        return { path: `./${file}`, external: true };
      });
    },
  };
}

/**
 * One module in the place of another.
 *
 * @param {RegExp} filter of the module as it is imported
 * @param {string} path of the one that takes its place
 * @returns {import('esbuild').Plugin}
 */
export function standIn(filter, path) {
  return {
    name: 'stand-in',
    setup(plugin) {
      plugin.onResolve({ filter }, () => ({ path: join(root, path) }));
    },
  };
}
