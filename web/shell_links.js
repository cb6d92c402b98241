/** Links of the shell's own, nodes like any others: between drawn page and text mode, and to the offices. */
export const MODE_LINK = 'web.mode';

/** Where the offices are listed, readable without any script (scripts/web/offices_page.mjs). */
export const officesPath = (lang) => (lang && lang !== 'vi' ? `/noi-tiep-nhan/${lang}` : '/noi-tiep-nhan');

/**
 * @param {import('./types.js').Page} page
 * @param {Record<string, string>} words
 * @param {{drawn: boolean}} screen
 */
export function withShellLinks(page, words, { drawn }) {
  const mode = { id: MODE_LINK, role: 'link', name: words[drawn ? 'web.text_mode' : 'web.drawn_mode'] };
  const offices = { id: 'web.offices', role: 'link', name: words['web.offices'], value: officesPath(page.lang) };
  const main = page.main ?? [];
  return { ...page, header: [...(page.header ?? []), mode], main: page.id === 'start' ? [...main, offices] : main };
}
