// Rules with data for compare.mjs: seeded, so every run has the same ones. Each is a JSON text
// {"rule":…,"data":…}; numbers may stand in it as JSON.stringify would never write them.

// Marks a text that is to stand in the JSON as it is, without quotes.
const RAW = '\u0001';

/** mulberry32: small, and good enough to draw cases. */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound) => Math.floor(next() * bound);
  return { below, oneIn: (chances) => below(chances) === 0, pick: (list) => list[below(list.length)] };
}

const NUMBERS = [0, 1, 2, 3, 5, 7, 10, 18, 100, -1, -2, -7, 0.5, 1.5, -2.25, 0.1, 0.2, 0.3, 1e21, 1e-7, 123456.789]
  .concat(['-0', '-0.0', '1E3', '5e-324', '1.7976931348623157e308', '9007199254740991', '9007199254740993']
    .concat(['123456789012345678901234567890', '4.35', '0.1e1', '1e22', '-1e-7', '2.2250738585072014e-308']).map((n) => RAW + n));
const TEXTS = ['', 'a', 'b', 'x', 'p', 'q', 'abc', 'Đặng', 'nam', 'Trà Vinh', '0', '1', '2', '10', '-1', '1.5', ' 3 ', '12abc', '.5']
  .concat(['5.', '+7', '1e3', '1e', '0x1F', '0b101', '0o17', '0x', '-0x1', 'Infinity', '-Infinity', 'infinity', 'NaN', 'null'])
  .concat(['undefined', 'true', 'false', ',', '1,2', '[object Object]', '\u00a0 4\u2028', '\ufeff', 'A', 'z', '\uff21'])
  .concat(['2026-11-21', '2026-02-03', 'a.b', '1e400', '-1e-400', '--1', '1_000', '0.1.2', '9007199254740993', '00012']);
const PATHS = ['a', 'b', 'c', 'c.d', 'c.e', 'c.d.x', 'l', 'l.0', 'l.1', 'l.length', 't', 't.0', 't.1.length', 't.0.0', 'o', 'o.0.n']
  .concat(['o.1.s', 'o.0', 's', 's.length', 's.1', 'n', 'n.x', 'f', 'none', 'none.x', 'deep.er', '', '.', 'a.', '.a', 'l.01', 'l.-1'])
  .concat(['l.9', 'g', 'g.0.0', 'g.1.1', 'h', 'h.1', 'current', 'accumulator', 'current.n', 'accumulator.length']);
const ASTRAL = ['😀', 'x😀y', '𐐷ab', '\uff21', 'ab', '😀😀', '\ue000'];

function number(random) {
  return random.oneIn(3) ? random.pick(NUMBERS) : random.below(12);
}

function scalar(random) {
  switch (random.below(8)) {
    case 0: return null;
    case 1: return random.oneIn(2);
    case 2: case 3: case 4: return number(random);
    default: return random.pick(TEXTS);
  }
}

function some(random, most, make) {
  return Array.from({ length: random.below(most + 1) }, () => make(random));
}

function anything(random, depth = 2) {
  if (depth === 0 || random.oneIn(2)) return scalar(random);
  if (random.oneIn(2)) return some(random, 4, () => anything(random, depth - 1));
  return Object.fromEntries(some(random, 3, () => [random.pick(['a', 'b', 'n', 's', 'x', '', 'length']), anything(random, depth - 1)]));
}

export function makeData(random) {
  if (random.oneIn(12)) return anything(random, 3);
  const data = {
    a: scalar(random), b: random.pick(TEXTS), c: { d: scalar(random), e: number(random) }, l: some(random, 5, number),
    t: some(random, 4, () => random.pick(TEXTS)), o: some(random, 4, () => ({ n: number(random), s: scalar(random) })),
    n: null, f: random.oneIn(2), s: random.pick(TEXTS), g: some(random, 3, () => some(random, 3, scalar)), h: anything(random, 3),
  };
  // Names that hold rules: `missing` and `missing_some` evaluate what they are given once more.
  if (random.oneIn(8)) data.t.push(random.pick([{ var: 'b' }, { cat: ['a', ''] }, ['a', 'x'], [['l']], { launch: 1 }]));
  for (const name of Object.keys(data)) if (random.oneIn(6)) delete data[name];
  return data;
}

