import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeHex } from '../../src/core/libm/decodeHex.ts';
import { type Libm, libm } from '../../src/core/libm.ts';

type Name = keyof Libm;
interface Reference {
  readonly name: Name;
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Values computed elsewhere; the file says how. */
const references: readonly Reference[] = readFileSync(new URL('libmReferences.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name, x, y, value] = line.split(',');
    return { name: name as Name, x: Number(x), y: Number(y), value: Number(value) };
  });

const names = Object.keys(libm).filter((name): name is Name => typeof libm[name as Name] === 'function');

function call(name: Name, x: number, y: number): number {
  return (libm[name] as (x: number, y: number) => number)(x, y);
}

const bits = new BigInt64Array(1);
const float = new Float64Array(bits.buffer);

/** Position of a float among all floats, ascending; neighbours differ by 1. */
function position(value: number): bigint {
  float[0] = value;
  const raw = bits[0] as bigint;
  return raw < 0n ? -(raw & 0x7fff_ffff_ffff_ffffn) : raw;
}

/** How many floats `a` and `b` are apart. */
function unitsApart(a: number, b: number): number {
  const distance = position(a) - position(b);
  return Number(distance < 0n ? -distance : distance);
}

/** musl promises less for these. */
const TWO_UNITS: ReadonlySet<Name> = new Set<Name>(['sinh', 'tanh', 'expm1', 'atan2']);

describe('libm', () => {
  it('has references for every function', () => {
    expect(names.length).toBe(20);
    for (const name of names) expect(references.filter((each) => each.name === name).length).toBeGreaterThan(100);
  });

  it.each(names)('%s is within one or two units of the correctly rounded value', (name) => {
    const most = TWO_UNITS.has(name) ? 2 : 1;
    for (const { x, y, value } of references.filter((each) => each.name === name)) {
      expect(unitsApart(call(name, x, y), value), `${name}(${x}, ${y})`).toBeLessThanOrEqual(most);
    }
  });

  it('gives exact values where there are any', () => {
    const exact: readonly [Name, number, number, number][] = [
      ['exp', 0, 0, 1],
      ['log', 1, 0, 0],
      ['log2', 1024, 0, 10],
      ['log10', 1000, 0, 3],
      ['cbrt', -27, 0, -3],
      ['hypot', 3, -4, 5],
      ['pow', 2, 10, 1024],
      ['pow', -2, 3, -8],
      ['pow', 0, 0, 1],
      ['pow', Number.NaN, 0, 1],
      ['cosh', 0, 0, 1],
      ['atan2', 0, 1, 0],
    ];
    for (const [name, x, y, value] of exact) expect(call(name, x, y), `${name}(${x}, ${y})`).toBe(value);
  });

  /** ISO C (2011), annex F.10, but for `pow` of 1 and of −1, which are as in ECMAScript's Number::exponentiate. */
  const special: readonly [Name, number, number, number][] = [
    ...(['sin', 'tan', 'asin', 'atan', 'sinh', 'tanh', 'expm1', 'log1p', 'cbrt', 'erf'] as const).map(
      (name): [Name, number, number, number] => [name, -0, 0, -0],
    ),
    ...names.map((name): [Name, number, number, number] => [name, Number.NaN, 2, Number.NaN]),
    ...(['sin', 'cos', 'tan', 'asin', 'acos'] as const).map((name): [Name, number, number, number] => [
      name,
      Infinity,
      0,
      Number.NaN,
    ]),
    ['atan', -Infinity, 0, -Math.PI / 2],
    ['sinh', -Infinity, 0, -Infinity],
    ['cosh', -Infinity, 0, Infinity],
    ['tanh', -Infinity, 0, -1],
    ['exp', -Infinity, 0, 0],
    ['exp', 1000, 0, Infinity],
    ['exp', -1000, 0, 0],
    ['expm1', -Infinity, 0, -1],
    ['log', 0, 0, -Infinity],
    ['log', -1, 0, Number.NaN],
    ['log', Infinity, 0, Infinity],
    ['log2', -0, 0, -Infinity],
    ['log10', -1, 0, Number.NaN],
    ['log1p', -1, 0, -Infinity],
    ['log1p', -2, 0, Number.NaN],
    ['cbrt', -Infinity, 0, -Infinity],
    ['asin', 1.0000000000000002, 0, Number.NaN],
    ['erf', Infinity, 0, 1],
    ['erf', -Infinity, 0, -1],
    ['erf', 5e-324, 0, 5e-324],
    ['atan2', 0, -0, Math.PI],
    ['atan2', -0, 0, -0],
    ['atan2', Infinity, Infinity, Math.PI / 4],
    ['hypot', Infinity, Number.NaN, Infinity],
    ['hypot', 1e308, 1e308, Math.SQRT2 * 1e308],
    ['pow', -8, 1 / 3, Number.NaN],
    ['pow', 1, Number.NaN, Number.NaN],
    ['pow', -1, Infinity, Number.NaN],
    ['pow', -0, -1, -Infinity],
    ['pow', 0.5, Infinity, 0],
  ];

  it.each(special)('%s(%d, %d) is %d', (name, x, y, value) => {
    expect(call(name, x, y)).toBe(value);
  });

  /**
   * A regression of this build, not a truth from outside: every engine must arrive at the same bits, so the page's and
   * the command line's numbers agree. FNV-1a over the values' bits at 10,000 points each.
   */
  it('gives the same bits everywhere', () => {
    const words = new Uint32Array(float.buffer);
    const hashes = names.map((name) => {
      let hash = 0x811c9dc5;
      for (let k = 0; k < 10_000; k++) {
        // Exact in binary: from −2.44 to 2.44 for x, and a permutation of it for y.
        const x = (k - 5000) / 2048;
        const y = (((k * 7919) % 10_000) - 5000) / 2048;
        const value = call(name, x, y);
        float[0] = Number.isNaN(value) ? 0 : value;
        hash = Math.imul(hash ^ (words[0] as number), 0x01000193);
        hash = Math.imul(hash ^ (words[1] as number), 0x01000193);
      }
      return `${name} ${(hash >>> 0).toString(16)}`;
    });
    expect(hashes).toMatchInlineSnapshot(`
      [
        "sin 11ad4fea",
        "cos 339898f2",
        "tan 4d1c849d",
        "asin 94631625",
        "acos 6708d73d",
        "atan 9c47787",
        "atan2 9c2545c1",
        "sinh cc963355",
        "cosh b9b6c9b5",
        "tanh d25fe6b4",
        "exp b72c29a",
        "expm1 fbd75034",
        "log bc701be6",
        "log2 8020a061",
        "log10 a20c8766",
        "log1p 85b3661f",
        "cbrt e8afde28",
        "hypot 6aa8041",
        "pow 5af081f9",
        "erf 1bdeac24",
      ]
    `);
  });
});

describe('decodeHex', () => {
  it('reads what others wrote', () => {
    expect([...decodeHex('')]).toEqual([]);
    expect([...decodeHex('0001ff0a')]).toEqual([0, 1, 255, 10]);
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * i * 31) & 255);
    expect(decodeHex(Buffer.from(bytes).toString('hex'))).toEqual(bytes);
  });
});
