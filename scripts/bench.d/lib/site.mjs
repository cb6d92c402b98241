// The built pages behind the project's own nginx, and the peers' pages beside them.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { bundleScript } from '../../web/build_sources.mjs';
import { nativeProgram } from './passes.mjs';
import { buildPeers } from './peers.mjs';

process.env.MOTCUA_BUILD = nativeProgram('');
const { startStack } = await import('../../../tests/browser/support/stack.mjs');

/** The page of lib/painter_page.js beside ours: the same files and policy, another script. */
async function addPainterPage(site) {
  const boot = /src="\/assets\/boot\.[^"]+"/;
  const html = readFileSync(join(site, 'index.html'), 'utf8');
  writeFileSync(join(site, 'painter.html'), html.replace(boot, 'src="/painter-page.js"'));
  const script = await bundleScript(join(import.meta.dirname, 'painter_page.js'), {}, '{}');
  writeFileSync(join(site, 'painter-page.js'), script);
  return '/painter.html';
}

/**
 * Runs `work` with the address of the pages, what buildPeers gives and the painter's page;
 * everything ends after it.
 * @param {string[]} peers
 */
export async function withSite(peers, work) {
  const ends = [];
  try {
    const stack = await startStack({ after: (end) => ends.push(end) });
    const site = join(stack.folder, 'nginx/web');
    return await work(stack.url, await buildPeers(site, peers), await addPainterPage(site));
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
