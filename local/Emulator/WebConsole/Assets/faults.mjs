// Shows whether faults are injected, and how to inject them.

import { byId, element, renderWhenChanged } from './dom.mjs';
import { counted } from './format.mjs';

const PATH = '/_faults';

export class FaultPanel {
  #stack;
  #changed;

  constructor(stack, changed) {
    this.#stack = stack;
    this.#changed = changed;
    byId('fault-hint').replaceChildren(
      element('p', {}, 'Make every DynamoDB call of the functions fail, send requests, and watch the alarms:'),
      element('pre', { tabIndex: 0 }, `curl -X PUT ${stack.url}${PATH} -d '${stack.faultExample}'`),
      element('p', {}, 'Then stop the faults, and watch the alarms clear:'),
      element('pre', { tabIndex: 0 }, `curl -X DELETE ${stack.url}${PATH}`),
      element('button', { type: 'button', onclick: () => this.#send('PUT', stack.faultExample) }, 'Inject these faults'));
  }

  show(faults) {
    byId('faults').hidden = !faults.active;
    renderWhenChanged(byId('faults'), faults, () => !faults.active ? [] : [
      element('p', {},
        element('strong', {}, '⚠ Faults are injected. '),
        `${faults.injected} of ${counted(faults.calls, 'call')} to AWS affected so far.`),
    ]);
    if (faults.active) byId('faults').append(this.#stop);
  }

  #stop = element('button', { type: 'button', onclick: () => this.#send('DELETE') }, 'Stop the faults');

  async #send(method, body) {
    await fetch(PATH, { method, body });
    this.#changed();
  }
}
