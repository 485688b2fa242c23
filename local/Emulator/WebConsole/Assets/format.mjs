// Formats numbers and times.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

export const timeOfDay = time => clock.format(new Date(time));

export const number = value => figures.format(value);

export const milliseconds = value => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** A duration in the largest unit that fits. */
export function span(seconds) {
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds % 3600 / 60)} min`;
}

export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** A state in words, and a sign that does not depend on its colour. */
export const states = {
  alarm: { word: 'ALARM', glyph: '▲' },
  ok: { word: 'OK', glyph: '✓' },
  insufficientData: { word: 'NO DATA', glyph: '–' },
};

export const outcomeOf = status => status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'fine';
