'use strict';
// What a careful client never sends, sent by hand. Each case differs in one thing from a request that is taken.
const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { test } = require('node:test');
const { AcsEmulator } = require('./index');
const { contentHash } = require('./signature');
const { mail, plain, postMail, postSms, send, sms, started } = require('./testing');

const NOW = Date.UTC(2026, 6, 1, 12, 0, 0);
const at = (milliseconds) => new Date(milliseconds).toUTCString();

function assertRefused(answer, status, code) {
  assert.deepEqual([answer.status, answer.json.error.code], [status, code]);
  assert.deepEqual(Object.keys(answer.json.error), ['code', 'message']);
  assert.equal(answer.headers['x-ms-error-code'], code);
}

test('a request that is signed and whole is taken', async (t) => {
  const emulator = await started(t);

  const [ofMail, ofSms] = [await postMail(emulator, mail()), await postSms(emulator, sms())];

  assert.equal(ofMail.status, 202);
  assert.deepEqual(ofMail.json, { id: emulator.messages[0].id, status: 'Running', error: null });
  assert.equal(ofMail.headers['operation-location'],
    `${emulator.url}/emails/operations/${ofMail.json.id}?api-version=2023-03-31`);
  assert.equal(ofSms.status, 202);
  assert.deepEqual(emulator.messages.map(({ channel }) => channel), ['email', 'sms']);
});

const signatures = {
  'no date': { headers: { 'x-ms-date': undefined } },
  'no content hash': { headers: { 'x-ms-content-sha256': undefined } },
  'no signature': { headers: { Authorization: undefined } },
  'a token': { headers: { Authorization: 'Bearer abc' } },
  'another signature': { headers: { Authorization:
    `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${contentHash('another')}` } },
  'the hash of another body': { headers: { 'x-ms-content-sha256': contentHash('another') } },
  'a body changed after it was signed': { sent: Buffer.from(JSON.stringify(mail({ replyTo: [] }))) },
  'another path than the one signed': { sentTo: '/emails:send?api-version=2025-09-01' },
  'another date than the one signed': { headers: { 'x-ms-date': at(NOW + 1000) } },
  'a date of another format': { date: new Date(NOW).toISOString() },
  'a date past the margin': { date: at(NOW - 300_001) },
  'a date ahead of the margin': { date: at(NOW + 301_000) },
};

for (const [what, changes] of Object.entries(signatures)) {
  test(`${what} is no authentication`, async (t) => {
    const emulator = await started(t, { now: () => NOW });

    assertRefused(await postMail(emulator, mail(), { date: at(NOW), ...changes }), 401, 'Denied');
    assert.deepEqual(emulator.messages, []);
  });
}

test('a date at the margin is taken', async (t) => {
  const emulator = await started(t, { now: () => NOW });

  for (const date of [at(NOW - 300_000), at(NOW + 300_000)]) {
    assert.equal((await postMail(emulator, mail(), { date })).status, 202);
  }
});

const bodies = {
  'no JSON': '{',
  'a list': [],
  'nothing': 'null',
  'a field the service does not know': { ...mail(), priority: 1 },
  'a field deeper that it does not know': mail({ content: { subject: 'a', html: 'b', body: 'c' } }),
  'no sender': mail({ senderAddress: undefined }),
  'no recipients': mail({ recipients: undefined }),
  'an empty list of recipients': mail({ recipients: { to: [] } }),
  'more recipients than 50': mail({ recipients: { to: Array(51).fill({ address: 'a@b.example' }) } }),
  'more recipients than 50 in all': mail({
    recipients: { to: Array(26).fill({ address: 'a@b.example' }), bcc: Array(25).fill({ address: 'a@b.example' }) },
  }),
  'an address of no format': mail({ recipients: { to: [{ address: 'jane' }] } }),
  'an address that is a number': mail({ recipients: { to: [{ address: 1 }] } }),
  'a display name that is null': mail({ recipients: { to: [{ address: 'a@b.example', displayName: null }] } }),
  'no subject': mail({ content: { plainText: 'a' } }),
  'an empty subject': mail({ content: { subject: '', plainText: 'a' } }),
  'neither text nor HTML': mail({ content: { subject: 'a' } }),
  'a flag that is text': mail({ userEngagementTrackingDisabled: 'yes' }),
  'a header that is a number': mail({ headers: { 'X-A': 1 } }),
};

for (const [what, body] of Object.entries(bodies)) {
  test(`a mail with ${what} is a bad request`, async (t) => {
    const emulator = await started(t);

    assertRefused(await postMail(emulator, body), 400, 'BadRequest');
    assert.deepEqual(emulator.messages, []);
  });
}

test('a mail that is not in UTF-8 is a bad request', async (t) => {
  const emulator = await started(t);
  const body = Buffer.from(JSON.stringify(mail({ content: { subject: 'caf\u00e9', html: 'a' } })), 'latin1');

  assertRefused(await send(emulator, 'POST', '/emails:send?api-version=2023-03-31', body), 400, 'BadRequest');
});

