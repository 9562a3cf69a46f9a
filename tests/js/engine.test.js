/** What the engine does when its file does not come, and when its core traps. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import binaryen from 'binaryen';

import { localEngine } from '../../www/engine/local.js';
import { getWords } from '../../www/engine/words.js';
import { textPage } from '../../www/text-page.js';

const WASM = new URL('../../www/pkg/standfirst_bg.wasm', import.meta.url);
const GLUE = new URL('../../www/pkg/standfirst.js', import.meta.url);

/** `FEATURES` of xtask/src/wasm.rs. */
const FEATURES = [
  binaryen.Features.BulkMemory,
  binaryen.Features.Multivalue,
  binaryen.Features.MutableGlobals,
  binaryen.Features.NontrappingFPToInt,
  binaryen.Features.ReferenceTypes,
  binaryen.Features.SignExt,
].reduce((all, feature) => all | feature);

/** So many sentences make the frail core trap whenever they are asked for. */
const ALWAYS = 12;
/** The place of `sentences` among the numbers that `summarize` of the core takes. */
const SENTENCES = 11;

const PAGE = textPage({
  text: [
    'The council of Marlow voted on Tuesday to rebuild the old harbour bridge by next autumn.',
    'Engineers had found cracks in three of its eight pillars during an inspection in March.',
    'The work will cost 4.2 million crowns, of which the region pays a half.',
    'Until then buses go round by the northern road, which adds twenty minutes to the trip.',
  ].join('\n\n'),
});

const FRENCH = [
  'Le conseil de Marlieu a voté mardi la reconstruction du vieux pont du port avant l’automne prochain.',
  'Les ingénieurs avaient trouvé en mars des fissures dans trois de ses huit piliers.',
  'Les travaux coûteront 4,2 millions de couronnes, dont la région paie la moitié.',
  'D’ici là, les bus passent par la route du nord, ce qui allonge le trajet de vingt minutes.',
].join('\n\n');

const NORWEGIAN = [
  'Byrådet i Marvik vedtok tirsdag å bygge den gamle broen ved havnen på nytt før neste høst.',
  'Ingeniører hadde funnet sprekker i tre av de åtte pilarene da de undersøkte den i mars.',
  'Arbeidet vil koste 4,2 millioner kroner, og staten betaler halvparten av det.',
  'Frem til da må bussene kjøre rundt på veien i nord, og turen tar tjue minutter lenger.',
].join('\n\n');

/** The core with a `summarize` that an instance survives once. */
function frailCore() {
  const module = binaryen.readBinary(readFileSync(WASM));
  module.setFeatures(FEATURES);
  // Names are short between the module and its glue: this is the one that takes most.
  const [, name] =
    /wasm\.(\w+)\(ptr0, len0, ptr1, len1, ptr2/.exec(readFileSync(GLUE, 'utf8')) ?? [];
  const { value } = binaryen.getExportInfo(module.getExport(name ?? ''));
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(value));
  const kinds = binaryen.expandType(params);
  const { i32 } = module;
  const worn = () => module.global.get('worn', binaryen.i32);
  const asked = module.local.get(SENTENCES, kinds[SENTENCES]);
  module.addGlobal('worn', binaryen.i32, true, i32.const(0));
  module.addFunction(
    'frail',
    params,
    results,
    [],
    module.block(null, [
      module.if(i32.or(worn(), i32.eq(asked, i32.const(ALWAYS))), module.unreachable()),
      module.global.set('worn', i32.const(1)),
      module.return(
        module.call(
          value,
          kinds.map((kind, at) => module.local.get(at, kind)),
          results,
        ),
      ),
    ]),
  );
  module.removeExport(name ?? '');
  module.addFunctionExport('frail', name ?? '');
  return module.emitBinary();
}

test('a file that does not come is named, and asked for again at the next call', async () => {
  const missing = localEngine({ wasmUrl: 'data:application/wasm;base64,AGFzbQ==' });
  await assert.rejects(missing.segment('It rained.'), { name: 'EngineError', code: 'unreachable' });
  const engine = localEngine({ wasm: frailCore() });
  assert.deepEqual(await engine.segment('It rained. We left.'), ['It rained.', 'We left.']);
});

test('after a trap the page is answered by a fresh instance, the same bytes', async () => {
  const engine = localEngine();
  const first = await engine.summarize(PAGE);
  assert.equal(first.sentences.length, 3);
  assert.deepEqual(await engine.summarize(PAGE), first);
});

test('who no longer wants an answer while other languages come gets none', async () => {
  const abort = new AbortController();
  const options = {
    // Read as the core is called, which then asks for what it knows of French.
    get words() {
      abort.abort();
      return 0;
    },
  };
  await assert.rejects(localEngine().summarize(textPage({ text: FRENCH }), options, abort.signal), {
    name: 'AbortError',
  });
});

test('a language’s words are a file of its own, by any of its tags; for another there is that of all', async () => {
  for (const tag of ['no', 'nb-NO', 'NN']) {
    const { text, areAll } = await getWords(tag);
    assert.match(text, /^no\|L\|/, tag);
    assert.equal(areAll, false, tag);
  }
  assert.equal((await getWords('sr')).text.match(/^sr\|[LC]/gm)?.length, 2, 'by either script');
  for (const tag of ['', 'en', 'tlh', 'constructor']) {
    const { text, areAll } = await getWords(tag);
    assert.match(text, /^de\|L\|[^]*^uk\|C\|/m, tag);
    assert.equal(areAll, true, tag);
  }
});

test('the engine and the core know the same further tags of a language', async () => {
  const core = readFileSync(new URL('../../src/language/mod.rs', import.meta.url), 'utf8');
  const [, list] = /const ALIASES:[^=]*= \[([^;]*)\];/.exec(core) ?? [];
  const pairs = [...String(list).matchAll(/\("(\w+)", "(\w+)"\)/g)];
  assert.notEqual(pairs.length, 0);
  for (const [, alias, code] of pairs) {
    const words = await getWords(alias);
    assert.equal(words, await getWords(code), alias);
    assert.equal(words.areAll, false, alias);
  }
});

test('a page is read as its words say, whatever it claims', async () => {
  const engine = localEngine();
  for (const lang of ['fr', 'de', 'en', 'tlh', undefined]) {
    const { language } = await engine.summarize(textPage({ text: FRENCH, lang }));
    assert.equal(language, 'fr', String(lang));
  }
  const { language } = await engine.summarize(textPage({ text: NORWEGIAN, lang: 'nb' }));
  assert.equal(language, 'no');
});

test('a fresh instance learns again what the trapped one knew of other languages', async () => {
  const engine = localEngine();
  const first = await engine.summarize(textPage({ text: FRENCH }));
  assert.equal(first.language, 'fr');
  assert.deepEqual(await engine.summarize(textPage({ text: FRENCH })), first);
  assert.deepEqual(await engine.segment('M. Le Goff est là. Il pleut.', 'fr'), [
    'M. Le Goff est là.',
    'Il pleut.',
  ]);
});

test('a page on which the core traps twice is refused by name, and the next is answered', async () => {
  const engine = localEngine();
  await assert.rejects(engine.summarize(PAGE, { sentences: ALWAYS }), {
    name: 'EngineError',
    code: 'trap',
  });
  assert.equal((await engine.summarize(PAGE)).sentences.length, 3);
});

test('arrays that contradict one another are refused by name, after a trap too', async () => {
  const broken = { ...PAGE, blocks: [9, 9] };
  await assert.rejects(localEngine().summarize(broken), { name: 'EngineError', code: 'page' });
});
