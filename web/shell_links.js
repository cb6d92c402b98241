/** The link between drawn page and text mode: a node like any other, at the header's end. */
export const MODE_LINK = 'web.mode';

/** @param {import('./types.js').Page} page @param {string} name  what the link says */
export function withModeLink(page, name) {
  return { ...page, header: [...(page.header ?? []), { id: MODE_LINK, role: 'link', name }] };
}
