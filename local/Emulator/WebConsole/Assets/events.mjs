// The latest events and dead letters, newest first.

import { byId, element } from './dom.mjs';
import { timeOfDay } from './format.mjs';

const SHOWN = 50;

export class EventList {
  #last = 0;

  /** @param {object[] | null} events Oldest first; null in a stack that does not publish events. */
  show(events) {
    byId('events').hidden = byId('events-link').hidden = events === null;
    const list = byId('event-list');
    // Rows keep their elements, so that open ones stay open.
    for (const event of events ?? []) {
      if (event.number <= this.#last) continue;
      list.prepend(row(event));
      this.#last = event.number;
    }
    while (list.childElementCount > SHOWN) list.lastElementChild.remove();
    byId('no-events').hidden = list.childElementCount > 0;
  }
}

const row = event => element('details', { className: 'event' },
  element('summary', {},
    element('span', { className: `status ${event.isDeadLetter ? 'failed' : 'fine'}` }, event.kind),
    ` ${event.subject} `, element('span', { className: 'quiet' }, timeOfDay(event.time))),
  element('pre', { tabIndex: 0 }, JSON.stringify(JSON.parse(event.json), null, 2)));
