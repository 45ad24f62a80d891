'use strict';
const { STATUSES, invalid } = require('./refusal');
const { list, number, object, oneOf, text } = require('./shape');

const match = object({
  'channel?': oneOf('email', 'sms'),
  'operation?': oneOf('send', 'status'),
  'to?': text({ min: 1 }),
});

const common = { kind: text(), 'count?': number({ min: 1, max: 1_000_000 }), 'match?': match };

const KINDS = {
  status: object({ ...common, status: oneOf(...STATUSES), 'retryAfter?': number({ min: 0, max: 3600 }) }),
  silence: object(common),
  drop: object(common),
  slow: object({ ...common, delayMs: number({ min: 0, max: 600_000 }) }),
  running: object(common),
  operationFailed: object({ ...common, 'code?': text({ min: 1 }), 'message?': text() }),
  recipientFailed: object({ ...common, 'httpStatusCode?': number({ min: 400, max: 599 }), 'errorMessage?': text() }),
};

/** What goes wrong on demand: each fault `count` times (1), to the requests that it matches (all). */
class Faults {
  #faults = [];

  get left() {
    return this.#faults.filter(({ count }) => count > 0);
  }

  /** Puts a list of faults in the place of those that are left. */
  set(faults) {
    this.#faults = read(faults);
  }

  /** Puts a list of faults behind those that are left. */
  add(faults) {
    this.#faults = [...this.left, ...read(faults)];
  }

  /** Uses up one of the first fault of these kinds that is meant for this request, and returns it. */
  take(kinds, { channel, operation, to }) {
    const fault = this.left.find((one) => kinds.includes(one.kind) &&
      isOrAny(one.match.channel, [channel]) && isOrAny(one.match.operation, [operation]) && isOrAny(one.match.to, to));
    if (fault) {
      fault.count -= 1;
    }
    return fault;
  }
}

function read(faults) {
  list(checkFault)(faults, 'the list of faults');
  return faults.map((fault) => ({ count: 1, match: {}, ...fault }));
}

function checkFault(fault, path) {
  if (!Object.hasOwn(KINDS, fault?.kind)) {
    throw invalid(`Not kept: ${path} has a kind, one of ${Object.keys(KINDS).join(', ')}.`);
  }
  KINDS[fault.kind](fault, path);
}

const isOrAny = (wanted, values) => wanted === undefined || values.includes(wanted);

module.exports = { Faults };
