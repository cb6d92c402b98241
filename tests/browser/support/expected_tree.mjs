// What assistive technology has to get of a page, from the page model alone
// (client/page/page.hpp): a second opinion beside web/shape*.js, which must not be used here.

/** @typedef {import('./heard_tree.mjs').Heard} Heard */

const text = (name) => (name ? [{ role: 'text', name: name.trim() }] : []);
const paragraph = (name) => (name ? [{ role: 'paragraph', children: text(name) }] : []);
const heading = (name, level) => ({ role: 'heading', name, states: [`level ${level}`] });
const listItem = (children) => ({ role: 'listitem', children });
const whether = (states) => Object.entries(states).filter(([, holds]) => holds).map(([state]) => state);
const all = (nodes, depth) => (nodes ?? []).flatMap((node) => expected(node, depth));
const described = (...parts) => parts.filter(Boolean).join(' ');

function expected(node, depth = 0) {
  if (!(node.role in roles)) throw new Error(`no expectation for the role ${node.role}`);
  return roles[node.role](node, depth);
}

/** Label, hint and error stand before the field, and are its name and description. */
function field(node, role, more) {
  const states = whether({ required: node.required, invalid: node.error, disabled: node.disabled });
  const control = { role, name: node.said ?? node.name, description: described(node.hint, node.error), states, ...more };
  return [...text(node.name), ...text(node.hint), ...text(node.error), control];
}

function option(role, group, { name, hint, disabled }, checked) {
  const states = [...whether({ disabled: disabled || group.disabled, checked }), ...(checked ? [] : ['not checked'])];
  return [{ role, name, description: hint, states }, ...text(hint)];
}

/** @param {string[]} states  that may hold: of several check boxes together none is required or wrong */
function choices(node, role, optionRole, states, isChecked) {
  const before = [...text(node.name), ...text(node.hint), ...text(node.error)];
  const options = (node.children ?? []).flatMap((each) => option(optionRole, node, each, isChecked(each)));
  return [{ role, name: node.name, description: described(node.hint, node.error), states, children: [...before, ...options] }];
}

/** That one is required Chromium does not tell. */
function checkbox(node) {
  const { error, disabled, selected } = node;
  const states = [...whether({ invalid: error, disabled, checked: selected }), ...(selected ? [] : ['not checked'])];
  return [{ role: 'checkbox', name: node.name, description: described(node.hint, error), states }, ...text(node.hint), ...text(error)];
}

function filePicker(node) {
  const files = node.children ?? [];
  return [...field(node, 'button'), ...(files.length > 0 ? [{ role: 'list', children: files.map(file) }] : [])];
}

/** Its picture comes first, what can be done with it last. */
function file({ name, hint, value, error, children = [] }) {
  const previews = children.filter(({ role }) => role === 'preview');
  const actions = children.filter(({ role }) => role !== 'preview');
  const bar = value ? [{ role: 'progressbar', name, value }] : [];
  return listItem([...all(previews), ...text(name), ...text(hint), ...bar, ...text(error), ...all(actions)]);
}

/** That one is busy Chromium does not tell. */
function button({ name, said, hint, selected, toggles, disabled }) {
  const states = whether({ disabled, pressed: toggles && selected, 'not pressed': toggles && !selected });
  return [{ role: 'button', name: said ?? name, description: hint, states }];
}

function link({ name, said, hint, selected, toggles }) {
  const states = whether({ expanded: toggles && selected, collapsed: toggles && !selected });
  return { role: 'link', name: said ?? name, description: hint, states };
}

function task({ name, hint, value, disabled }) {
  const link = { role: 'link', name, description: described(hint, value) };
  return [listItem([...(disabled ? text(name) : [link]), ...text(hint), ...text(value)])];
}

/** In a list of links each says which question it is about. */
function summaryRow({ name, value, hint, children = [] }) {
  const links = children.map((each) => link({ ...each, said: `${each.name}: ${name}` }));
  const definitions = [text(value), text(hint), links].filter((content) => content.length > 0);
  return [{ role: 'term', name }, ...definitions.map((content) => ({ role: 'definition', children: content }))];
}

const headCell = ({ name, link }) => ({ role: 'columnheader', name, children: link ? [{ role: 'button', name }] : [] });

function tableRow(row) {
  const cells = row.children ?? [];
  return { role: 'row', children: cells.map(({ name }, at) => ({ role: 'cell', name, children: row.link && at === 0 ? [{ role: 'link', name }] : [] })) };
}

