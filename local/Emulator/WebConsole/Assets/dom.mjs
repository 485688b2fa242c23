// Creates elements. Strings always become text nodes, so data of a run can't be markup.

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] DOM properties; `dataset` is merged, names with a hyphen become attributes
 * @param {...(Node | string | number | null | undefined | false)} children
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'dataset') Object.assign(made.dataset, value);
    else if (name.includes('-')) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

export const byId = id => document.getElementById(id);

/** Replaces the content of a container only when it changed, so that focus and open parts stay. */
export function renderWhenChanged(container, value, render) {
  const text = JSON.stringify(value);
  if (container.dataset.rendered === text) return false;
  container.dataset.rendered = text;
  container.replaceChildren(...[render(value)].flat());
  return true;
}
