/**
 * What a prerendered standfirst is called, in the languages of the panel. The panel's own label
 * says "chosen on your device", which a server must not.
 *
 * @module
 */

import { wordLanguage } from '../../panel/word-language.js';

/** @type {Record<string, string>} */
const LABELS = {
  ar: 'جُمل من هذا المقال',
  de: 'Sätze aus diesem Artikel',
  el: 'Προτάσεις από αυτό το άρθρο',
  en: 'Sentences from this article',
  es: 'Frases de este artículo',
  fa: 'جمله‌هایی از همین مطلب',
  fr: 'Phrases de cet article',
  he: 'משפטים מהכתבה הזאת',
  hi: 'इसी लेख के वाक्य',
  id: 'Kalimat dari artikel ini',
  it: 'Frasi di questo articolo',
  ja: 'この記事の文',
  ko: '이 기사의 문장',
  nl: 'Zinnen uit dit artikel',
  pl: 'Zdania z tego artykułu',
  pt: 'Frases deste artigo',
  ru: 'Предложения из этой статьи',
  sv: 'Meningar ur den här artikeln',
  tr: 'Bu makaleden cümleler',
  uk: 'Речення з цієї статті',
  vi: 'Các câu trong bài này',
  zh: '本文原句',
  'zh-hant': '本文原句',
};

/** @param {string} language BCP 47, of the panel's words */
export function labelIn(language) {
  return LABELS[wordLanguage(language)] ?? LABELS.en;
}
