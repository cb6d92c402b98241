/**
 * Lays the mirror's elements on the painter's rectangles (through the CSSOM: no style
 * attributes in the HTML, so that a strict content security policy holds).
 */

/** @param {HTMLElement} mirror @param {[string, number, number, number, number][]} rects */
export function placeElements(mirror, rects) {
  const byId = new Map(rects.map((rect) => [rect[0], rect]));
  for (const element of mirror.querySelectorAll('[data-place]')) {
    const rect = byId.get(element.dataset.place);
    element.classList.toggle('placed', Boolean(rect));
    if (!rect) continue;
    const [, x, y, width, height] = rect;
    const [left, top] = originOf(element, byId);
    const { style } = element;
    style.setProperty('--x', `${x - left}px`);
    style.setProperty('--y', `${y - top}px`);
    style.setProperty('--w', `${width}px`);
    style.setProperty('--h', `${height}px`);
    element.dataset.rect = `${x} ${y} ${width} ${height}`; // for tests: where it was drawn
  }
}

/** A placed element inside another is placed relative to that one. */
function originOf(element, byId) {
  const around = element.parentElement?.closest('.placed');
  const [, x, y] = (around && byId.get(around.dataset.place)) ?? ['', 0, 0];
  return [x, y];
}

/** @param {HTMLElement} mirror */
export function releaseElements(mirror) {
  mirror.style.removeProperty('height');
  for (const element of mirror.querySelectorAll('.placed')) {
    element.classList.remove('placed');
    delete element.dataset.rect;
    for (const name of ['--x', '--y', '--w', '--h']) element.style.removeProperty(name);
  }
}
