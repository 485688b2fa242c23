// Draws all graphs with ECharts.

import { byId } from './dom.mjs';
import { optionOf } from './chartOption.mjs';

const LIBRARY = '/_console/assets/echarts.mjs';

export class ChartBoard {
  #library = null;
  #drawn = new Map();

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#drawAll());
    this.#load();
  }

  draw(place, widget, series, range) {
    const known = this.#drawn.get(place);
    const drawing = { widget, series, range, text: JSON.stringify([series, Math.floor(range.to / range.period), range.to - range.from]) };
    // The axis moves by whole periods, so redraw only once per period.
    if (known?.chart && known.text === drawing.text) return;
    this.#drawn.set(place, { ...drawing, chart: known?.chart });
    this.#show(place);
  }

  #show(place) {
    const drawing = this.#drawn.get(place);
    if (!this.#library) return;
    if (!drawing.chart) {
      drawing.chart = this.#library.init(place, null, { locale: 'EN' });
      new ResizeObserver(() => drawing.chart.resize()).observe(place);
    }
    drawing.chart.setOption(optionOf(drawing), { replaceMerge: ['series', 'yAxis', 'graphic'] });
  }

  #drawAll() {
    for (const place of this.#drawn.keys()) this.#show(place);
  }

  async #load() {
    try {
      this.#library = await import(LIBRARY);
      this.#drawAll();
    } catch {
      const reason = await (await fetch(LIBRARY)).text();
      byId('chart-note').textContent = `The graphs are missing because the chart library could not be loaded. ${reason}`;
      byId('chart-note').hidden = false;
    }
  }
}
