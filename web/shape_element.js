/** The smallest parts that every shape is made of. */

/** @typedef {import('./types.js').PageNode} PageNode @typedef {import('./types.js').Shape} Shape */

/**
 * @param {string} tag
 * @param {string} key
 * @param {Record<string, string>} attrs
 * @param {string | Shape[]} content
 * @returns {Shape}
 */
export function element(tag, key, attrs, content) {
  return typeof content === 'string'
    ? { tag, key, attrs, text: content, children: [] }
    : { tag, key, attrs, children: content };
}

/** The id of the element that stands for a node (an Option's: "group/option"). */
export const elementId = (id) => `f-${id}`;

/** Marks the element that lies on the painter's rectangle of this node. */
export const place = (node) => ({ 'data-place': node.id });

/** Where a press on this node leads without scripts, and in a tab of its own; "#" where only the application can. */
export function addressOf(id) {
  const code = /^procedure\.(\d+\.\d+)$/.exec(id)?.[1];
  return code ? `/thu-tuc/${code}` : ({ 'nav.home': '/', 'nav.look_up': '/tra-cuu' }[id] ?? '#');
}

/** The language of words that are not in the page's. */
export const langOf = (lang) => (lang ? { lang } : {});

/** "notice tone-error" */
export const toneClass = (name, node) => (node.tone ? `${name} tone-${node.tone}` : name);

/** A Button, or a Link: pressed like a button unless its value is an address. */
export function press(node) {
  const attrs = { id: elementId(node.id), 'data-node': node.id, 'data-act': 'press', ...place(node) };
  if (node.role === 'link') return link(node, attrs);
  attrs.class = toneClass('button', node);
  attrs.type = 'button';
  if (node.toggles) attrs['aria-pressed'] = String(Boolean(node.selected));
  if (node.said) attrs['aria-label'] = node.said;
  if (node.disabled) attrs.disabled = '';
  if (node.busy) attrs['aria-busy'] = 'true';
  if (node.hint) attrs['aria-description'] = node.hint;
  return element('button', node.id, attrs, node.name);
}

function link(node, attrs) {
  attrs.class = toneClass('link', node);
  attrs.href = addressOf(node.id);
  if (node.toggles) attrs['aria-expanded'] = String(Boolean(node.selected));
  if (node.said) attrs['aria-label'] = node.said;
  if (node.hint) attrs['aria-description'] = node.hint;
  if (node.value?.startsWith('#')) {
    attrs.href = `#${elementId(node.value.slice(1))}`;
    attrs['data-act'] = 'jump';
  } else if (node.value) {
    attrs.href = node.value;
    attrs['data-act'] = 'open';
  }
  return element('a', node.id, attrs, node.name);
}
