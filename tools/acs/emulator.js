'use strict';
const { randomBytes } = require('node:crypto');
const { once } = require('node:events');
const http = require('node:http');
const { setTimeout: delay } = require('node:timers/promises');
const { readBody, readJson } = require('./body');
const { control } = require('./control');
const { Email } = require('./email');
const { Faults } = require('./faults');
const { Refusal, invalid } = require('./refusal');
const { checkSignature } = require('./signature');
const { Sms } = require('./sms');

const LOOPBACKS = ['127.0.0.1', 'localhost', '::1'];
const MAX_BODY = 10 * 1024 * 1024;

/**
 * Azure Communication Services' e-mail and SMS at a loopback address; README.md tells what it checks.
 * `port` 0 takes any that is free, `accessKey` (base64) is made up unless given, `now` is the clock in milliseconds.
 */
class AcsEmulator {
  #server = http.createServer((request, response) => this.#answer(request, response));
  #stopping = new AbortController();
  #faults = new Faults();
  #options;
  #email;
  #sms;

  constructor({ host = '127.0.0.1', port = 0, accessKey = randomBytes(64).toString('base64'),
    senders = ['noreply@otpfunctions.example'], numbers = ['+12065550100'], maxBody = MAX_BODY, now = Date.now } = {}) {
    if (!LOOPBACKS.includes(host)) {
      throw new Error(`The emulator listens at a loopback address (${LOOPBACKS.join(', ')}), not at '${host}'.`);
    }
    if (Buffer.from(accessKey, 'base64').toString('base64') !== accessKey || accessKey === '') {
      throw new Error('The access key is not base64.');
    }
    this.#options = { host, port, accessKey, maxBody, now };
    this.#email = new Email({ senders, faults: this.#faults, now });
    this.#sms = new Sms({ numbers, faults: this.#faults, now });
  }

  get url() {
    const { address, family, port } = this.#server.address();
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  }

  get connectionString() {
    return `endpoint=${this.url}/;accesskey=${this.#options.accessKey}`;
  }

  /** What was taken, oldest first. */
  get messages() {
    return [...this.#email.messages, ...this.#sms.messages].sort((one, other) => one.at.localeCompare(other.at));
  }

  /** The faults that were asked for and have not happened yet. */
  get faults() {
    return this.#faults.left;
  }

  messagesTo(address) {
    return address === undefined ? this.messages : this.messages.filter(({ to }) => to.includes(address));
  }

  setFaults(faults) {
    this.#faults.set(faults);
  }

  addFaults(faults) {
    this.#faults.add(faults);
  }

  clear() {
    this.#email.clear();
    this.#sms.clear();
  }

  async start() {
    const { host, port } = this.#options;
    this.#server.listen({ host, port, exclusive: true });
    await once(this.#server, 'listening');
    return this;
  }

  async stop() {
    this.#stopping.abort();
    if (!this.#server.listening) {
      return;
    }
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(request, response) {
    try {
      const answer = await this.#serve(request).catch(refused);
      if (answer.then === 'drop') {
        request.socket.resetAndDestroy();
      } else if (answer.then !== 'silence') {
        write(response, answer);
      }
    } catch (error) {
      // The other side or stop() ended it, or the emulator itself is wrong: either way nobody can be told over HTTP.
      request.socket.destroy();
      if (!this.#stopping.signal.aborted && error.code !== 'ECONNRESET') {
        console.error(error);
      }
    }
  }

  async #serve(request) {
    checkHost(request);
    const url = urlOf(this.url + request.url);
    const body = await readBody(request, this.#options.maxBody);
    if (url.pathname.startsWith('/control/')) {
      return control(this, request, url, body);
    }
    const { method, service, call } = this.#route(url);
    if (request.method !== method) {
      throw new Refusal(405, { headers: { Allow: method } });
    }
    checkSignature(request, body, this.#options.accessKey, this.#options.now());
    checkVersion(url, service.versions);
    return this.#withFaults(call(request, body));
  }

  #route(url) {
    const location = (path) => `${this.url}${path}${url.search}`;
    if (url.pathname === '/emails:send') {
      return { method: 'POST', service: Email,
        call: (request, body) => this.#email.send(request, readJson(request, body), location) };
    }
    if (url.pathname === '/sms') {
      return { method: 'POST', service: Sms, call: (request, body) => this.#sms.send(readJson(request, body)) };
    }
    const [, id] = /^\/emails\/operations\/([^/]+)$/.exec(url.pathname) ?? [];
    if (id) {
      return { method: 'GET', service: Email, call: () => this.#email.status(id) };
    }
    throw new Refusal(404);
  }

  /** One fault a request, and only to a request that is right in itself. */
  async #withFaults(call) {
    const fault = this.#faults.take(['status', 'silence', 'drop', 'slow'], call);
    if (fault?.kind === 'status') {
      const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
      throw new Refusal(fault.status, { headers });
    }
    const answer = call.take();
    if (fault?.kind === 'slow') {
      await delay(fault.delayMs, undefined, { signal: this.#stopping.signal });
      return answer;
    }
    return { ...answer, then: fault?.kind };
  }
}

/** A page of another site that a browser was led to with a name of this machine does not get here. */
function checkHost({ headers }) {
  const host = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  if (!LOOPBACKS.includes(host)) {
    throw new Refusal(421);
  }
}

function urlOf(text) {
  if (!URL.canParse(text)) {
    throw invalid('The request has no path.');
  }
  return new URL(text);
}

function checkVersion(url, versions) {
  if ([...url.searchParams.keys()].join() !== 'api-version' || !versions.includes(url.searchParams.get('api-version'))) {
    throw invalid(`Not kept: the query is api-version, one of ${versions.join(', ')}.`);
  }
}

function refused(error) {
  if (error instanceof Refusal) {
    return error.answer();
  }
  throw error;
}

function write(response, { status, headers = {}, body }) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type = text === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers }).end(text);
}

module.exports = { AcsEmulator };
