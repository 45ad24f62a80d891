'use strict';
// A receiver of the messages that OtpFunctions posts (docs/delivery.md): it checks the signature, sends each message once
// and answers what the service understands. Put your provider in the place of `send`.
//
//   OTP_WEBHOOK_KEY=<the base64 of Otp:Delivery:SmsWebhook:Key> node receiver.js [PORT]
const { createHmac, timingSafeEqual } = require('node:crypto');
const { once } = require('node:events');
const http = require('node:http');

const WINDOW_SECONDS = 5 * 60;
const MOST_BYTES = 256 * 1024;

/** What `send` throws when the provider says that this recipient cannot be reached, whoever asks. */
class RecipientRefused extends Error {}

/**
 * Whether the body came from who has the key, not long ago. Over the bytes as they came: parsing comes after.
 * @param {{timestamp?: string, signature?: string}} signed the headers X-Otp-Timestamp and X-Otp-Signature
 * @param {number} now seconds since 1970
 */
function isGenuine({ timestamp = '', signature = '' }, body, key, now) {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > WINDOW_SECONDS) {
    return false;
  }
  const expected = Buffer.from(`v1=${createHmac('sha256', key).update(`${timestamp}.`).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

class Receiver {
  #key;
  #send;
  #now;
  #seen = new Map();

  /**
   * @param {Buffer} key at least 32 bytes
   * @param {(message: object) => Promise<void>} send hands one message to the provider
   */
  constructor({ key, send, now = () => Math.floor(Date.now() / 1000) }) {
    if (key.length < 32) {
      throw new Error('The key has fewer than 32 bytes.');
    }
    this.#key = key;
    this.#send = send;
    this.#now = now;
  }

  /** @returns {Promise<{status: number, body?: object}>} the answer to one POST */
  async receive(headers, body) {
    const signed = { timestamp: headers['x-otp-timestamp'], signature: headers['x-otp-signature'] };
    if (!isGenuine(signed, body, this.#key, this.#now())) {
      return { status: 401, body: { error: 'signature' } };
    }
    const message = JSON.parse(body);
    try {
      await this.#sendOnce(message);
      return { status: 202, body: { messageId: message.messageId } };
    } catch (error) {
      return error instanceof RecipientRefused
        ? { status: 422, body: { error: 'recipient' } }
        : { status: 503, body: { error: 'provider' } };
    }
  }

  /**
   * A try that comes again, and an old request that somebody else sends again, have the id of a message that was sent.
   * Several processes keep these ids in one place that they share, such as Redis.
   */
  #sendOnce(message) {
    this.#forget();
    const { messageId } = message;
    if (!this.#seen.has(messageId)) {
      const sending = this.#send(message);
      this.#seen.set(messageId, { sending, until: this.#now() + 2 * WINDOW_SECONDS });
      sending.catch(() => this.#seen.delete(messageId));
    }
    return this.#seen.get(messageId).sending;
  }

  #forget() {
    for (const [id, { until }] of this.#seen) {
      if (until >= this.#now()) {
        return;
      }
      this.#seen.delete(id);
    }
  }
}

/** Serves a receiver at a loopback address; TLS ends before it. */
async function serve(receiver, port = 0) {
  const server = http.createServer((request, response) => answer(receiver, request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function answer(receiver, request, response) {
  const body = await read(request).catch(() => undefined);
  const { status, body: said } = body === undefined ? { status: 413 } : await receiver.receive(request.headers, body);
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(said && JSON.stringify(said));
}

async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST_BYTES) {
      throw new Error('The body is too large.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function main([port = '8080']) {
  const key = Buffer.from(process.env.OTP_WEBHOOK_KEY ?? '', 'base64');
  const send = async ({ channel, messageId }) => console.log(`sent ${channel} ${messageId}`);
  const server = await serve(new Receiver({ key, send }), Number(port));
  console.log(`listening http://127.0.0.1:${server.address().port}`);
}

if (require.main === module) {
  main(process.argv.slice(2));
}

module.exports = { Receiver, RecipientRefused, serve };
