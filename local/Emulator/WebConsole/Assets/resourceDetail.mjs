// The details of one resource, for the sheet.

import { element } from './dom.mjs';

export async function resourceDetail(urn) {
  const answer = await fetch(`/_console/data/resource?urn=${encodeURIComponent(urn)}`);
  if (!answer.ok) return { title: 'Resource', body: [element('p', {}, await answer.text())] };
  const resource = await answer.json();
  const facts = [['Type', resource.type], ['URN', resource.urn]];
  return {
    title: resource.name,
    body: [
      element('dl', { className: 'facts-list' }, ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, element('code', {}, value))])),
      json('Inputs', resource.inputs),
      json('Outputs, simulated by the local run', resource.outputs),
      json('Options', resource.options),
    ],
  };
}

const json = (heading, value) => element('section', {},
  element('h3', {}, heading),
  element('pre', { tabIndex: 0 }, JSON.stringify(value, null, 2)));
