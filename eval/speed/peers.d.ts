/** What is called of the peers; their own types are installed with them alone. */

declare module '@mozilla/readability' {
  export class Readability {
    constructor(document: Document);
    parse(): { textContent: string } | null;
  }
}

declare module 'lexrank.js' {
  export default function lexrank(text: string): { weight: number; text: string }[][];
}

/** Loaded by a script element of its own. */
declare var textrank: { TextRank: new (text: string, settings: object) => object };

declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options: { virtualConsole: VirtualConsole });
    window: Window & typeof globalThis;
  }
}