function rowsOf([head, ...rows]) {
  return [{ role: 'row', children: (head?.children ?? []).map(headCell) }, ...rows.map(tableRow)];
}

function table(node) {
  const caption = node.name ? [{ role: 'caption', children: text(node.name) }] : [];
  return [{ role: 'region', name: node.name, children: [{ role: 'table', name: node.name, children: [...caption, ...rowsOf(node.children ?? [])] }] }];
}

/** What is said of a day is the whole sentence. */
function calendar({ name, hint, children: [head, ...weeks] }) {
  const heads = head.children.map((cell) => ({ role: 'columnheader', name: cell.value }));
  const day = ({ value, selected, disabled }) => ({ role: 'cell', name: value, children: button({ name: value, selected, disabled, toggles: !disabled || selected }) });
  const rows = weeks.map((week) => ({ role: 'row', children: week.children.map(day) }));
  const days = { role: 'table', name, children: [{ role: 'row', children: heads }, ...rows] };
  return [{ role: 'group', name, description: hint, children: [...paragraph(name), ...paragraph(hint), days] }];
}

/** The drawing is hidden; the table says the same, whether it is seen or not. */
function chart({ name, hint, selected, children }) {
  const [head, ...rows] = children.filter(({ role }) => role === 'row');
  const toggles = children.filter(({ role }) => role === 'button').map((node) => ({ role: 'button', name: node.name, states: [selected ? 'expanded' : 'collapsed'] }));
  const numbers = { role: 'region', name, children: [{ role: 'table', name, children: rowsOf([head, ...rows]) }] };
  return [{ role: 'group', name, children: [...paragraph(name), ...paragraph(hint), ...toggles, numbers] }];
}

function group({ name, children }, depth) {
  const inside = all(children, depth + 1);
  return name ? [{ role: 'region', name, children: [heading(name, depth === 0 ? 2 : 3), ...inside] }] : inside;
}

/** @type {Record<string, (node: any, depth: number) => Heard[]>} */
const roles = {
  heading: ({ name, level }) => [heading(name, level)],
  paragraph: ({ name }) => paragraph(name),
  progress: ({ name }) => paragraph(name),
  notice: ({ name, value, children }) => [...paragraph(name), ...paragraph(value), ...all(children)],
  text_field: (node) => field(node, 'textbox', { value: node.value }),
  text_area: (node) => field(node, 'textbox', { value: node.value }),
  choice_group: (node) => choices(node, 'radiogroup', 'radio', whether({ required: node.required, invalid: node.error }), ({ id }) => id === node.value),
  check_group: (node) => choices(node, 'group', 'checkbox', [], ({ selected }) => selected),
  checkbox,
  file_picker: filePicker,
  file: (node) => [{ role: 'list', children: [file(node)] }],
  preview: ({ name, value }) => (value ? [{ role: 'image', name }] : []),
  button,
  link: (node) => [link(node)],
  task_list: ({ name, children }) => [{ role: 'list', name, children: all(children) }],
  task,
  summary: ({ children }) => [{ role: 'DescriptionList', children: all(children) }],
  summary_row: summaryRow,
  table,
  qr: ({ name }) => [{ role: 'image', name }],
  error_summary: ({ name, children }) => [{ role: 'group', name, children: [heading(name, 2), { role: 'list', children: children.map((link) => listItem(expected(link))) }] }],
  group,
  toolbar: ({ children }) => all(children),
  timeline: ({ name, children }) => [{ role: 'list', name, children: all(children) }],
  timeline_step: ({ name, hint, value }) => [listItem([...text(name), ...text(hint), ...text(value)])],
  calendar,
  chart,
  map: ({ name }) => [{ role: 'image', name }],
  toast: ({ name, children }) => [{ role: 'region', name, children: [...paragraph(name), ...all(children)] }],
  dialog: ({ name, tone, children }) => [
    {
      role: tone === 'warning' ? 'alertdialog' : 'dialog',
      name,
      description: described(...children.filter(({ role }) => role === 'paragraph').map((each) => each.name)),
      states: ['modal'],
      children: [heading(name, 2), ...all(children, 1)],
    },
  ],
};

/** @param {any} page  the page model's JSON @param {string} skip  what the link to the content says @returns {Heard} */
export function expectedTree(page, skip) {
  const behind = [{ role: 'link', name: skip }, { role: 'banner', children: all(page.header) }, { role: 'main', children: all(page.main) }];
  if (page.toast) behind.push(...expected(page.toast));
  return { role: 'RootWebArea', name: page.title, children: [...(page.dialog ? expected(page.dialog) : behind), { role: 'status' }] };
}
