/**
 * What the embed's build does to modules on their way: sheets without white space, and other modules or files
 * in the place of some.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
 * Files that are one a language, whose names hold one hash.
 *
 * @typedef {object} LanguageFiles
 * @property {string} prefix of their names
 * @property {string[]} languages
 * @property {string} hash
 */

/**
 * The way to the file of a language, without a line for each.
 *
 * @param {LanguageFiles} files
 * @returns {string} a module's first lines: `has` and `file` of `language`
 */
function wayTo({ prefix, languages, hash }) {
  // Not in one piece, which esbuild would take for a pattern of files.
  return `const has = (language) => /^(${languages.join('|')})$/.test(language);
    const file = (language) => './${prefix}' + language + '-${hash}.js';`;
}

/**
 * `panel/words.js` in short.
 *
 * @param {LanguageFiles} files
 * @returns {import('esbuild').Plugin}
 */
export function shortWords(files) {
  const contents = `${wayTo(files)}
    export const wordsIn = async (language) =>
      has(language) ? (await import(file(language))).default : undefined;`;
  return loaded('short-words', /panel\/words\.js$/, contents);
}

/**
 * `pkg/standfirst_words.js` in short.
 *
 * @param {LanguageFiles} files
 * @returns {import('esbuild').Plugin}
 */
export function shortCoreWords(files) {
  const languages = files.languages.filter((language) => language !== 'all');
  const contents = `${wayTo({ ...files, languages })}
    export const wordsIn = async (language) => {
      const areAll = !has(language);
      return { text: (await import(file(areAll ? 'all' : language))).default, areAll };
    };`;
  return loaded('short-core-words', /pkg\/standfirst_words\.js$/, contents);
}

/**
 * @param {string} name of the plugin
 * @param {RegExp} filter of a module's path
 * @param {string} contents in its place
 * @returns {import('esbuild').Plugin}
 */
function loaded(name, filter, contents) {
  return { name, setup: (plugin) => plugin.onLoad({ filter }, () => ({ contents })) };
}

/**
 * The core as JavaScript, which scripts load when they need it, left where it is.
 *
 * @param {string[]} files their names in the folder
 * @returns {import('esbuild').Plugin}
 */
export function besideIt(files) {
  return {
    name: 'beside-it',
    setup(plugin) {
      plugin.onResolve({ filter: /pkg\/standfirst_js\.js$/ }, () => {
        const file = files.find((name) => name.startsWith('standfirst_js-'));
        if (!file) throw new StepError('the embed has no core as JavaScript');
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
