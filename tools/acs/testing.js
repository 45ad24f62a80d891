'use strict';
const { randomUUID } = require('node:crypto');
const http = require('node:http');
const { AcsEmulator } = require('./emulator');
const { contentHash, sign } = require('./signature');

const KEY = Buffer.from('the key of the tests').toString('base64');
const SENDER = 'codes@shop.example';
const NUMBER = '+12065550123';

/** A running emulator that stops with the test. */
async function started(test, options = {}) {
  const emulator = await new AcsEmulator({ accessKey: KEY, senders: [SENDER], numbers: [NUMBER], ...options }).start();
  test.after(() => emulator.stop());
  return emulator;
}

const mail = (changes = {}) => ({
  senderAddress: SENDER,
  content: { subject: 'Your code', plainText: '123456' },
  recipients: { to: [{ address: 'jane@example.org' }] },
  ...changes,
});

const sms = (changes = {}, recipient = {}) => ({
  from: NUMBER,
  message: '123456',
  smsRecipients: [{
    to: '+8613612345678',
    repeatabilityRequestId: randomUUID(),
    repeatabilityFirstSent: new Date().toUTCString(),
    ...recipient,
  }],
  ...changes,
});

const postMail = (emulator, body, changes) => post(emulator, '/emails:send?api-version=2023-03-31', body, changes);

const postSms = (emulator, body, changes) => post(emulator, '/sms?api-version=2021-03-07', body, changes);

function post(emulator, path, body, changes) {
  return send(emulator, 'POST', path, Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), changes);
}

/** A signed request; `headers` then change it (undefined takes one away), `sent` and `sentTo` are what goes instead. */
function send(emulator, method, path, body = Buffer.alloc(0), { headers = {}, sent = body, sentTo = path, date } = {}) {
  const { host } = new URL(emulator.url);
  const when = date ?? new Date().toUTCString();
  const hash = contentHash(body);
  const signature = sign(`${method}\n${path}\n${when};${host};${hash}`, KEY);
  return plain(emulator, method, sentTo, sent, {
    Host: host,
    'Content-Type': 'application/json',
    'x-ms-date': when,
    'x-ms-content-sha256': hash,
    Authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
    ...headers,
  });
}

/** A request as it is, with no client in between that would repair or repeat it. */
function plain({ url }, method, path, body, headers = {}) {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const options = { host: hostname.replace(/[[\]]/g, ''), port, path, method, headers: Object.fromEntries(given),
      agent: false };
    http.request(options, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, json: parsed(chunks) }));
    }).on('error', reject).end(body);
  });
}

function parsed(chunks) {
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

module.exports = { KEY, NUMBER, SENDER, mail, plain, postMail, postSms, send, sms, started };
