// The stack's dashboard: its widgets in their positions.

import { alarmChip } from './alarms.mjs';
import { ChartBoard } from './charts.mjs';
import { byId, element, renderWhenChanged } from './dom.mjs';
import { number } from './format.mjs';

export class Dashboard {
  #widgets;
  #charts = new ChartBoard();
  #places = new Map();

  constructor(widgets) {
    this.#widgets = widgets;
    const inOrder = widgets.toSorted((one, other) => one.y - other.y || one.x - other.x);
    byId('grid').replaceChildren(...inOrder.map(widget => this.#frame(widget)));
    byId('ranges').hidden = widgets.length === 0;
  }

  show(data, minutes) {
    const now = Date.parse(data.now);
    const alarms = new Map(data.alarms.map(alarm => [alarm.name, alarm]));
    for (const widget of this.#widgets) {
      if (widget.type === 'alarm') this.#showAlarms(widget, alarms);
    }
    for (const { id, series } of data.graphs) {
      const widget = this.#widgets[id];
      const place = this.#places.get(id);
      if (widget.graph.view === 'singleValue') renderWhenChanged(place, series.map(latestOf), figures => figures.map(figure));
      else this.#charts.draw(place, widget, series, { from: now - minutes * 60_000, to: now, period: data.period * 1000 });
    }
  }

  #frame(widget) {
    const isWide = widget.width > 12;
    const frame = element('div', { className: `widget ${knownTypes.has(widget.type) ? widget.type : 'other'}${isWide ? ' wide' : ''}` });
    for (const name of ['x', 'y', 'width', 'height']) frame.style.setProperty(`--${name}`, widget[name]);
    if (widget.title) frame.append(element('h3', {}, widget.title, widget.graph?.unit && element('span', { className: 'quiet' }, widget.graph.unit)));
    frame.append(this.#content(widget));
    return frame;
  }

  #content(widget) {
    switch (widget.type) {
      case 'text': {
        const text = element('div', { className: 'markdown' });
        // The only markup from the run. The server renders it and escapes HTML in the dashboard.
        text.innerHTML = widget.html;
        return text;
      }
      case 'alarm':
      case 'metric': {
        const tag = widget.type === 'alarm' ? 'ul' : widget.graph.view === 'singleValue' ? 'dl' : 'div';
        const place = element(tag, { className: { ul: 'chips', dl: 'figures', div: 'chart' }[tag] });
        this.#places.set(widget.id, place);
        return place;
      }
      default:
        return element('p', { className: 'quiet' }, `Only CloudWatch draws widgets of type “${widget.type}”.`);
    }
  }

  #showAlarms(widget, alarms) {
    const shown = widget.alarms.map(name => alarms.get(name)).filter(Boolean).map(({ name, label, state }) => ({ name, label, state }));
    renderWhenChanged(this.#places.get(widget.id), shown, () => shown.map(alarm => element('li', {}, alarmChip(alarm))));
  }
}

const knownTypes = new Set(['text', 'alarm', 'metric']);

const latestOf = ({ label, points }) => ({ label, value: points.at(-1)?.value ?? null });

const figure = ({ label, value }) => element('div', {},
  element('dt', { className: 'quiet' }, label),
  element('dd', {}, value === null ? '–' : number(value)));
