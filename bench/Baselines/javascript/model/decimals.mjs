// Decimals as integers in units of 10^-28: values of up to 28 digits and their sums are exact.

import { Wrong } from './wrong.mjs';

const maxDigits = 28;
const one = 10n ** BigInt(maxDigits);

export const decimalOf = (number) => BigInt(number) * one;

/** Reads a JSON number, or one of DynamoDB's. */
export function readDecimal(text) {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE](.+))?$/.exec(text);
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') {
    return 0n;
  }
  const scale = fraction.length - Number(exponent) - (digits.length - significant.length);
  if (Math.abs(Number(exponent)) > 10_000 || significant.length - scale > maxDigits + 1) {
    throw new Wrong('out_of_range', 'is out of range');
  }
  if (significant.length > maxDigits || scale > maxDigits) {
    throw new Wrong('too_precise', `may have at most ${maxDigits} digits`);
  }
  return BigInt(sign + significant) * 10n ** BigInt(maxDigits - scale);
}

/** Digits, never an exponent. */
export function plain(decimal) {
  const [sign, units] = decimal < 0n ? ['-', -decimal] : ['', decimal];
  const digits = units.toString().padStart(maxDigits + 1, '0');
  const fraction = digits.slice(-maxDigits).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -maxDigits)}${fraction && '.'}${fraction}`;
}

export const hasMoreDigitsThan = (decimal, fractionDigits) => decimal % 10n ** BigInt(maxDigits - fractionDigits) !== 0n;

/** The average, rounded half up to two decimal places. */
export function average(total, count) {
  const hundredth = one / 100n;
  const parts = BigInt(count) * hundredth;
  return count > 0 ? ((2n * total + parts) / (2n * parts)) * hundredth : 0n;
}
