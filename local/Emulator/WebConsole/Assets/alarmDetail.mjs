// The details of one alarm, for the sheet.

import { meaningOf, runbookLink, stateMark } from './alarms.mjs';
import { element } from './dom.mjs';
import { number, span, timeOfDay } from './format.mjs';

export function alarmDetail(alarm, now) {
  if (!alarm) return { title: 'Alarm', body: [element('p', {}, 'This run does not have this alarm.')] };
  const facts = [
    ['State', stateMark(alarm.state)],
    ['Since', `${timeOfDay(alarm.since)}, for ${span((Date.parse(now) - Date.parse(alarm.since)) / 1000)}`],
    ['Reason', alarm.reason],
    ['Threshold', alarm.threshold === null ? 'none of its own' : number(alarm.threshold)],
    ['Severity', alarm.severity || 'none'],
    ['Notifies', alarm.hasActions ? 'the topic, on ALARM and on OK' : 'nobody'],
    ['Kind', alarm.isComposite ? 'composite alarm' : 'metric alarm'],
    ['In AWS', element('code', {}, alarm.alarmName)],
    ['What to do', runbookLink(alarm)],
  ];
  return {
    title: alarm.label,
    body: [
      element('p', {}, meaningOf(alarm)),
      element('dl', { className: 'facts-list' }, ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])),
      alarm.recent.length > 0 && recentTable(alarm.recent),
    ].filter(Boolean),
  };
}

const recentTable = points => element('section', {},
  element('h3', {}, 'Compared values'),
  element('table', {},
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Period start'), element('th', { scope: 'col', className: 'number' }, 'Value'))),
    element('tbody', {}, ...points.toReversed().map(point => element('tr', {},
      element('td', {}, timeOfDay(point.time)),
      element('td', { className: 'number' }, number(point.value)))))));
