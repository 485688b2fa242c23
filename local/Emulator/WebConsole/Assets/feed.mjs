// Polls the live data while the page is visible and not paused.

const INTERVAL = 1000;

export class Feed {
  #address;
  #receive;
  #onState;
  #timer;
  #asked = 0;
  paused = false;

  /**
   * @param {() => string} address
   * @param {(data: object) => void} receive
   * @param {(state: 'live' | 'paused' | 'lost') => void} onState
   */
  constructor(address, receive, onState) {
    this.#address = address;
    this.#receive = receive;
    this.#onState = onState;
    document.addEventListener('visibilitychange', () => this.refresh());
  }

  setPaused(paused) {
    this.paused = paused;
    if (paused) this.#onState('paused');
    this.refresh();
  }

  /** Polls immediately, even if a request is in progress. */
  refresh() {
    clearTimeout(this.#timer);
    const turn = ++this.#asked;
    if (!document.hidden && !this.paused) this.#ask(turn);
  }

  async #ask(turn) {
    let data = null;
    try {
      const answer = await fetch(this.#address());
      data = answer.ok ? await answer.json() : null;
    } catch (gone) {
      if (!(gone instanceof TypeError || gone instanceof SyntaxError)) throw gone;
    }
    // A newer request has superseded this response.
    if (turn !== this.#asked) return;
    this.#timer = setTimeout(() => this.refresh(), INTERVAL);
    this.#onState(data ? 'live' : 'lost');
    if (data) this.#receive(data);
  }
}
