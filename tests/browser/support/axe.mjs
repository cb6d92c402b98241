// axe-core on the present page: no violations, and nothing left open but colour contrast
// (where text lies unseen over the painter's picture; the themes' contrast is tested natively).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function assertAccessible(page, where) {
  const loaded = await page.evaluate(() => typeof globalThis.axe === 'object');
  if (!loaded) await page.evaluate(source); // through DevTools: the page's own policy stays as it is
  const { violations, incomplete } = await page.evaluate(async () => {
    const brief = (found) => found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
    const result = await globalThis.axe.run(document, { resultTypes: ['violations', 'incomplete'] });
    return { violations: brief(result.violations), incomplete: brief(result.incomplete) };
  });
  assert.deepEqual(violations, [], `axe on ${where}`);
  assert.deepEqual(incomplete.filter((found) => !found.startsWith('color-contrast:')), [], `axe is not sure on ${where}`);
}

/** Every control in the browser's accessibility tree has a name; answers "role name" lines in reading order. */
export async function accessibleNames(page, where) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const controls = ['button', 'link', 'textbox', 'radio', 'checkbox', 'radiogroup', 'heading', 'table', 'image'];
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? inOrder(byId.get(id)) : []))];
  const found = inOrder(nodes[0])
    .filter((node) => !node.ignored && controls.includes(node.role?.value))
    .map((node) => ({ role: node.role.value, name: node.name?.value ?? '' }));
  assert.deepEqual(found.filter(({ name }) => name.trim() === ''), [], `nameless controls on ${where}`);
  return found.map(({ role, name }) => `${role} ${name}`);
}
