// Templates: {{key}} stands for the first value that a table has under that key.

/** @param {string} text @param {...Record<string, string>} tables */
export const fill = (text, ...tables) =>
  text.replace(/\{\{([^}]+)\}\}/g, (_, key) => {
    const found = tables.map((table) => table[key]).find((value) => value !== undefined);
    if (found === undefined) throw new Error(`nothing to put in for {{${key}}}`);
    return found;
  });

/** Text as HTML. */
export const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