const COMPARISONS = ['==', '===', '!=', '!==', '<', '<=', '>', '>='];
const ITERATIONS = ['some', 'none', 'all', 'filter', 'map', 'reduce'];
const SCOPED = ['', 'n', 's', '0', 'length', 'current', 'accumulator', 'current.n', 'a', '1.s', 'accumulator.length'];

/** Makes rules of a kind: what an argument is meant to be, which it now and then is not. */
class Rules {
  constructor(random) {
    this.random = random;
    this.inside = 0; // how many iterations lie around
  }

  read() {
    const { random } = this;
    const path = this.inside > 0 && !random.oneIn(4) ? random.pick(SCOPED) : random.pick(PATHS);
    switch (random.below(12)) {
      case 0: return { var: [path, scalar(random)] };
      case 1: return { var: [path] };
      case 2: return { var: random.pick([null, [], '', 0, 1, 1.5, [null, 3], [[]], [['a']], true, { cat: ['l', '.', 0] }, [['a', 'b']], -1]) };
      default: return { var: path };
    }
  }

  list(most, make) {
    return Array.from({ length: this.random.below(most + 1) }, make);
  }

  /** Mostly as many arguments as there should be, sometimes one without its array. */
  arguments(...makers) {
    const { random } = this;
    const made = makers.map((make) => make());
    if (random.oneIn(20)) made.pop();
    if (random.oneIn(25)) made.push(this.any(1));
    if (random.oneIn(40)) made.length = 0;
    return made.length === 1 && random.oneIn(2) ? made[0] : made;
  }

  truth(depth) {
    const { random } = this;
    const any = () => this.any(depth - 1);
    const numeric = () => this.number(depth - 1);
    const text = () => this.text(depth - 1);
    switch (random.below(10)) {
      case 0: case 1: {
        const make = random.pick([any, any, numeric, text, () => this.array(depth - 1)]);
        return { [random.pick(COMPARISONS)]: this.arguments(make, random.oneIn(4) ? any : make) };
      }
      case 2: return { [random.pick(['<', '<='])]: this.arguments(numeric, numeric, random.oneIn(5) ? any : numeric) };
      case 3: case 4: return { [random.pick(['and', 'or'])]: this.list(3, () => this.truth(depth - 1)) };
      case 5: return { [random.pick(['!', '!!'])]: this.arguments(any) };
      case 6: return { in: this.arguments(random.oneIn(2) ? text : any, random.oneIn(2) ? text : () => this.array(depth - 1)) };
      case 7: case 8: return this.iteration(random.pick(['some', 'none', 'all']), depth);
      default: return any();
    }
  }

  number(depth) {
    const { random } = this;
    if (depth <= 0) return random.oneIn(3) ? this.read() : number(random);
    const make = () => (random.oneIn(6) ? this.any(depth - 1) : this.number(depth - 1));
    switch (random.below(6)) {
      case 0: return { [random.pick(['+', '*', 'min', 'max'])]: this.list(4, make) };
      case 1: return { [random.pick(['+', '-'])]: this.arguments(make) };
      case 2: case 3: return { [random.pick(['-', '/', '%', '+', '*'])]: this.arguments(make, make) };
      case 4: return this.iteration('reduce', depth);
      default: return this.number(0);
    }
  }

  text(depth) {
    const { random } = this;
    if (depth <= 0) return random.oneIn(2) ? this.read() : random.pick(TEXTS);
    const place = () => (random.oneIn(5) ? this.any(depth - 1) : random.pick([-9, -3, -2, -1, 0, 1, 2, 3, 5, 1.7, -0.5, '-1', '2', null]));
    switch (random.below(4)) {
      case 0: return { cat: this.list(4, () => this.any(depth - 1)) };
      case 1: return { substr: this.arguments(() => this.text(depth - 1), place) };
      case 2: return { substr: this.arguments(() => (random.oneIn(5) ? this.any(depth - 1) : this.text(depth - 1)), place, place) };
      default: return this.text(0);
    }
  }

