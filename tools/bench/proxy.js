'use strict';
const http = require('node:http');
const { once } = require('node:events');

const ACCOUNT = /^\/[^/]+/;
// What no call waits for: records are written by transactions, and the purge alone asks by the time of purging.
const BEHIND = /^\/(\$batch|\w+\(\)\?.*PurgeAfter)/;

const isBehind = ({ path, isBudget, ended }) => BEHIND.test(path) || (isBudget && ended === undefined);

// A share of a budget, as the product writes it.
const isShare = (state) => state !== undefined && Buffer.from(state, 'base64').includes('"taken"');

/**
 * Stands between a service and its storage: passes every request on after `delay` milliseconds, and keeps what passed
 * while it is asked to. Requests go through a process that has nothing else to do, over connections that stay open.
 */
class StorageProxy {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
  #server = http.createServer((request, response) => this.#pass(request, response));
  #kept;
  // The rows of budgets that were written to, by their keys.
  #budgets = new Set();

  /** How long a request about a budget takes, if longer than others: then a call that waits for one is known by it. */
  budgetDelay;

  constructor(port, delay) {
    this.target = port;
    this.delay = delay;
    this.#server.keepAliveTimeout = 0;
  }

  static async start({ port, delay = 0 }) {
    const proxy = new StorageProxy(port, delay);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    proxy.port = proxy.#server.address().port;
    return proxy;
  }

  close() {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /**
   * What passes while `run` runs, but for what is done behind the calls: records (docs/decisions/0012), the purge, and
   * shares of budgets that nobody waited for (docs/decisions/0006).
   * @returns {Promise<{calls: object[], result: any, milliseconds: number}>}
   */
  async record(run) {
    const calls = this.#kept = [];
    const began = performance.now();
    try {
      const result = await run();
      const milliseconds = performance.now() - began;
      return { calls: calls.filter((call) => !isBehind(call)), result, milliseconds };
    } finally {
      this.#kept = undefined;
    }
  }

  async #pass(request, response) {
    const call = { method: request.method, path: request.url.replace(ACCOUNT, ''), began: performance.now() };
    this.#kept?.push(call);
    call.headers = { ...request.headers };
    call.body = Buffer.concat(await request.toArray());
    call.isBudget = this.#isOfBudget(call);
    const delay = call.isBudget ? this.budgetDelay ?? this.delay : this.delay;
    if (delay > 0) {
      await new Promise((resolve) => { setTimeout(resolve, delay); });
    }
    const onward = http.request({
      agent: this.#agent, host: '127.0.0.1', port: this.target, method: request.method, path: request.url,
      headers: request.headers,
    });
    onward.on('error', () => response.destroy());
    onward.on('response', async (answer) => {
      const body = Buffer.concat(await answer.toArray());
      Object.assign(call, { status: answer.statusCode, ended: performance.now() });
      response.writeHead(answer.statusCode, answer.headers).end(body);
    });
    onward.end(call.body);
  }

  #isOfBudget({ path, body }) {
    if (!/^\/\w*windows/.test(path)) {
      return false;
    }
    const row = body.length > 0 ? JSON.parse(body) : {};
    const key = row.PartitionKey ?? /PartitionKey='([^']*)'/.exec(path)?.[1];
    if (isShare(row.State)) {
      this.#budgets.add(key);
    }
    return this.#budgets.has(key);
  }
}

/** `GET otprecipients`, less the prefix that all tables have. */
const named = ({ method, path }) => `${method} ${/^\/(?:otp)?(\w+)/.exec(path)?.[1] ?? path}`;

/** How many calls stand one after the other at least: the longest chain of which each began after the last had ended. */
function depth(calls) {
  let [chain, end] = [0, -Infinity];
  for (const call of calls.toSorted((left, right) => left.ended - right.ended)) {
    if (call.began >= end) {
      [chain, end] = [chain + 1, call.ended];
    }
  }
  return chain;
}

module.exports = { StorageProxy, depth, named };
