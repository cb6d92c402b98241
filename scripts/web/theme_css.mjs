// The painter's themes (client/ui/theme.cpp) as custom properties: one source for both views.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root @returns {Record<'Light' | 'Dark' | 'Contrast', [string, string][]>} */
export function readThemes(root) {
  const text = readFileSync(join(root, 'client/ui/theme.cpp'), 'utf8');
  const themes = {};
  for (const [, name, body] of text.matchAll(/make\(ThemeName::(\w+),([\s\S]*?)\}\}\);/g)) {
    themes[name] = Array.from(body.matchAll(/\{Colour::(\w+), 0x([0-9A-Fa-f]{6})\}/g), ([, role, rgb]) => [
      role.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(),
      `#${rgb.toLowerCase()}`,
    ]);
  }
  for (const name of ['Light', 'Dark', 'Contrast']) {
    if (!(themes[name]?.length > 20)) throw new Error(`client/ui/theme.cpp: cannot read the theme ${name}`);
  }
  return themes;
}

/** @param {string} root */
export function themeCss(root) {
  const { Light, Dark, Contrast } = readThemes(root);
  const rules = (theme) => `:root{${theme.map(([role, value]) => `--${role}:${value};`).join('')}}`;
  return `${rules(Light)}
@media (prefers-color-scheme: dark){${rules(Dark)}}
@media (prefers-contrast: more){${rules(Contrast)}}
:root{color-scheme:light dark}`;
}
