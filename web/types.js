/**
 * The values that travel between the Wasm modules and this folder. They are made by
 * client/page/encode.cpp and client/app/message_encode.cpp; members that hold their
 * default are left out.
 *
 * @typedef {object} PageNode
 * @property {string} id
 * @property {string} role
 * @property {string} [name]
 * @property {string} [value]
 * @property {string} [hint]
 * @property {string} [error]
 * @property {string} [tone]
 * @property {number} [level]
 * @property {boolean} [required]
 * @property {boolean} [disabled]
 * @property {boolean} [selected]
 * @property {boolean} [busy]
 * @property {boolean} [link]
 * @property {boolean} [toggles]
 * @property {string} [said]
 * @property {string} [lang]
 * @property {string} [value_lang]
 * @property {string} [mode]
 * @property {string} [type]
 * @property {string} [autocomplete]
 * @property {string} [capitalize]
 * @property {string} [enter]
 * @property {string} [accept]
 * @property {number} [max_chars]
 * @property {number} [width_chars]
 * @property {PageNode[]} [children]
 *
 * @typedef {object} Page
 * @property {string} id
 * @property {string} title
 * @property {string} [lang]
 * @property {boolean} [busy]
 * @property {boolean} [unsaved]
 * @property {PageNode[]} [header]
 * @property {PageNode[]} [main]
 * @property {PageNode} [toast]
 * @property {PageNode} [dialog]
 * @property {{epoch?: number, id?: string}} [focus]
 * @property {{n?: number, assertive?: boolean, text?: string}} [say]
 *
 * @typedef {object} Language
 * @property {string} code
 * @property {string} name     as its own readers write it
 * @property {string} [latin]  in Latin letters; only where the typeface lacks those of the language
 *
 * @typedef {{type: string, [member: string]: any}} Message  without `now`, which `send` adds
 * @typedef {{type: string, [member: string]: any}} Effect
 * @typedef {(message: Message) => void} Send
 *
 * @typedef {object} Shape      one element of the mirror, as a value
 * @property {string} tag
 * @property {string} key       unique among its siblings
 * @property {Record<string, string>} attrs
 * @property {string} [text]    instead of children
 * @property {string} [value]   what a field should hold
 * @property {boolean} [checked]
 * @property {Shape[]} children
 * @property {Element} [dom]
 */
export {};
