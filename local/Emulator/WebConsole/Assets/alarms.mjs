// The alarms: active ones with notifications as cards, other active ones in one line, inactive ones in a list that opens.

import { byId, element, renderWhenChanged } from './dom.mjs';
import { counted, number, span, states } from './format.mjs';

export const stateMark = state => element('span', { className: `state ${state}` }, `${states[state].glyph} ${states[state].word}`);

export const runbookLink = alarm => alarm.runbook
  ? element('a', { href: `/_console/runbooks/${alarm.runbook}` }, `Runbook: ${alarm.runbook}`)
  : element('span', { className: 'quiet' }, 'No runbook');

export const alarmAddress = name => `#alarm/${encodeURIComponent(name)}`;

/** The description without severity and runbook at its end, which are shown separately. */
export const meaningOf = alarm => alarm.description.replace(/\s*(\w+:)?\s*\S+\.md$/, '');

export class AlarmPanel {
  #before = new Map();
  #heading = element('div', { className: 'panel verdict' });
  #cards = element('div', { className: 'alarm-cards' });
  #feeding = element('p', { className: 'chips' });
  #others = element('details', { className: 'panel others' });

  constructor() {
    this.#others.append(element('summary'), element('ul'));
    byId('alarm-list').replaceChildren(this.#cards, this.#feeding, this.#heading, this.#others);
  }

  show(alarms, now) {
    this.#announce(alarms);
    const on = alarms.filter(alarm => alarm.state === 'alarm');
    const off = alarms.filter(alarm => alarm.state !== 'alarm');
    const loud = on.filter(alarm => alarm.hasActions);
    const feeding = on.filter(alarm => !alarm.hasActions);
    renderWhenChanged(this.#cards, loud, () => loud.map(card));
    renderWhenChanged(this.#feeding, feeding.map(alarm => alarm.name), () => feeding.length === 0 ? [] : ['Also in ALARM, without notifications:', ...feeding.map(alarmChip)]);
    this.#age(now);
    this.#heading.hidden = on.length > 0;
    renderWhenChanged(this.#heading, alarms.length, () => alarms.length === 0
      ? 'The stack declares no alarms.'
      : [element('span', { className: 'state ok' }, '✓'), `None of the ${counted(alarms.length, 'alarm')} is on.`]);
    this.#others.hidden = off.length === 0;
    this.#others.querySelector('summary').textContent = summaryOf(off);
    renderWhenChanged(this.#others.querySelector('ul'), off.map(({ name, state }) => [name, state]), () => off.map(row));
  }

  // Updates the ages every second without rendering the cards again.
  #age(now) {
    for (const since of this.#cards.querySelectorAll('[data-since]')) {
      since.textContent = `for ${span((Date.parse(now) - Date.parse(since.dataset.since)) / 1000)}`;
    }
  }

  #announce(alarms) {
    const changed = alarms.filter(alarm => this.#before.has(alarm.name) && this.#before.get(alarm.name) !== alarm.state);
    if (changed.length > 0) {
      byId('announcer').textContent = changed.map(alarm => `${alarm.label}: ${states[alarm.state].word}`).join(', ');
    }
    this.#before = new Map(alarms.map(alarm => [alarm.name, alarm.state]));
  }
}

function card(alarm) {
  return element('article', { className: 'panel alarm-card' },
    element('div', { className: 'head' },
      stateMark(alarm.state),
      element('h3', {}, element('a', { href: alarmAddress(alarm.name) }, alarm.label)),
      alarm.severity && element('span', { className: 'tag' }, alarm.severity),
      element('span', { className: 'quiet', dataset: { since: alarm.since } })),
    element('p', {}, meaningOf(alarm)),
    element('p', { className: 'quiet' }, alarm.reason),
    element('p', {}, runbookLink(alarm), alarm.threshold !== null && element('span', { className: 'quiet' }, ` · threshold ${number(alarm.threshold)}`)));
}

/** A link to an alarm that shows its state. */
export const alarmChip = ({ name, label, state }) =>
  element('a', { href: alarmAddress(name), className: state },
    element('span', { className: 'glyph', 'aria-hidden': 'true' }, states[state].glyph),
    label,
    element('span', { className: 'hidden' }, states[state].word));

const row = alarm => element('li', {}, stateMark(alarm.state), ' ', element('a', { href: alarmAddress(alarm.name) }, alarm.label));

function summaryOf(alarms) {
  const ok = alarms.filter(alarm => alarm.state === 'ok').length;
  const unknown = alarms.length - ok;
  return [ok > 0 && `${ok} OK`, unknown > 0 && `${unknown} without data yet`].filter(Boolean).join(', ');
}
