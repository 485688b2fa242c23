// Shows details in a side sheet. The URL fragment identifies them, so that "back" closes them and links can be shared.

import { byId } from './dom.mjs';

export class Sheet {
  #kinds;
  #started = false;

  /** @param {Record<string, (key: string) => object | Promise<object>>} kinds Each returns a title and a body. */
  constructor(kinds) {
    this.#kinds = kinds;
    byId('sheet-close').addEventListener('click', () => byId('sheet').close());
    byId('sheet').addEventListener('click', ({ target, currentTarget }) => { if (target === currentTarget) currentTarget.close(); });
    byId('sheet').addEventListener('close', () => {
      if (this.#named()) history.replaceState(null, '', location.pathname);
    });
    addEventListener('hashchange', () => this.#follow());
  }

  /** Follows the URL fragment from now on. Call when the first data is there. */
  start() {
    if (this.#started) return;
    this.#started = true;
    this.#follow();
  }

  async #follow() {
    const named = this.#named();
    if (!named) {
      byId('sheet').close();
      return;
    }
    const [kind, key] = named;
    const { title, body } = await this.#kinds[kind](key);
    byId('sheet-title').textContent = title;
    byId('sheet-body').replaceChildren(...body);
    byId('sheet').scrollTop = 0;
    if (!byId('sheet').open) byId('sheet').showModal();
    byId('sheet-title').focus();
  }

  #named() {
    const [kind, ...rest] = location.hash.slice(1).split('/');
    return Object.hasOwn(this.#kinds, kind) && rest.length > 0 ? [kind, decodeURIComponent(rest.join('/'))] : null;
  }
}