  array(depth) {
    const { random } = this;
    if (depth <= 0) return random.oneIn(3) ? some(random, 3, scalar) : this.read();
    const names = () => random.pick(PATHS);
    switch (random.below(8)) {
      case 0: return { merge: this.list(3, () => this.any(depth - 1)) };
      case 1: return { missing: random.oneIn(3) ? this.array(depth - 1) : this.list(4, names) };
      case 2: return { missing_some: this.arguments(() => (random.oneIn(5) ? this.any(0) : random.below(4)),
        () => (random.oneIn(4) ? this.any(depth - 1) : this.list(4, names))) };
      case 3: case 4: return this.iteration(random.pick(['filter', 'map']), depth);
      case 5: return this.list(3, () => this.any(depth - 1));
      default: return this.array(0);
    }
  }

  iteration(name, depth) {
    const { random } = this;
    const items = random.oneIn(8) ? this.any(depth - 1) : this.array(depth - 1);
    this.inside += 1;
    const rule = random.oneIn(2) ? this.truth(depth - 1) : this.any(depth - 1);
    const folded = { [random.pick(['+', '*', 'cat', 'max', 'merge', '-'])]: [{ var: random.pick(['current', 'current.n', 'current.s']) }, { var: 'accumulator' }] };
    this.inside -= 1;
    if (name !== 'reduce') return { [name]: this.arguments(() => items, () => rule) };
    return { reduce: this.arguments(() => items, () => (random.oneIn(3) ? rule : folded), ...(random.oneIn(6) ? [] : [() => this.any(depth - 1)])) };
  }

  any(depth) {
    const { random } = this;
    if (depth <= 0) return random.oneIn(2) ? this.read() : scalar(random);
    switch (random.below(14)) {
      case 0: case 1: case 2: return this.truth(depth);
      case 3: case 4: return this.number(depth);
      case 5: case 6: return this.text(depth);
      case 7: case 8: return this.array(depth);
      case 9: return { [random.pick(['if', '?:'])]: this.list(5, () => this.any(depth - 1)) };
      case 10: return random.oneIn(3) ? { log: this.arguments(() => this.any(depth - 1)) } : this.read();
      case 11: return random.oneIn(3) ? anything(random) : this.read();
      case 12: return random.oneIn(12) ? { [random.pick(['launch', '', 'var.x', 'a.b', 'IF', '====', 'method', 'constructor'])]: this.any(depth - 1) } : this.any(0);
      default: return scalar(random);
    }
  }
}

/** Texts with characters of two units, which may be cut in half but are not put together again. */
function astralRule(random) {
  const text = () => random.pick(ASTRAL);
  const place = () => random.below(7) - 3;
  return random.pick([
    () => ({ substr: [text(), place()] }), () => ({ substr: [text(), place(), place()] }),
    () => ({ [random.pick(['<', '<=', '>', '>=', '=='])]: [text(), text()] }), () => ({ in: [text(), text()] }),
    () => ({ var: random.pick(['0', '1', '2', 'length']) }),
  ])();
}

export function makeCase(random) {
  const astral = random.oneIn(40);
  const rule = astral ? astralRule(random) : new Rules(random)[random.pick(['any', 'truth', 'truth', 'number', 'text', 'array'])](1 + random.below(4));
  const data = astral ? random.pick(ASTRAL) : makeData(random);
  return JSON.stringify({ rule, data }).replace(/"\\u0001([^"]*)"/g, '$1');
}

export const OPERATIONS = [...COMPARISONS, ...ITERATIONS, 'var', 'missing', 'missing_some', 'if', '?:', 'and', 'or', '!', '!!', 'in', '+', '-', '*', '/']
  .concat(['%', 'min', 'max', 'cat', 'substr', 'merge', 'log']);
