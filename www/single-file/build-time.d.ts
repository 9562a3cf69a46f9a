/** Set by `scripts/embed.js`. */
declare const GZIPPED_CORE: string;
declare const JAVASCRIPT_CORE_INTEGRITY: string;