const textBodies = {
  'a field the service does not know': sms({ priority: 1 }),
  'no recipient': sms({ smsRecipients: [] }),
  'more recipients than 100': sms({ smsRecipients: Array(101).fill({ to: '+8613612345678' }) }),
  'no text': sms({ message: '' }),
  'more text than 2048 characters': sms({ message: 'a'.repeat(2049) }),
  'a request id that is no GUID': sms({}, { repeatabilityRequestId: 'abc' }),
  'a first date of another format': sms({}, { repeatabilityFirstSent: '2026-07-01T12:00:00Z' }),
  'a first date that is none': sms({}, { repeatabilityFirstSent: 'Invalid Date' }),
  'a request id and no first date': sms({}, { repeatabilityFirstSent: undefined }),
  'a first date and no request id': sms({}, { repeatabilityRequestId: undefined }),
  'options without the one they need': sms({ smsSendOptions: { tag: 'a' } }),
};

for (const [what, body] of Object.entries(textBodies)) {
  test(`a text message with ${what} is a bad request`, async (t) => {
    const emulator = await started(t);

    assertRefused(await postSms(emulator, body), 400, 'BadRequest');
    assert.deepEqual(emulator.messages, []);
  });
}

test('2048 characters are a text message', async (t) => {
  assert.equal((await postSms(await started(t), sms({ message: 'a'.repeat(2048) }))).status, 202);
});

test('a sender that is not the resource\'s is told from a domain that is not', async (t) => {
  const emulator = await started(t);

  assertRefused(await postMail(emulator, mail({ senderAddress: 'boss@shop.example' })), 400, 'InvalidSenderUserName');
  assertRefused(await postMail(emulator, mail({ senderAddress: 'codes@other.example' })), 404, 'DomainNotLinked');
});

test('an operation id names one message: it may come again, and not as another', async (t) => {
  const emulator = await started(t);
  const headers = { 'Operation-Id': randomUUID() };

  const first = await postMail(emulator, mail(), { headers });
  await send(emulator, 'GET', `/emails/operations/${first.json.id}?api-version=2023-03-31`);
  const again = await postMail(emulator, mail(), { headers });
  const other = await postMail(emulator, mail({ replyTo: [] }), { headers });

  assert.deepEqual([again.status, again.json], [202, first.json]);
  assertRefused(other, 409, 'Conflict');
  assert.deepEqual(emulator.messages.map(({ attempts, status }) => [attempts, status]), [[3, 'Succeeded']]);
  assertRefused(await postMail(emulator, mail(), { headers: { 'Operation-Id': 'abc' } }), 400, 'BadRequest');
});

test('a request id names one text message: it may come again, and not as another', async (t) => {
  const emulator = await started(t);
  const body = sms();

  const first = await postSms(emulator, body);
  const again = await postSms(emulator, body);
  const other = await postSms(emulator, { ...body, message: '654321' });

  assert.deepEqual(again.json, first.json);
  const [{ successful, httpStatusCode, repeatabilityResult }] = other.json.value;
  assert.deepEqual([successful, httpStatusCode, repeatabilityResult], [false, 400, 'rejected']);
  assert.deepEqual(emulator.messages.map(({ text }) => text), ['123456']);
});

test('a version, a path, a method, a type that the service does not know', async (t) => {
  const emulator = await started(t);
  const body = Buffer.from(JSON.stringify(mail()));

  assertRefused(await send(emulator, 'POST', '/emails:send?api-version=2020-01-01', body), 400, 'BadRequest');
  assertRefused(await send(emulator, 'POST', '/emails:send', body), 400, 'BadRequest');
  assertRefused(await send(emulator, 'POST', '/emails:send?api-version=2023-03-31&a=b', body), 400, 'BadRequest');
  assertRefused(await send(emulator, 'POST', '/emails?api-version=2023-03-31', body), 404, 'NotFound');
  assertRefused(await send(emulator, 'PUT', '/emails:send?api-version=2023-03-31', body), 405, 'MethodNotAllowed');
  assertRefused(await postMail(emulator, mail(), { headers: { 'Content-Type': 'text/plain' } }), 415,
    'UnsupportedMediaType');
  const operation = `/emails/operations/${randomUUID()}?api-version=2023-03-31`;
  assertRefused(await send(emulator, 'GET', operation), 404, 'NotFound');
  assertRefused(await plain(emulator, 'GET', operation, undefined), 401, 'Denied');
});

test('a body of the most bytes is read, and one more is not', async (t) => {
  const body = JSON.stringify(mail());
  const emulator = await started(t, { maxBody: body.length });

  assert.equal((await postMail(emulator, body)).status, 202);
  assertRefused(await postMail(emulator, `${body} `), 413, 'RequestBodyTooLarge');
});

test('a body far too long is answered, not reset', async (t) => {
  const emulator = await started(t);

  assertRefused(await postMail(emulator, 'a'.repeat(11 * 1024 * 1024)), 413, 'RequestBodyTooLarge');
});

test('an address that others reach is not listened at', () => {
  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'otpfunctions.example']) {
    assert.throws(() => new AcsEmulator({ host }), /loopback/);
  }
});

test('a key that is not base64 is refused', () => {
  for (const accessKey of ['not base64!', '']) {
    assert.throws(() => new AcsEmulator({ accessKey }), /base64/);
  }
});

test('a name that leads here from elsewhere is not answered', async (t) => {
  const emulator = await started(t);

  for (const path of ['/sms?api-version=2021-03-07', '/control/messages']) {
    assertRefused(await plain(emulator, 'GET', path, undefined, { Host: 'evil.example' }), 421, 'MisdirectedRequest');
  }
});
