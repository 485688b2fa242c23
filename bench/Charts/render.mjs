// Reads { width, height, option } from standard input and writes the chart as SVG to standard output. The output does not
// depend on time, machine or chance: the same input gives the same bytes.

import { text } from 'node:stream/consumers';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, LabelLayout, SVGRenderer]);

const { width, height, option } = JSON.parse(await text(process.stdin));
const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
chart.setOption({ ...option, animation: false });
process.stdout.write(`${chart.renderToSVGString()}\n`);
chart.dispose();
