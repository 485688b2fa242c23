// The tree of resources: components open to what they are made of.

import { element } from './dom.mjs';
import { counted } from './format.mjs';

export function renderTree(resources) {
  const children = Map.groupBy(resources, resource => resource.parent ?? '');
  return list(children.get('') ?? [], children);
}

const list = (resources, children) => element('ul', {}, ...resources.map(resource => item(resource, children)));

function item(resource, children) {
  const below = children.get(resource.urn) ?? [];
  const kind = resource.component ? resource.type.split(':').at(-1) : shortType(resource.type);
  const name = element('a', { href: `#resource/${encodeURIComponent(resource.urn)}` }, resource.name);
  const texts = [
    name,
    element('span', { className: 'kind' }, below.length > 0 ? `${kind}, ${counted(countOf(below, children), 'resource')}` : kind),
    resource.facts && element('span', { className: 'facts' }, resource.facts),
  ];
  return below.length === 0
    ? element('li', {}, ...texts.filter(Boolean))
    : element('li', {}, element('details', {}, element('summary', {}, ...texts.filter(Boolean)), list(below, children)));
}

const countOf = (resources, children) =>
  resources.reduce((sum, resource) => sum + (resource.component ? 0 : 1) + countOf(children.get(resource.urn) ?? [], children), 0);

// aws:dynamodb/table:Table says everything twice.
const shortType = type => {
  const [provider, module, name] = type.split(':');
  return `${provider}:${module.split('/')[0]}:${name}`;
};
