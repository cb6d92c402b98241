/** Links of the shell's own, nodes like any others: between drawn page and text mode, and to the offices. */
export const MODE_LINK = 'web.mode';

/** Where the offices are listed, readable without any script (scripts/web/offices_page.mjs). */
export const officesPath = (lang) => (lang && lang !== 'vi' ? `/noi-tiep-nhan/${lang}` : '/noi-tiep-nhan');

/**
 * @param {import('./types.js').Page} page
 * @param {Record<string, string>} words
 * @param {import('./types.js').Language[]} languages
 * @param {boolean} drawn  whether this page is going to be
 */
export function withShellLinks(page, words, languages, drawn) {
  const textOnly = languages.some(({ code, latin }) => latin && code === page.lang);
  const mode = textOnly
    ? { id: MODE_LINK, role: 'paragraph', name: words['web.text_only'], tone: 'muted' }
    : { id: MODE_LINK, role: 'link', name: words[drawn ? 'web.text_mode' : 'web.drawn_mode'] };
  const offices = { id: 'web.offices', role: 'link', name: words['web.offices'], value: officesPath(page.lang) };
  const main = page.main ?? [];
  const header = drawn ? inLatin(page.header ?? [], languages) : (page.header ?? []);
  return { ...page, header: [...header, mode], main: page.id === 'start' ? [...main, offices] : main };
}

/** The painter has no letters for the own names of some languages. */
const inLatin = (nodes, languages) =>
  nodes.map((node) => {
    const latin = languages.find(({ code }) => node.id === `lang.${code}`)?.latin;
    const children = node.children && inLatin(node.children, languages);
    return { ...node, ...(latin && { name: latin, lang: undefined }), ...(children && { children }) };
  });
