/**
 * The demo's articles: pages written for this project, in the manner of real sites.
 *
 * @module
 */

/** @type {[slug: string, name: string, direction: 'ltr' | 'rtl'][]} */
export const ARTICLES = [
  ['wordpress-talks', 'News: talks on a strait (English)', 'ltr'],
  ['feature-en', 'A long feature (English)', 'ltr'],
  ['boilerplate-heavy', 'News among much else (English)', 'ltr'],
  ['interview', 'An interview (English)', 'ltr'],
  ['live-blog', 'A live blog (English)', 'ltr'],
  ['paywall-teaser', 'The free part of an article (English)', 'ltr'],
  ['news-de', 'Nachricht (Deutsch)', 'ltr'],
  ['news-fr', 'Actualité (français)', 'ltr'],
  ['news-es', 'Noticia (español)', 'ltr'],
  ['news-ru', 'Новость (русский)', 'ltr'],
  ['news-ar', 'خبر (العربية)', 'rtl'],
  ['news-he', 'ידיעה (עברית)', 'rtl'],
  ['news-hi', 'समाचार (हिन्दी)', 'ltr'],
  ['news-zh', '新闻（中文）', 'ltr'],
  ['news-ja', 'ニュース（日本語）', 'ltr'],
  ['news-ko', '뉴스 (한국어)', 'ltr'],
  ['front-page', 'Not an article: a front page', 'ltr'],
];
