import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFull, formatNumber, formatPowerOfTen } from '../../src/views/formatNumber.ts';

describe('formatNumber', () => {
  const cases: [number, string][] = [
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-42, '−42'],
    [99_999, '99999'],
    [100_000, '1×10⁵'],
    [1.5, '1.500'],
    [-0.25, '−0.2500'],
    [Math.PI * 1000, '3142'],
    [12_345.678, '12346'],
    [0.0012347, '0.001235'],
    [0.00012347, '1.235×10⁻⁴'],
    [-1.2345e-12, '−1.235×10⁻¹²'],
    [9.99996, '10.00'],
    [0.00099999999, '0.001000'],
    [1e300, '1×10³⁰⁰'],
    [5e-324, '4.941×10⁻³²⁴'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, 'NaN'],
  ];
  for (const [value, text] of cases) it(`writes ${value} as ${text}`, () => expect(formatNumber(value)).toBe(text));

  it('is right to four significant digits for every finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), (value) => {
        const ascii = formatNumber(value)
          .replaceAll('−', '-')
          .replace(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, power: string) => `e${normal(power)}`);
        expect(Math.abs(Number(ascii) - value)).toBeLessThanOrEqual(Math.abs(value) * 5.01e-4);
      }),
    );
  });
});

/** Superscripts as plain digits. */
const normal = (power: string) =>
  power.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).replace('⁻', '-');

it('formatFull can be read back to the same double', () => {
  fc.assert(fc.property(fc.double(), (value) => Object.is(Number(formatFull(value)), value)));
});

it('formatPowerOfTen leaves the exponents of 1 and 10 out', () => {
  expect([-3, 0, 1, 12].map(formatPowerOfTen)).toEqual(['10⁻³', '1', '10', '10¹²']);
});
