/**
 * The page as real HTML: what a screen reader, a keyboard, find-in-page and the text mode
 * use, and in overlay mode lies over the painter's picture. Runs in the browser and, for
 * the page rendered at build time, under Node.
 */
import { adoptChildren, patchChildren } from './patch.js';
import { element, elementId } from './shape_element.js';
import { layersOf } from './shape_layer.js';
import { shapesOf } from './shape.js';

/** @typedef {import('./types.js').Page} Page @typedef {import('./types.js').Shape} Shape */

export class Mirror {
  /** @param {Document} document  holding #header, #main, #layer and the live regions */
  constructor(document) {
    this.document = document;
    this.header = document.getElementById('header');
    this.main = document.getElementById('main');
    this.layer = document.getElementById('layer');
    /** @type {Shape[]} */
    this.headerShapes = [];
    /** @type {Shape[]} */
    this.mainShapes = [];
    /** @type {Shape[]} */
    this.layerShapes = [];
    /** @type {Page | null} */
    this.page = null;
    /** Decides how a field's value is set; fields.js replaces it in the browser. */
    this.writeValue = (field, value) => field.setAttribute('value', value);
  }

  /** @param {Page} page */
  update(page) {
    const header = shapesOf(page.header ?? []);
    // The clerks' first page has an address of its own.
    if (page.id.startsWith('desk.') && header[0]) header[0].attrs.href = '/ban-tiep-nhan';
    const main = [element('div', page.id, { class: `page page-${page.id.replaceAll('.', '-')}` }, shapesOf(page.main ?? []))];
    if (!this.page) this.#adopt(header, main);
    patchChildren(this.header, this.headerShapes, header, this.writeValue);
    patchChildren(this.main, this.mainShapes, main, this.writeValue);
    this.headerShapes = header;
    this.mainShapes = main;
    const layers = layersOf(page, shapesOf);
    patchChildren(this.layer, this.layerShapes, layers, this.writeValue);
    this.layerShapes = layers;
    // What lies behind a dialog cannot be reached by any means.
    for (const behind of [this.document.querySelector('.skip'), this.header, this.main]) behind?.toggleAttribute('inert', Boolean(page.dialog));
    this.page = page;
    const root = this.document.documentElement;
    root.setAttribute('lang', page.lang ?? 'vi');
    if (this.document.title !== page.title) this.document.title = page.title;
    this.main.setAttribute('data-page', page.id);
    if (page.busy) this.main.setAttribute('aria-busy', 'true');
    else this.main.removeAttribute('aria-busy');
  }

  /** The first page may stand already, made at build time from the same shapes. */
  #adopt(header, main) {
    const there = adoptChildren(this.header, header);
    if (there) this.headerShapes = withoutState(header);
    else this.header.replaceChildren();
    if (adoptChildren(this.main, main)) this.mainShapes = withoutState(main);
    else this.main.replaceChildren();
  }

  /** What a focus request or an error link means by this node id; "" = the page's heading. */
  target(id) {
    if (id === '') return this.main.querySelector('h1, h2, h3');
    const found = this.document.getElementById(elementId(id));
    if (!found?.classList.contains('choices')) return found;
    return found.querySelector('input:checked') ?? found.querySelector('input:not(:disabled)') ?? found;
  }

  /** The node with this id on the present page, or undefined. */
  node(id) {
    const search = (nodes) => {
      for (const node of nodes ?? []) {
        const found = node.id === id ? node : search(node.children);
        if (found) return found;
      }
      return undefined;
    };
    const layers = [this.page?.dialog, this.page?.toast].filter(Boolean);
    return search(layers) ?? search(this.page?.header) ?? search(this.page?.main);
  }
}

/** A copy of the adopted shapes to compare with: same elements, attributes as they stand. */
function withoutState(shapes) {
  return shapes.map((shape) => ({ ...shape, children: withoutState(shape.children) }));
}
