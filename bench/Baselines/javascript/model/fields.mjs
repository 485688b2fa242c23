// Parses and validates a workout strictly: reports all errors, with our functions' messages.

import { decimalOf, hasMoreDigitsThan, plain, readDecimal } from './decimals.mjs';
import { now, readTimestamp, utcText } from './timestamps.mjs';
import { Wrong } from './wrong.mjs';

const maxErrors = 100;
const maxDepth = 16;
const fractionDigits = 18;

const { env } = process;
const types = env.SUPPORTED_TYPES.split(',');
const maxNotesLength = Number(env.MAX_NOTES_LENGTH);

/** The rule of each field: returns the value as stored, or throws its error. */
export const rules = {
  userId: (value) => identifier(value, /^[A-Za-z0-9._:@-]*$/, 'letters A-Z and a-z, digits and . _ : @ -', 'batch'),
  workoutType(value) {
    check(types.includes(value), 'unsupported_value', () => `must be one of ${types.join(', ')}; got ${shown(value)}`);
    return value;
  },
  durationMinutes: quantity('minutes', env.MAX_DURATION_MINUTES, false),
  caloriesBurned: quantity('kcal', env.MAX_CALORIES_BURNED, true),
  distanceKm: quantity('km', env.MAX_DISTANCE_KM, true),
  notes,
  workoutTimestamp: timestamp,
  externalId: (value) => identifier(value, /^[!-~]*$/, 'printable ASCII characters without spaces'),
};

const fields = Object.keys(rules);
const required = ['userId', 'workoutType', 'durationMinutes'];
const numbers = ['durationMinutes', 'caloriesBurned', 'distanceKm'];
const kinds = { '{': 'an object', '[': 'an array', '"': 'a string', t: 'a boolean', f: 'a boolean', n: 'null' };

function check(condition, code, rule) {
  if (!condition) {
    throw new Wrong(code, rule());
  }
}

function identifier(value, pattern, characters, reserved) {
  const length = lengthOf(value);
  check(length > 0, 'required', () => 'must not be empty');
  check(length <= 128, 'too_long', () => `must have at most 128 characters; got ${length}`);
  check(value !== reserved, 'reserved', () => `must not be "${value}", which is reserved`);
  check(pattern.test(value), 'invalid_characters', () => `may contain only ${characters}; got ${shown(value)}`);
  return value;
}

function quantity(unit, maximum, zeroAllowed) {
  const most = decimalOf(maximum);
  const bounds = () => `${zeroAllowed ? 'from 0 to' : 'above 0 and at most'} ${grouped(Number(maximum))} ${unit}`;
  return (value) => {
    const isInRange = value <= most && (value > 0n || (zeroAllowed && value === 0n));
    check(isInRange, 'out_of_range', () => `must be ${bounds()}; got ${plain(value)}`);
    const rule = () => `may have at most ${fractionDigits} digits after the point; got ${plain(value)}`;
    check(!hasMoreDigitsThan(value, fractionDigits), 'too_precise', rule);
    return value;
  };
}

function notes(value) {
  const text = value.replaceAll('\r\n', '\n');
  const length = lengthOf(text);
  check(length <= maxNotesLength, 'too_long', () => `must have at most ${grouped(maxNotesLength)} characters; got ${grouped(length)}`);
  const control = text.search(/(?![\n\t])\p{Cc}/u);
  check(control < 0, 'invalid_characters', () => {
    const found = `got U+${hex(text[control])} as character ${lengthOf(text.slice(0, control)) + 1}`;
    return `must not contain control characters other than line breaks (\\n or \\r\\n) and tabs; ${found}`;
  });
  return text;
}

function timestamp(value) {
  const at = readTimestamp(value);
  const { seconds, micros } = now();
  const latest = utcText({ seconds: seconds + env.MAX_HOURS_AHEAD * 3600, micros });
  check(at, 'malformed', () => `must be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00+02:00; got ${shown(value)}`);
  const early = () => `must not be before the year ${env.EARLIEST_YEAR} (UTC); got ${shown(value)}`;
  check(Number(utcText(at).slice(0, 4)) >= Number(env.EARLIEST_YEAR), 'out_of_range', early);
  const late = () => `must be at most ${env.MAX_HOURS_AHEAD} h ahead, until ${latest}; got ${shown(value)}`;
  check(utcText(at) <= latest, 'out_of_range', late);
  return at;
}

