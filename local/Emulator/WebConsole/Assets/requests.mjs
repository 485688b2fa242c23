// The last requests, newest first.

import { byId, element } from './dom.mjs';
import { milliseconds, outcomeOf, timeOfDay } from './format.mjs';

export class RequestList {
  #rows = new Map();
  #requests = [];

  constructor() {
    byId('only-errors').addEventListener('change', () => this.#render());
  }

  show(requests) {
    this.#requests = requests;
    this.#render();
  }

  // Rows keep their elements, so that the focus stays while new ones arrive.
  #render() {
    const onlyErrors = byId('only-errors').checked;
    const shown = this.#requests.filter(request => !onlyErrors || request.status >= 400);
    const rows = new Map(shown.map(request => [request.id, this.#rows.get(request.id) ?? row(request)]));
    const body = byId('request-table').tBodies[0];
    for (const [id, old] of this.#rows) if (!rows.has(id)) old.remove();
    let next = body.firstElementChild;
    for (const wanted of rows.values()) {
      if (wanted === next) next = next.nextElementSibling;
      else body.insertBefore(wanted, next);
    }
    this.#rows = rows;
    byId('request-table').hidden = shown.length === 0;
    byId('no-requests').hidden = shown.length > 0;
    byId('no-requests').textContent = this.#requests.length > 0 ? 'No errors among the last requests.' : 'None yet. Send one, and it appears here.';
  }
}

const row = request => element('tr', {},
  element('td', {}, timeOfDay(request.time)),
  element('td', {},
    element('a', { href: `#request/${request.id}` }, element('span', { className: 'method' }, request.method), ` ${request.path}`),
    element('span', { className: 'caller' }, request.caller || 'unknown caller')),
  element('td', { className: 'number' },
    element('span', { className: `status ${outcomeOf(request.status)}` }, request.status),
    element('span', { className: 'caller' }, milliseconds(request.milliseconds))));
