/**
 * The few texts that are needed before, or without, the application: the "web." keys of
 * assets/lang, put into the bundle by scripts/web/bundle.
 */
import tables from 'motcua:words';

/** @param {string} [lang] @returns {Record<string, string>} */
export const words = (lang) => tables[lang ?? 'vi'] ?? tables.vi;
