// Assembles the page.

import { AlarmPanel } from './alarms.mjs';
import { Dashboard } from './dashboard.mjs';
import { byId, element } from './dom.mjs';
import { EventList } from './events.mjs';
import { FaultPanel } from './faults.mjs';
import { Feed } from './feed.mjs';
import { timeOfDay } from './format.mjs';
import { RequestList } from './requests.mjs';
import { renderTree } from './resources.mjs';
import { Sheet } from './sheet.mjs';
import { alarmDetail } from './alarmDetail.mjs';
import { requestDetail } from './requestDetail.mjs';
import { resourceDetail } from './resourceDetail.mjs';

const ranges = [[15, '15 min'], [60, '1 h'], [180, '3 h'], [720, '12 h']];
const stack = await (await fetch('/_console/data/stack')).json();
let minutes = ranges[0][0];
let latest = null;

document.title = `${stack.stack} · ${stack.project} console`;
byId('project').textContent = stack.project;
byId('stack').textContent = stack.stack;
byId('place').textContent = `${stack.region} · ${stack.url}`;
byId('notes').replaceChildren(...stack.notes.map(note => element('p', { className: 'note' }, note)));
byId('resource-tree').replaceChildren(renderTree(stack.resources));
if (stack.metricMinuteSeconds !== 60) {
  byId('metric-time').textContent = `Time runs fast: a minute of metrics and alarms lasts ${stack.metricMinuteSeconds} s.`;
  byId('metric-time').hidden = false;
}

const faults = new FaultPanel(stack, () => feed.refresh());
const alarms = new AlarmPanel();
const dashboard = new Dashboard(stack.widgets);
const requests = new RequestList();
const events = new EventList();
const sheet = new Sheet({
  alarm: name => alarmDetail(latest?.alarms.find(alarm => alarm.name === name), latest?.now),
  request: requestDetail,
  resource: resourceDetail,
});

const feed = new Feed(
  () => `/_console/data/live?minutes=${minutes}`,
  data => {
    if (data.deployment !== stack.deployment) {
      // The static data belongs to the previous deployment.
      location.reload();
      return;
    }
    latest = data;
    faults.show(data.faults);
    alarms.show(data.alarms, data.now);
    dashboard.show(data, minutes);
    requests.show(data.requests);
    events.show(data.events);
    sheet.start();
  },
  state => {
    const words = { live: `Live · ${timeOfDay(Date.now())}`, paused: 'Paused', lost: 'The run does not answer' };
    byId('connection').textContent = words[state];
    byId('connection').classList.toggle('lost', state === 'lost');
  });

byId('ranges').append(...ranges.map(([value, label]) => element('label', {},
  element('input', { type: 'radio', name: 'range', value: String(value), checked: value === minutes, onchange: () => { minutes = value; feed.refresh(); } }),
  label)));
byId('pause').addEventListener('click', ({ currentTarget }) => {
  feed.setPaused(!feed.paused);
  currentTarget.setAttribute('aria-pressed', String(feed.paused));
});
feed.refresh();
