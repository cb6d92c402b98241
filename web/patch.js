/**
 * Brings a real DOM to a list of shapes, changing only what differs: an element that
 * stays is never moved or made anew, so focus, selection and compositions survive.
 */

/** @typedef {import('./types.js').Shape} Shape */

const SVG = 'http://www.w3.org/2000/svg';
const VECTOR = new Set(['svg', 'path', 'g', 'circle', 'text']);

/**
 * @param {Element} parent
 * @param {Shape[]} before  what `parent` shows now
 * @param {Shape[]} after
 * @param {(field: Element, value: string) => void} writeValue  decides how a field's value is set
 */
export function patchChildren(parent, before, after, writeValue) {
  const kept = new Map();
  for (const shape of before) kept.set(shape.key, shape);
  for (const shape of after) {
    const old = kept.get(shape.key);
    if (old && old.tag === shape.tag) {
      shape.dom = old.dom;
      patchElement(old, shape, writeValue);
      kept.delete(shape.key);
    }
  }
  for (const old of kept.values()) old.dom?.remove();
  let next = parent.firstChild;
  for (const shape of after) {
    shape.dom ??= create(parent.ownerDocument, shape, writeValue);
    if (shape.dom === next) {
      next = next.nextSibling;
    } else {
      parent.insertBefore(shape.dom, next);
    }
  }
}

/**
 * Takes over elements that are already there (the page rendered at build time).
 * Answers false, having changed nothing, when they are not what the shapes say.
 * @param {Element} parent
 * @param {Shape[]} shapes
 */
export function adoptChildren(parent, shapes) {
  if (!matches(parent, shapes)) return false;
  shapes.forEach((shape, at) => adopt(parent.children[at], shape));
  return true;
}

function matches(parent, shapes) {
  return (
    parent.children.length === shapes.length &&
    shapes.every((shape, at) => {
      const element = parent.children[at];
      if (element.localName !== shape.tag) return false;
      if ((element.getAttribute('id') ?? '') !== (shape.attrs.id ?? '')) return false;
      return shape.text === undefined ? matches(element, shape.children) : element.textContent === shape.text;
    })
  );
}

function adopt(element, shape) {
  shape.dom = element;
  shape.children.forEach((child, at) => adopt(element.children[at], child));
}

function create(document, shape, writeValue) {
  const element = VECTOR.has(shape.tag) ? document.createElementNS(SVG, shape.tag) : document.createElement(shape.tag);
  shape.dom = element;
  const blank = { tag: shape.tag, key: shape.key, attrs: {}, children: [], dom: element };
  patchElement(blank, shape, writeValue);
  return element;
}

function patchElement(old, shape, writeValue) {
  const element = shape.dom;
  for (const name of Object.keys(old.attrs)) {
    if (!(name in shape.attrs)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(shape.attrs)) {
    if (old.attrs[name] !== value) element.setAttribute(name, value);
  }
  if (shape.text !== undefined) {
    if (old.text !== shape.text) element.textContent = shape.text;
  } else {
    if (old.text !== undefined) element.textContent = '';
    patchChildren(element, old.text === undefined ? old.children : [], shape.children, writeValue);
  }
  if (shape.checked !== undefined && element.checked !== shape.checked) element.checked = shape.checked;
  if (shape.value !== undefined && element.value !== shape.value) writeValue(element, shape.value);
}
