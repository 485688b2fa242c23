// The details of one request, for the sheet.

import { element } from './dom.mjs';
import { counted, milliseconds, outcomeOf, timeOfDay } from './format.mjs';
import { logList } from './log.mjs';

export async function requestDetail(id) {
  const answer = await fetch(`/_console/data/requests/${encodeURIComponent(id)}`);
  if (!answer.ok) return { title: 'Request', body: [element('p', {}, await answer.text())] };
  const { request, ...detail } = await answer.json();
  return {
    title: `${request.method} ${request.path}`,
    body: [facts(request, detail), calls(detail.calls), ...detail.invocations.map(invocation)],
  };
}

function facts(request, detail) {
  const rows = [
    ['Status', element('span', { className: `status ${outcomeOf(request.status)}` }, request.status)],
    detail.gatewayError && ['Rejected by the API', detail.gatewayError],
    ['Time', timeOfDay(request.time)],
    ['Duration', milliseconds(request.milliseconds) + (detail.integrationMilliseconds === null ? '' : `, ${milliseconds(detail.integrationMilliseconds)} in the function`)],
    ['Route', detail.route ?? 'none'],
    ['Caller', request.caller || 'unknown'],
    ['Request id', element('code', {}, request.id)],
    ['Trace', element('code', {}, detail.traceId)],
  ];
  return element('dl', { className: 'facts-list' }, ...rows.filter(Boolean).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

const invocation = invoked => element('section', {},
  element('h3', {}, `${invoked.function}, version ${invoked.version}, ${invoked.result}`),
  element('p', { className: 'quiet' },
    `${milliseconds(invoked.milliseconds)}${invoked.initMilliseconds === null ? '' : `, after a cold start of ${milliseconds(invoked.initMilliseconds)}`} · log of ${counted(invoked.lines.length, 'line')}`),
  logList(invoked.lines));

const calls = made => element('section', {},
  element('h3', {}, made.length === 0 ? 'No calls to AWS' : counted(made.length, 'call', 'calls') + ' to AWS'),
  made.length > 0 && element('div', { className: 'wide-table' }, element('table', {},
    element('thead', {}, element('tr', {},
      ...['Call', 'Resource', 'Status'].map(name => element('th', { scope: 'col' }, name)),
      element('th', { scope: 'col', className: 'number' }, 'Duration'))),
    element('tbody', {}, ...made.map(callRow)))));

const callRow = call => element('tr', { className: call.error ? 'failed' : '' },
  element('td', {}, element('code', {}, call.action)),
  element('td', {}, ...call.resources.map(resource => element('div', {}, resource))),
  element('td', {}, element('span', { className: `status ${call.error ? 'failed' : 'fine'}` }, call.status || '–'), call.error && ` ${call.error}`),
  element('td', { className: 'number' }, milliseconds(call.milliseconds)));
