/**
 * Drawn by the painter, or styled HTML ("chế độ văn bản")? A person's own choice is kept;
 * otherwise HTML wherever a drawn page would serve them worse.
 */
import { isTextOnly } from './site.js';

const KEY = 'motcua.mode';
const NARROWEST_PX = 320;
/** Narrowest window for larger text, measured in that text. */
const NARROWEST_SCALED_PX = 240;
const LARGEST_TEXT_SCALE = 2;

/** How much larger than usual this person's browser sets text. */
export const textScale = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** @param {string} [lang]  of the page @returns {'text' | 'canvas'} */
export function wantedMode(lang) {
  const chosen = read();
  if (isTextOnly(lang) || matchMedia('(forced-colors: active)').matches || tooNarrow() || textScale() > LARGEST_TEXT_SCALE) return 'text';
  if (chosen) return chosen;
  return navigator.connection?.saveData || !hasWebGl() ? 'text' : 'canvas';
}

/** @param {'text' | 'canvas'} mode */
export function chooseMode(mode) {
  try {
    localStorage.setItem(KEY, mode);
  } catch {
    // Storage may be forbidden: the choice then holds for this visit.
  }
}

/** Calls back when something outside the page may have changed the answer, or how large a page is. */
export function onModeChange(tell) {
  matchMedia('(forced-colors: active)').addEventListener('change', tell);
  addEventListener('resize', tell);
  // A new size of text is told by nothing but what is measured in it.
  const measured = document.body.appendChild(document.createElement('div'));
  measured.className = 'unseen';
  measured.style.width = '1rem';
  new ResizeObserver(tell).observe(measured);
}

const tooNarrow = () => innerWidth < Math.max(NARROWEST_PX, NARROWEST_SCALED_PX * textScale());

function read() {
  try {
    const chosen = localStorage.getItem(KEY);
    return chosen === 'text' || chosen === 'canvas' ? chosen : null;
  } catch {
    return null;
  }
}

let webGl = null;

const hasWebGl = () => (webGl ??= probeWebGl());

function probeWebGl() {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return Boolean(context);
  } catch {
    return false;
  }
}
