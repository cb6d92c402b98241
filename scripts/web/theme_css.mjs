// The themes (shared/colour/theme.cpp) as custom properties: one source for both views.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root @returns {Record<'Light' | 'Dark' | 'Contrast', [string, string][]>} */
export function readThemes(root) {
  const text = readFileSync(join(root, 'shared/colour/theme.cpp'), 'utf8');
  const themes = {};
  for (const [, name, body] of text.matchAll(/make\(ThemeName::(\w+),([\s\S]*?)\}\}\);/g)) {
    themes[name] = Array.from(body.matchAll(/\{Colour::(\w+), 0x([0-9A-Fa-f]{6})\}/g), ([, role, rgb]) => [
      role.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(),
      `#${rgb.toLowerCase()}`,
    ]);
  }
  for (const name of ['Light', 'Dark', 'Contrast']) {
    if (!(themes[name]?.length > 20)) throw new Error(`shared/colour/theme.cpp: cannot read the theme ${name}`);
  }
  return themes;
}

/**
 * @param {string} root
 * @param {{colours?: Record<string, number[]>, emblem?: number[][]}} site  of an agency: `motcua agency site`
 */
export function themeCss(root, { colours = {}, emblem } = {}) {
  const themes = readThemes(root);
  const rules = (name) => {
    const theme = themes[name].map(([role, value], number) => [role, colourOf(colours[name.toLowerCase()], number) ?? value]);
    return `:root{${theme.map(([role, value]) => `--${role}:${value};`).join('')}}`;
  };
  return `${rules('Light')}
@media (prefers-color-scheme: dark){${rules('Dark')}}
@media (prefers-contrast: more){${rules('Contrast')}}
:root{color-scheme:light dark}
${emblem ? emblemCss(emblem) : ''}`;
}

/** What [role, rgb, role, …] has for a role, by its number in colour::Colour: the order in which themes list them. */
function colourOf(numbers = [], role) {
  const at = numbers.findIndex((number, i) => i % 2 === 0 && number === role);
  return at < 0 ? undefined : `#${numbers[at + 1].toString(16).padStart(6, '0')}`;
}

/** The colour of the bar at the top, for the browser's own bar around it. */
export const headerColour = (root, { colours } = {}) => {
  const light = readThemes(root).Light;
  const header = light.findIndex(([role]) => role === 'header');
  return colourOf(colours?.light, header) ?? light[header][1];
};

/** In place of the outline of the product's emblem (web/style/base.css). */
function emblemCss(strokes) {
  const path = strokes.map((numbers) => `M${numbers.join(' ')}`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="${path}" fill="none" stroke="#000" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return `:root{--emblem:url("data:image/svg+xml,${encodeURIComponent(svg)}");--emblem-outline:none}`;
}
