// The tree of resources: components open to their children.

import { element } from './dom.mjs';
import { counted } from './format.mjs';

export function renderTree(resources) {
  const children = Map.groupBy(resources, resource => resource.parent ?? '');
  return list(children.get('') ?? [], children);
}

const list = (resources, children) => element('ul', {}, ...resources.map(resource => item(resource, children)));

// A summary must not contain a link: nested controls are hidden from screen readers.
function item(resource, children) {
  const below = children.get(resource.urn) ?? [];
  if (below.length === 0) return leaf(resource);
  const kind = `${kindOf(resource)}, ${counted(countOf(below, children), 'resource')}`;
  const inner = list(below, children);
  if (!resource.component) inner.prepend(leaf(resource));
  return element('li', {}, element('details', {}, element('summary', {}, ...label(element('strong', {}, resource.name), kind, resource.facts)), inner));
}

const leaf = resource =>
  element('li', {}, ...label(element('a', { href: `#resource/${encodeURIComponent(resource.urn)}` }, resource.name), kindOf(resource), resource.facts));

const label = (name, kind, facts) =>
  [name, element('span', { className: 'kind' }, kind), facts && element('span', { className: 'facts' }, facts)].filter(Boolean);

const kindOf = resource => resource.component ? resource.type.split(':').at(-1) : shortType(resource.type);

const countOf = (resources, children) =>
  resources.reduce((sum, resource) => sum + (resource.component ? 0 : 1) + countOf(children.get(resource.urn) ?? [], children), 0);

// aws:dynamodb/table:Table is redundant.
const shortType = type => {
  const [provider, module, name] = type.split(':');
  return `${provider}:${module.split('/')[0]}:${name}`;
};
