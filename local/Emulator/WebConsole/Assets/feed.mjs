// Asks for the live data again and again: while the page is seen and nobody has paused it.

const INTERVAL = 1000;

export class Feed {
  #address;
  #receive;
  #tell;
  #timer;
  #asked = 0;
  paused = false;

  /**
   * @param {() => string} address
   * @param {(data: object) => void} receive
   * @param {(state: 'live' | 'paused' | 'lost') => void} tell
   */
  constructor(address, receive, tell) {
    this.#address = address;
    this.#receive = receive;
    this.#tell = tell;
    document.addEventListener('visibilitychange', () => this.refresh());
  }

  setPaused(paused) {
    this.paused = paused;
    if (paused) this.#tell('paused');
    this.refresh();
  }

  /** Asks at once, whatever is under way. */
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
    // An answer to a question that has been put again in the meantime.
    if (turn !== this.#asked) return;
    this.#timer = setTimeout(() => this.refresh(), INTERVAL);
    this.#tell(data ? 'live' : 'lost');
    if (data) this.#receive(data);
  }
}
