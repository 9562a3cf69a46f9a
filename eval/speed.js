/**
 * `npm run eval:speed -- PAGES`: Standfirst and its peers on the pages of a folder, in one run.
 *
 * @module
 */

import { main, StepError } from '../scripts/run.js';
import { commandLine } from './command-line.js';
import { loadPages } from './speed/pages.js';
import { measureCold, measurePanel, measureStart } from './speed/cold.js';
import { printCold, printPanel, printStart, printWarm } from './speed/report.js';
import { launch, serve } from './speed/stage.js';
import { measureWarm } from './speed/warm.js';

const HELP = `npm run eval:speed -- PAGES [--pages N] [--rounds N] [--browser NAME] [--part NAME]

PAGES       folder with .html or .html.gz files, at any depth
--pages     how many, evenly spread over the folder (60)
--rounds    warm runs of each system on each page (9)
--browser   chromium or firefox (both)
--part      warm, cold, start or panel (all)`;

await main(async () => {
  const { values, folder } = commandLine(HELP, {
    folder: true,
    options: {
      pages: { type: 'string', default: '60' },
      rounds: { type: 'string', default: '9' },
      browser: { type: 'string', multiple: true, default: ['chromium', 'firefox'] },
      part: { type: 'string', multiple: true, default: ['warm', 'cold', 'start', 'panel'] },
    },
  });
  const pages = loadPages(folder, Number(values.pages));
  if (pages.length === 0) throw new StepError(`${folder} holds no .html and no .html.gz file`);
  const server = await serve(pages);
  const addresses = pages.map((_, at) => `${server.url}/page/${at}`);
  try {
    for (const name of /** @type {('chromium' | 'firefox')[]} */ (values.browser)) {
      const browser = await launch(name);
      try {
        const title = `${name} ${await browser.version()}, ${pages.length} pages`;
        const stage = { browser, url: server.url, addresses };
        const parts = new Set(values.part);
        if (parts.has('warm')) printWarm(title, await measureWarm(stage, Number(values.rounds)));
        if (parts.has('cold')) printCold(title, await measureCold(stage));
        if (parts.has('start')) printStart(title, await measureStart(stage));
        if (parts.has('panel')) printPanel(title, await measurePanel(stage));
      } finally {
        await browser.close();
      }
    }
  } finally {
    server.close();
  }
});
