'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { setTimeout: delay } = require('node:timers/promises');
const { mail, plain, postMail, postSms, send, sms, started } = require('./testing');

const JSON_TYPE = { 'Content-Type': 'application/json' };
const put = (emulator, faults) => plain(emulator, 'PUT', '/control/faults', JSON.stringify(faults), JSON_TYPE);
const get = async (emulator, path) => (await plain(emulator, 'GET', path)).json;
const statusesOf = async (...answers) => (await Promise.all(answers)).map(({ status }) => status);

for (const [status, code] of [[401, 'Denied'], [403, 'Forbidden'], [429, 'TooManyRequests'],
  [500, 'InternalServerError'], [503, 'ServiceUnavailable']]) {
  test(`a ${status} on demand, once`, async (t) => {
    const emulator = await started(t);
    await put(emulator, [{ kind: 'status', status, retryAfter: 7 }]);

    const refused = await postSms(emulator, sms());
    const taken = await postSms(emulator, sms());

    assert.deepEqual([refused.status, refused.json.error.code, refused.headers['retry-after']], [status, code, '7']);
    assert.equal(taken.status, 202);
    assert.equal(emulator.messages.length, 1);
  });
}

test('a fault is kept for the requests that it matches', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'status', status: 500, count: 2, match: { channel: 'email', to: 'x@y.example' } }]);
  const other = mail({ recipients: { to: [{ address: 'a@b.example' }, { address: 'x@y.example' }] } });

  const statuses = await statusesOf(postSms(emulator, sms()), postMail(emulator, mail()), postMail(emulator, other));

  assert.deepEqual(statuses, [202, 202, 500]);
  assert.deepEqual((await get(emulator, '/control/faults')).map(({ count }) => count), [1]);
});

test('a fault is kept for its channel and its operation', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'status', status: 403, match: { operation: 'status' } },
    { kind: 'status', status: 500, match: { channel: 'email' } }, { kind: 'status', status: 503 }]);

  const text = await postSms(emulator, sms());
  const [refused, taken] = [await postMail(emulator, mail()), await postMail(emulator, mail())];
  const status = await send(emulator, 'GET', `/emails/operations/${taken.json.id}?api-version=2023-03-31`);

  assert.deepEqual([text, refused, taken, status].map((answer) => answer.status), [503, 500, 202, 403]);
});

test('faults are added to those that are left', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'status', status: 500 }]);
  await plain(emulator, 'POST', '/control/faults', '[{"kind":"status","status":503}]', JSON_TYPE);

  const [first, second] = [await postSms(emulator, sms()), await postSms(emulator, sms())];

  assert.deepEqual([first.status, second.status], [500, 503]);
});

test('a request that is wrong in itself uses up no fault', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'status', status: 500 }]);

  assert.deepEqual(await statusesOf(postSms(emulator, sms(), { headers: { Authorization: 'no' } }),
    postSms(emulator, sms({ message: 1 }))), [401, 400]);
  assert.equal(emulator.faults.length, 1);
});

test('what is dropped was taken', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'drop' }]);

  await assert.rejects(postSms(emulator, sms()), { code: 'ECONNRESET' });
  assert.equal(emulator.messages.length, 1);
});

test('what is met with silence was taken, and ends when the emulator does', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'silence' }]);

  const waiting = assert.rejects(postSms(emulator, sms()), { code: 'ECONNRESET' });
  for (let tries = 0; emulator.messages.length === 0 && tries < 1000; tries += 1) {
    await delay(5);
  }
  assert.equal(emulator.messages.length, 1);
  await put(emulator, []);
  await emulator.stop();

  await waiting;
});

test('a slow answer comes, and comes late', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'slow', delayMs: 50 }]);
  const before = performance.now();

  assert.equal((await postSms(emulator, sms())).status, 202);
  assert.ok(performance.now() - before >= 49);
});

test('messages are shown, for one recipient or all, and cleared', async (t) => {
  const emulator = await started(t);
  await postMail(emulator, mail());
  const body = sms({ smsSendOptions: { enableDeliveryReport: true, tag: 'codes' } });
  await postSms(emulator, body);

  assert.equal((await get(emulator, '/control/messages')).length, 2);
  const [shown, ...others] = await get(emulator, '/control/messages?to=%2B8613612345678');
  assert.deepEqual(others, []);
  assert.deepEqual([shown.channel, shown.text, shown.options.tag, shown.requestId],
    ['sms', '123456', 'codes', body.smsRecipients[0].repeatabilityRequestId]);
  assert.equal((await plain(emulator, 'DELETE', '/control/messages')).status, 204);
  assert.deepEqual(await get(emulator, '/control/messages'), []);
});

test('a fault that is none is refused, and those before it stay', async (t) => {
  const emulator = await started(t);
  await put(emulator, [{ kind: 'drop' }]);
  const faults = [{}, { kind: 'flood' }, { kind: 'status' }, { kind: 'status', status: 418 }, { kind: 'drop', count: 0 },
    { kind: 'slow' }, { kind: 'drop', match: { channel: 'fax' } }, { kind: 'drop', match: { number: 1 } }, null];

  for (const fault of faults) {
    assert.equal((await put(emulator, [fault])).status, 400, JSON.stringify(fault));
  }
  assert.deepEqual(emulator.faults.map(({ kind }) => kind), ['drop']);
  assert.deepEqual(await statusesOf(plain(emulator, 'DELETE', '/control/faults'),
    plain(emulator, 'PATCH', '/control/faults'), plain(emulator, 'GET', '/control/other')), [204, 405, 404]);
  assert.deepEqual(emulator.faults, []);
});
