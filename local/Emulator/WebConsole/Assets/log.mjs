// The lines of a function's log, with JSON expanded and the level marked.

import { element } from './dom.mjs';

export const logList = lines => element('ol', { className: 'log' }, ...lines.map(item));

function item(line) {
  const entry = parse(line);
  if (!entry) return element('li', { className: 'lambda' }, element('div', { className: 'plain' }, level('LAMBDA'), element('span', { className: 'mono' }, line)));
  const isMetrics = '_aws' in entry;
  const word = isMetrics ? 'METRICS' : String(entry.level ?? 'LOG').toUpperCase();
  return element('li', { className: classes[word] ?? '' },
    element('details', { open: !isMetrics },
      element('summary', {}, level(word), isMetrics ? namesOf(entry).join(', ') : String(entry.message ?? '')),
      element('pre', { tabIndex: 0 }, readable(entry))));
}

// Shows escaped line ends as such, so that stack traces are readable.
const readable = entry => JSON.stringify(entry, null, 2).replaceAll(/(?<!\\)(?:\\r)?\\n/g, '\n');

const classes = { ERROR: 'error', CRITICAL: 'error', FATAL: 'error', WARN: 'warn', WARNING: 'warn', INFO: 'info' };

const level = word => element('span', { className: 'level' }, word);

const namesOf = ({ _aws }) => (_aws.CloudWatchMetrics ?? []).flatMap(directive => (directive.Metrics ?? []).map(metric => metric.Name));

/** The object in a line; null for plain text. */
function parse(line) {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch (notJson) {
    if (notJson instanceof SyntaxError) return null;
    throw notJson;
  }
}
