// Converts a widget and its series to an ECharts option.

import { number } from './format.mjs';

const palettes = {
  light: ['#1f66b0', '#c2501a', '#22794a', '#8240d8', '#a3195b', '#6b5b00', '#00707a', '#555e68'],
  dark: ['#6cb6ff', '#ff9e64', '#7ddb9a', '#c4a0ff', '#ff8fb8', '#e3c94f', '#5fd7de', '#b7c2cd'],
};
// Lines must differ by more than their colour.
const symbols = ['circle', 'rect', 'triangle', 'diamond'];

const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function optionOf({ widget, series, range }) {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const colors = { text: style('--text'), quiet: style('--quiet'), line: style('--line'), surface: style('--surface'), alarm: style('--alarm') };
  const { graph } = widget;
  const filled = series.filter(one => one.points.length > 0);
  return {
    aria: { enabled: true, label: { enabled: true } },
    animation: false,
    color: palettes[isDark ? 'dark' : 'light'],
    textStyle: { fontFamily: style('font-family') || 'system-ui', color: colors.quiet },
    grid: { left: 4, right: 14, top: 14, bottom: 30, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      // Many possible series have no data; leave them out.
      data: filled.map(one => one.label),
      type: 'scroll', bottom: 0, left: 2, itemWidth: 16, itemHeight: 9, itemGap: 12,
      textStyle: { color: colors.text, fontSize: 11, lineHeight: 16 },
      pageTextStyle: { color: colors.quiet }, pageIconColor: colors.text, pageIconInactiveColor: colors.line, pageIconSize: 10,
    },
    // Drawn on the canvas, so that labels can't be markup and the page needs no inline styles.
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, order: 'valueDesc', valueFormatter: value => value === null || value === undefined ? '–' : number(value),
      backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.text, fontSize: 11 },
    },
    xAxis: {
      type: 'time', min: range.from, max: range.to,
      axisLine: { lineStyle: { color: colors.line } }, axisTick: { lineStyle: { color: colors.line } },
      axisLabel: { color: colors.quiet, fontSize: 11, hideOverlap: true }, splitLine: { show: false },
    },
    yAxis: [axis(colors, series, graph.min, graph.max), ...(series.some(one => one.onRight) ? [axis(colors, series)] : [])],
    graphic: filled.length > 0 ? [] : { type: 'text', left: 'center', top: 'middle', style: { text: 'No data in this time range', fill: colors.quiet, fontSize: 12 } },
    series: series.map((one, place) => line(one, place, graph, range, colors)),
  };
}

const axis = (colors, series, min, max) => ({
  type: 'value', min: min ?? undefined, max: max ?? undefined, splitNumber: 3,
  // Counts have no fractions, so the axis must not show any.
  minInterval: series.every(one => one.points.every(point => Number.isInteger(point.value))) ? 1 : 0,
  axisLabel: { color: colors.quiet, fontSize: 11, formatter: number }, splitLine: { lineStyle: { color: colors.line } },
});

const line = (one, place, graph, range, colors) => ({
  type: 'line',
  name: one.label,
  data: withGaps(one.points, range.period),
  yAxisIndex: one.onRight ? 1 : 0,
  stack: graph.stacked ? 'all' : undefined,
  areaStyle: graph.stacked ? { opacity: 0.25 } : undefined,
  symbol: symbols[place % symbols.length],
  symbolSize: 5,
  showAllSymbol: true,
  lineStyle: { width: 1.75 },
  markLine: place === 0 && graph.lines.length > 0 ? objectives(graph.lines, colors) : undefined,
});

// A period without data breaks the line, as in CloudWatch.
const withGaps = (points, period) => points.flatMap(({ time, value }, place) =>
  place > 0 && time - points[place - 1].time > period ? [[points[place - 1].time + period, null], [time, value]] : [[time, value]]);

const objectives = (lines, colors) => ({
  symbol: 'none', silent: true,
  lineStyle: { color: colors.alarm, type: 'dashed' },
  label: { color: colors.text, fontSize: 10, position: 'insideEndTop', formatter: '{b}' },
  data: lines.map(({ label, value }) => ({ name: label, yAxis: value })),
});
