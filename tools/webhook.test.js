'use strict';
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { after, before, describe, it } = require('node:test');

// Before the receiver takes it.
const { createHmac, randomBytes, randomUUID, timingSafeEqual } = crypto;
let compared = 0;
crypto.timingSafeEqual = (...both) => {
  compared += 1;
  return timingSafeEqual(...both);
};
const { Receiver, RecipientRefused, serve } = require('../docs/webhook/receiver');

const NOW = 1_767_613_530;
const key = randomBytes(32);
const sent = [];
let fault;
let server;

const receiver = new Receiver({
  key,
  now: () => NOW,
  send: async (message) => {
    if (fault) {
      throw fault;
    }
    sent.push(message);
  },
});

describe('the receiver of docs/webhook', () => {
  before(async () => {
    server = await serve(receiver);
  });
  after(() => server.close());

  it('takes a message that is signed', async () => {
    const message = aMessage();
    assert.equal((await post(message)).status, 202);
    assert.deepEqual(sent.at(-1), message);
  });

  for (const age of [-300, 300]) {
    it(`takes one signed ${age} seconds ago`, async () => {
      assert.equal((await post(aMessage(), { timestamp: NOW - age })).status, 202);
    });
  }

  for (const age of [-301, 301]) {
    it(`refuses one signed ${age} seconds ago`, () => isRefused(aMessage(), { timestamp: NOW - age }));
  }

  it('refuses one that was changed', () => isRefused(aMessage(), { change: (text) => text.replace('+8613', '+8614') }));

  it('refuses one whose time was changed', () => isRefused(aMessage(), { claimed: String(NOW - 1) }));

  it('compares signatures in constant time, right or wrong', async () => {
    const before = compared;
    await post(aMessage());
    await isRefused(aMessage(), { by: randomBytes(32) });
    assert.equal(compared, before + 2);
  });

  it('refuses one of another key', () => isRefused(aMessage(), { by: randomBytes(32) }));

  for (const [what, headers] of [['no signature', { 'X-Otp-Signature': '' }], ['no time', { 'X-Otp-Timestamp': '' }],
    ['a time that is no number', { 'X-Otp-Timestamp': '1e9' }], ['half a signature', { 'X-Otp-Signature': 'v1=ab' }]]) {
    it(`refuses one with ${what}`, () => isRefused(aMessage(), { headers }));
  }

  it('sends one that comes again once, and says yes to both', async () => {
    const message = aMessage();
    const answers = await Promise.all([post(message), post(message), post(message, { timestamp: NOW - 5 })]);
    assert.deepEqual(answers.map(({ status }) => status), [202, 202, 202]);
    assert.equal(sent.filter(({ messageId }) => messageId === message.messageId).length, 1);
  });

  it('says 503 when the provider is out, and sends it when it comes again', async () => {
    const message = aMessage();
    await failing(new Error('out'), async () => assert.equal((await post(message)).status, 503));
    assert.equal((await post(message)).status, 202);
    assert.equal(sent.at(-1).messageId, message.messageId);
  });

  it('says 422 when the provider refuses the recipient', () => failing(new RecipientRefused('blocked'), async () => {
    const answer = await post(aMessage());
    assert.equal(answer.status, 422);
    assert.deepEqual(await answer.json(), { error: 'recipient' });
  }));

  it('reads no more than 256 KiB', async () => {
    assert.equal((await post({ ...aMessage(), text: 'a'.repeat(256 * 1024) })).status, 413);
  });

  it('takes no short key', () => assert.throws(() => new Receiver({ key: randomBytes(31) }), /32 bytes/));
});

const aMessage = () => ({ channel: 'sms', to: '+8613612345678', subject: '', text: '123456', html: '',
  template: 'General', language: 'zh-Hans', messageId: randomUUID() });

function post(message, { timestamp = NOW, claimed = String(timestamp), by = key, change = (text) => text, headers = {} } = {}) {
  const text = JSON.stringify(message);
  const signature = `v1=${createHmac('sha256', by).update(`${timestamp}.${text}`).digest('hex')}`;
  return fetch(`http://127.0.0.1:${server.address().port}/`, {
    method: 'POST',
    headers: { 'X-Otp-Timestamp': claimed, 'X-Otp-Signature': signature, ...headers },
    body: change(text),
  });
}

async function isRefused(message, how) {
  const before = sent.length;
  assert.equal((await post(message, how)).status, 401);
  assert.equal(sent.length, before);
}

async function failing(error, action) {
  fault = error;
  try {
    await action();
  } finally {
    fault = undefined;
  }
}
