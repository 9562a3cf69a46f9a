/**
 * Text that is mark-up, script or syntax somewhere: in HTML, in an attribute, in a URL, in Markdown,
 * in JSON. Own collection after the kinds of OWASP's filter evasion cheat sheet.
 *
 * @module
 */

export const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'><iframe srcdoc='<script>alert(1)</script>'>",
  '</style></title></textarea><script>alert(1)</script>',
  '<a href="javascript:alert(1)">the ferry</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '[the ferry](javascript:alert(1))',
  '![the ferry](x "onerror=alert(1)")',
  '[the ferry]: javascript:alert(1)',
  '`code` *star* _line_ ~~gone~~ # head',
  '<https://evil.example/>',
  '| a | b |',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '"},"__proto__":{"a":"b"},{"',
  '\u202e<tpircs/>)1(trela<tpircs>',
  '<\u200bscript>alert(1)</script>',
];

/**
 * A sentence that carries a payload and is fit for a summary.
 *
 * @param {string} payload
 */
export const sentenceWith = (payload) =>
  `The council of Callis read the words ${payload} aloud on Monday before it voted.`;

/**
 * A story of one payload, as HTML in which it is text.
 *
 * @param {string} payload
 */
export function storyWith(payload) {
  const escaped = payload.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const paragraphs = [
    'The ferry between the two halves of Callis will run again from Monday, after the council found the money for a new rope.',
    sentenceWith(escaped),
    'It had been out of service since the autumn, when the old rope parted in a storm and left eleven passengers in the middle of the river.',
    'The crossing stays free of charge, and engineers have promised that the new rope will hold for at least fifteen years.',
  ];
  return `<!DOCTYPE html><html lang="en"><head><title>Ferry ${escaped}</title></head><body><main><article><h1>Ferry ${escaped}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;
}
