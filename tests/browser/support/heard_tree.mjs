// A page as assistive technology gets it, as lines indented by depth:
//   textbox "Số căn cước" value="0863" description="…" [required] [invalid]
// Chromium's tree and the expected one (expected_tree.mjs) are written the same way.

/** @typedef {{role: string, name?: string, value?: string, description?: string, states?: string[], children?: Heard[]}} Heard */

/** @param {Heard} node @returns {string[]} */
export function linesOf(node, depth = 0) {
  const { role, name, value, description, states = [], children = [] } = node;
  const shown = [role];
  if (name) shown.push(JSON.stringify(name));
  if (value) shown.push(`value=${JSON.stringify(value)}`);
  if (description) shown.push(`description=${JSON.stringify(description)}`);
  shown.push(...states.map((state) => `[${state}]`));
  return ['  '.repeat(depth) + shown.join(' '), ...children.flatMap((child) => linesOf(child, depth + 1))];
}

/** Nothing is said of these themselves, only of what is in them. */
const TRANSPARENT = ['generic', 'LabelText', 'Legend', 'rowgroup', 'none'];
const UNSAID = ['InlineTextBox', 'ListMarker'];
/** Their text is their name or value already; announcements are tested with the live regions. */
const HOLDS_ITS_TEXT = ['heading', 'link', 'button', 'textbox', 'cell', 'columnheader', 'term', 'image', 'status'];
const WITH_VALUE = ['textbox', 'progressbar']; // a file input's value is in the browser's own language

function statesOf(role, properties) {
  const is = (name) => [true, 'true'].includes(properties.get(name));
  const states = ['required', 'invalid', 'disabled', 'modal', 'pressed', 'checked'].filter(is);
  if (['radio', 'checkbox'].includes(role) && !is('checked')) states.push('not checked');
  if (properties.has('pressed') && !is('pressed')) states.push('not pressed');
  if (properties.has('expanded')) states.push(is('expanded') ? 'expanded' : 'collapsed');
  if (role === 'heading') states.push(`level ${properties.get('level')}`);
  return states;
}

/** What Chromium tells assistive technology of the present page. @returns {Promise<Heard>} */
export async function heardTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const reduce = (node, textIsName) => {
    const role = node.role?.value;
    if (UNSAID.includes(role)) return [];
    const silent = textIsName || (!node.ignored && HOLDS_ITS_TEXT.includes(role));
    const children = (node.childIds ?? []).flatMap((id) => (byId.has(id) ? reduce(byId.get(id), silent) : []));
    if (node.ignored || TRANSPARENT.includes(role)) return children;
    const name = node.name?.value.trim() ?? '';
    if (role === 'StaticText') return textIsName || name === '' ? [] : [{ role: 'text', name }];
    const properties = new Map((node.properties ?? []).map((property) => [property.name, property.value.value]));
    const value = WITH_VALUE.includes(role) ? String(node.value?.value ?? '') : '';
    return [{ role, name, value, description: node.description?.value.trim(), states: statesOf(role, properties), children }];
  };
  return reduce(nodes[0], false)[0];
}
