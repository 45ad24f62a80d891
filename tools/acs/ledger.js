'use strict';

/** What came under which id: the request it stood for, the answer it got, and how often it came. */
class Ledger {
  #arrivals = new Map();
  #entries = new Map();

  arrived(id) {
    this.#arrivals.set(id, this.arrivals(id) + 1);
  }

  arrivals(id) {
    return this.#arrivals.get(id) ?? 0;
  }

  /** The answer kept under the id, undefined for a new id. @throws what `another` returns if it was another request */
  answerTo(id, request, another) {
    const entry = this.#entries.get(id);
    if (entry && entry.request !== JSON.stringify(request)) {
      throw another();
    }
    return entry?.answer;
  }

  keep(id, request, answer) {
    this.#entries.set(id, { request: JSON.stringify(request), answer });
    return answer;
  }

  clear() {
    this.#arrivals.clear();
    this.#entries.clear();
  }
}

module.exports = { Ledger };
