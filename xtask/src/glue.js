/**
 * The way to the core and back, `www/pkg/standfirst.js`: what wasm-bindgen asks of a module's caller, for
 * the two calls that there are. Its own glue does the same in a kilobyte more. It also encodes letter by
 * letter until one is not ASCII, which is slow in code that no compiler has seen yet. Here the browser does it.
 *
 * A string or an array goes into memory that the core then owns; what comes back is ours to free. The
 * names after `wasm.` are made short by `names.rs`.
 */

const encoder = new TextEncoder();

let module, wasm;

export function initSync({ module: given }) {
  if (!wasm) {
    module = given instanceof WebAssembly.Module ? given : new WebAssembly.Module(given);
    __wbg_reset_state();
  }
  return wasm;
}

export function __wbg_reset_state() {
  wasm = new WebAssembly.Instance(module).exports;
}

export function summarize(
  text,
  descriptors,
  metadata,
  elements,
  blocks,
  plain,
  sentences,
  words,
  language,
  focus,
) {
  const [at, length] = wasm.summarize(
    ...string(text),
    ...string(descriptors),
    ...string(metadata),
    ...numbers(elements),
    ...numbers(blocks),
    plain,
    sentences,
    words,
    ...string(language),
    ...string(focus),
  );
  // A decoder of its own: Safari's fail once they have had two gigabytes.
  const json = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesAt(at, length));
  wasm.__wbindgen_free(at, length, 1);
  return json;
}

export function segment(text, language) {
  const [at, length] = wasm.segment(...string(text), ...string(language));
  const offsets = numbersAt(at, length).slice();
  wasm.__wbindgen_free(at, length * 4, 4);
  return offsets;
}

/** Where a string was put, and its length. A unit of UTF-16 takes at most three bytes. */
function string(value) {
  const most = value.length * 3;
  const at = wasm.__wbindgen_malloc(most, 1);
  const { written } = encoder.encodeInto(value, bytesAt(at, most));
  // No memory of no bytes is asked to change.
  return [most ? wasm.__wbindgen_realloc(at, most, written, 1) : at, written];
}

/** Where an array was put, and its length. */
function numbers(value) {
  const at = wasm.__wbindgen_malloc(value.length * 4, 4);
  numbersAt(at, value.length).set(value);
  return [at, value.length];
}

// Addresses are signed on their way out; views are made anew, since memory that grows leaves old ones.
const bytesAt = (at, length) => new Uint8Array(wasm.memory.buffer, at >>> 0, length);
const numbersAt = (at, length) => new Uint32Array(wasm.memory.buffer, at >>> 0, length);