/** The workout, and the errors: first those of the JSON, then those of the readable fields' values. */
export function read(text) {
  const workout = {};
  const errors = [];
  if (!collect(errors, 'body', () => readMembers(text, workout, errors))) {
    // Nothing after that point can be read.
    return [workout, errors];
  }
  const refused = new Set(errors.map((error) => error.field));
  for (const field of fields.filter((name) => name in workout && !refused.has(name))) {
    collect(errors, field, () => { workout[field] = rules[field](workout[field]); });
  }
  workout.workoutTimestamp ??= now();
  return [workout, errors];
}

function collect(errors, field, action) {
  try {
    action();
    return true;
  } catch (error) {
    if (!(error instanceof Wrong)) {
      throw error;
    }
    errors.push(error.of(field));
    return false;
  }
}

function readMembers(text, workout, errors) {
  check(text, 'required', () => 'is empty; it must be a JSON object');
  check(isJson(text), 'malformed', () => 'is not JSON');
  check(text.trimStart().startsWith('{'), 'wrong_type', () => `must be a JSON object; got ${kindOf(text.trimStart())}`);
  const seen = new Set();
  for (const { name, value, depth } of members(text)) {
    check(errors.length < maxErrors, 'too_many_errors', () => `has more than ${maxErrors} errors`);
    check(depth <= maxDepth, 'malformed', () => `is nested deeper than ${maxDepth} levels in ${shownName(name)}`);
    const again = seen.has(name);
    seen.add(name);
    if (fields.includes(name)) {
      collect(errors, name, () => {
        check(!again, 'duplicate_field', () => 'must be sent only once');
        take(workout, name, value);
      });
    } else if (!again) {
      const field = shownName(name);
      errors.push({ field, code: 'unknown_field', message: `There is no field ${field}; the fields are ${fields.join(', ')}.` });
    }
  }
  errors.push(...required.filter((name) => !seen.has(name)).map((name) => new Wrong('required', 'is required').of(name)));
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The members of an object in order, values as sent: JSON.parse loses duplicates and digits of numbers. */
function* members(text) {
  let [depth, deepest, start, last, name] = [0, 0, 0, '', ''];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]+|\\.)*"|[{}[\],:]/g)) {
    const isEnd = token === '}' || token === ']';
    depth += token === '{' || token === '[' ? 1 : isEnd ? -1 : 0;
    deepest = Math.max(deepest, depth);
    if (token[0] === '"') {
      last = token;
    } else if (depth === 1 && token === ':') {
      [name, start, deepest] = [JSON.parse(last), index + 1, 1];
    } else if (start > 0 && (depth === 0 || (depth === 1 && token === ','))) {
      yield { name, value: text.slice(start, index).trim(), depth: deepest };
    }
  }
}

function take(workout, field, value) {
  const received = kindOf(value);
  if (received === 'null' && !required.includes(field)) {
    return;
  }
  const wanted = numbers.includes(field) ? 'a number' : 'a string';
  check(received === wanted, 'wrong_type', () => `must be ${wanted}; got ${received}`);
  const taken = wanted === 'a number' ? readDecimal(value) : JSON.parse(value);
  const rule = () => 'must be Unicode; it contains an escape (\\ud800 to \\udfff) that is half of a surrogate pair';
  check(wanted === 'a number' || taken.isWellFormed(), 'invalid_characters', rule);
  workout[field] = taken;
}

const kindOf = (value) => kinds[value[0]] ?? 'a number';

const lengthOf = (text) => [...text].length;

const grouped = (number) => number.toLocaleString('en-US');

const hex = (character) => character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');

/** In quotes, truncated to 64 characters, unprintable characters as \uXXXX. */
export function shown(value) {
  const characters = [...value];
  const text = characters.slice(0, 64).map((character) => (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character) ? `\\u${hex(character)}` : character));
  return `"${text.join('')}"${characters.length > 64 ? '…' : ''}`;
}

/** Unquoted if it could be one of our field names, otherwise quoted like a value. */
export const shownName = (name) => (/^\w{1,64}$/.test(name) ? name : shown(name));
