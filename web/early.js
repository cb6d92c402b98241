/**
 * Keeps what is done to the page before boot.js listens, and says that it was taken: on a slow line
 * that takes seconds. Links that lead somewhere lead there. A script of its own, so small that it is
 * there with the page.
 */
if (globalThis.early === undefined) {
  const seen = () => document.getElementById('taken');
  const say = (words) => {
    seen().textContent = words;
    document.getElementById('polite').textContent = words;
  };
  /** @type {Map<string, {type: string, target: HTMLElement}>} what is done again counts once */
  const kept = new Map();
  const keep = (event) => {
    const target = event.target.closest('[data-act]');
    const { act, node } = target?.dataset ?? {};
    const isPress = act === 'press' && event.type === 'click' && !target.getAttribute('href')?.startsWith('/');
    if (!isPress && (!target || event.type === 'click')) return;
    if (isPress) event.preventDefault();
    kept.set(`${node} ${event.type}`, { type: event.type, target });
    say(seen().dataset.early);
  };
  const types = ['click', 'input', 'change'];
  for (const type of types) document.addEventListener(type, keep, true);
  globalThis.early = () => {
    for (const type of types) document.removeEventListener(type, keep, true);
    say('');
    return [...kept.values()];
  };
}
