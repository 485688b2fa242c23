// A timestamp: whole seconds since 1970, six digits of microseconds, and the user's offset in minutes east of UTC.

const pattern = /^(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):([0-5]\d))$/;

export function now() {
  const micros = Math.floor((performance.timeOrigin + performance.now()) * 1000);
  return { seconds: Math.floor(micros / 1e6), micros: String(micros % 1e6).padStart(6, '0'), offset: 0 };
}

/** Strictly RFC 3339, undefined for anything else; digits below a microsecond are truncated. */
export function readTimestamp(text) {
  const [, date, time, fraction = '', sign, hours = '0', minutes = '0'] = pattern.exec(text) ?? [];
  const local = new Date(`${date}T${time}Z`);
  // Date rolls a day that the month does not have over into the next month.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(date)) {
    return undefined;
  }
  const distance = Number(hours) * 60 + Number(minutes);
  const offset = sign === '-' ? -distance : distance;
  const at = { seconds: local.getTime() / 1000 - offset * 60, micros: fraction.slice(0, 6).padEnd(6, '0'), offset };
  return distance <= 14 * 60 && [date, utcText(at)].every((day) => /^(?!0000)\d{4}-/.test(day)) ? at : undefined;
}

export const utcText = ({ seconds, micros }) => `${new Date(seconds * 1000).toISOString().slice(0, -5)}.${micros}Z`;

/** With the user's offset; Z for none. */
export function localText({ seconds, micros, offset }) {
  const text = utcText({ seconds: seconds + offset * 60, micros });
  const distance = Math.abs(offset);
  const two = (number) => String(number).padStart(2, '0');
  return offset === 0 ? text : `${text.slice(0, -1)}${offset < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}
