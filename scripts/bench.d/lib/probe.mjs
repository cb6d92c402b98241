// How a page is found to be usable, the same way for ours and for the peers'.

/**
 * Runs inside the page from its very beginning (it can use nothing from here): presses through to
 * the form, and finds out when it can be used. Leaves milliseconds since the navigation in
 * globalThis.measured: `running`, `painted`, `started` (a press was answered) of ours; `usable`
 * of the form.
 * @param {{way: Record<string, string[]> | null, formPage: string, next: string, mode?: string}} what
 */
export function probe({ way, formPage, next, mode }) {
  if (mode === 'text') localStorage.setItem('motcua.mode', 'text');
  const measured = (globalThis.measured = {});
  const TICK_MS = 4;
  const LEAST_FIELDS = 4;
  const named = (name) =>
    [...document.querySelectorAll('main a, main button, main label, main input[type=button], main input[type=submit]')].find(
      (element) => (element.value || element.textContent).trim() === name,
    );

  /** Presses what leads on, each page's things once, as soon as the application answers. */
  const pressed = new Set();
  const goOn = () => {
    const root = document.documentElement?.dataset ?? {};
    const page = document.querySelector('main')?.dataset.page;
    if (!('running' in root)) return;
    measured.running ??= performance.getEntriesByName('running')[0].startTime;
    if (root.painter === 'ready') measured.painted ??= performance.now();
    if (mode === 'drawn' && !measured.painted) return;
    if (page !== 'start') measured.started ??= performance.now();
    for (const name of way?.[page] ?? []) {
      const step = `${page}: ${name}`;
      if (pressed.has(step)) continue;
      const element = named(name);
      if (!element) return;
      pressed.add(step);
      element.click();
    }
  };

  /**
   * A wrong name typed, "Continue" pressed: a form that can be used calls the field wrong. Done once,
   * as people do; again only when what was typed has gone.
   */
  const WRONG = '1';
  const tryForm = () => {
    const page = document.querySelector('main')?.dataset.page;
    if (page !== undefined && page !== formPage) return false;
    const fields = document.querySelectorAll('main input:not([type]), main input[type=text]');
    const button = named(next);
    if (fields.length < LEAST_FIELDS || !button || fields[0].value === WRONG) return false;
    fields[0].focus();
    document.execCommand('insertText', false, WRONG);
    fields[0].blur();
    button.click();
    return true;
  };
  const isAnswered = () => document.querySelector('main input[aria-invalid=true]') !== null;

  let tried = false;
  const timer = setInterval(() => {
    if (way) goOn();
    if (tried && isAnswered()) {
      measured.usable = performance.now();
      clearInterval(timer);
    } else {
      tried = tryForm() || tried;
    }
  }, TICK_MS);
}
