/**
 * What is settled when the bundle is made (scripts/web/bundle): the languages there are, whose pages
 * these are, and the few texts that are needed before, or without, the application (the "web." keys).
 */
import site from 'motcua:site';

export { site };

/** @param {string} [lang] @returns {Record<string, string>} */
export const words = (lang) => site.words[lang ?? 'vi'] ?? site.words.vi;

/** The words that stand in the shell itself, in this language. @param {Document} document @param {string} [lang] */
export function sayShellWords(document, lang = 'vi') {
  for (const element of document.querySelectorAll('[data-word]')) {
    element.lang = lang;
    element.textContent = words(lang)[element.dataset.word] ?? element.textContent;
  }
}

/** The typeface lacks letters of this language: it cannot be drawn. */
export const isTextOnly = (lang) => Boolean(site.languages?.some(({ code, latin }) => latin && code === lang));
