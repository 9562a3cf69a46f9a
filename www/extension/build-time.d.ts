/** Set by `scripts/extension.js`: the languages, besides English, that the package has words for. */
declare const WORD_LANGUAGES: string[];

/** In Chromium; Firefox ESR does not know it yet, and TypeScript's DOM neither. */
declare var navigation: EventTarget | undefined;

declare namespace chrome {
  /** Firefox's sidebar, on desktops alone. */
  const sidebarAction: { open(): Promise<void>; close(): Promise<void> } | undefined;
}
