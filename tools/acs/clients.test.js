'use strict';
// The official clients, which know nothing of the emulator, send through it.
const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { test } = require('node:test');
const { EmailClient } = require('@azure/communication-email');
const { SmsClient } = require('@azure/communication-sms');
const { NUMBER, mail, started } = require('./testing');

const HOUR = 3_600_000;
const soon = { maxRetries: 2, retryDelayInMs: 1, maxRetryDelayInMs: 1 };
const never = { maxRetries: 2, retryDelayInMs: HOUR, maxRetryDelayInMs: HOUR };
// A delay that should not happen ends as a failure, and soon.
const patience = () => ({ abortSignal: AbortSignal.timeout(20_000), updateIntervalInMs: 1 });
const clientOptions = (retryOptions) => ({ allowInsecureConnection: true, retryOptions });
const emailClient = ({ connectionString }, retry = soon) => new EmailClient(connectionString, clientOptions(retry));
const smsClient = ({ connectionString }, retry = soon) => new SmsClient(connectionString, clientOptions(retry));
const text = (...to) => ({ from: NUMBER, to, message: 'Your code is 123456' });

test('a mail is taken and its operation succeeds', async (t) => {
  const emulator = await started(t);
  emulator.setFaults([{ kind: 'running', count: 2 }]);

  const poller = await emailClient(emulator).beginSend(
    mail({ content: { subject: 'Code', plainText: '123456', html: '<b>123456</b>' } }), { updateIntervalInMs: 1 });
  const result = await poller.pollUntilDone();

  const [taken, ...others] = emulator.messages;
  assert.equal(result.status, 'Succeeded');
  assert.deepEqual(others, []);
  assert.equal(taken.id, result.id);
  assert.deepEqual([taken.subject, taken.text, taken.html], ['Code', '123456', '<b>123456</b>']);
  assert.deepEqual([taken.channel, taken.to, taken.attempts], ['email', ['jane@example.org'], 1]);
  assert.deepEqual(emulator.faults, []);
});

test('a mail that fails later is an operation that failed', async (t) => {
  const emulator = await started(t);
  emulator.setFaults([{ kind: 'operationFailed' }]);

  const poller = emailClient(emulator).beginSend(mail(), { updateIntervalInMs: 1 });

  await assert.rejects(poller.then((one) => one.pollUntilDone()), /EmailDroppedAllRecipientsSuppressed/);
  assert.equal(emulator.messages[0].status, 'Failed');
});

test('a text message goes to each recipient', async (t) => {
  const emulator = await started(t);

  const results = await smsClient(emulator).send(text('+8613612345678', '+12065550199'), { tag: 'codes' });

  assert.deepEqual(results.map(({ successful, httpStatusCode }) => [successful, httpStatusCode]),
    [[true, 202], [true, 202]]);
  assert.deepEqual(emulator.messages.map(({ to }) => to), [['+8613612345678'], ['+12065550199']]);
  assert.deepEqual(emulator.messages.map(({ id }) => id), results.map(({ messageId }) => messageId));
});

test('a recipient that cannot be reached fails alone', async (t) => {
  const emulator = await started(t);
  emulator.setFaults([{ kind: 'recipientFailed', httpStatusCode: 404, match: { to: '+12065550199' } }]);

  const results = await smsClient(emulator).send(text('+8613612345678', '+12065550199', '5550100'));

  assert.deepEqual(results.map(({ httpStatusCode, successful }) => [httpStatusCode, successful]),
    [[202, true], [404, false], [400, false]]);
  assert.equal(results[2].errorMessage, 'Invalid To phone number format.');
  assert.equal(emulator.messages.length, 1);
});

test('a wrong key is refused, at once', async (t) => {
  const emulator = await started(t);
  const wrong = { connectionString: `endpoint=${emulator.url}/;accesskey=${btoa('another key')}` };

  await assert.rejects(emailClient(wrong, never).beginSend(mail(), patience()), { statusCode: 401, code: 'Denied' });
  await assert.rejects(smsClient(wrong, never).send(text('+8613612345678'), patience()),
    { statusCode: 401, code: 'Denied' });
  assert.deepEqual(emulator.messages, []);
});

// The client's own delay would be an hour: only the header can make it try again at once.
for (const status of [429, 503]) {
  test(`a ${status} is tried again when Retry-After says`, async (t) => {
    const emulator = await started(t);
    emulator.setFaults([{ kind: 'status', status, retryAfter: 0, count: 2 }]);

    await emailClient(emulator, never).beginSend(mail(), { ...patience(), operationId: randomUUID() });

    assert.deepEqual(emulator.messages.map(({ attempts }) => attempts), [3]);
  });
}

test('a text message whose answer was lost is tried again and sent once', async (t) => {
  const emulator = await started(t);
  emulator.setFaults([{ kind: 'drop', count: 2 }]);

  const [result] = await smsClient(emulator).send(text('+8613612345678'));

  assert.deepEqual([result.successful, result.repeatabilityResult], [true, 'accepted']);
  assert.deepEqual(emulator.messages.map(({ id, attempts }) => [id, attempts]), [[result.messageId, 3]]);
});

test('a mail whose answer was lost is tried again under its operation id and sent once', async (t) => {
  const emulator = await started(t);
  const operationId = randomUUID();
  emulator.setFaults([{ kind: 'drop' }]);

  const poller = await emailClient(emulator).beginSend(mail(), { operationId, updateIntervalInMs: 1 });

  assert.equal((await poller.pollUntilDone()).id, operationId);
  assert.deepEqual(emulator.messages.map(({ id, attempts }) => [id, attempts]), [[operationId, 2]]);
});

test('tries that all fail end in the last refusal', async (t) => {
  const emulator = await started(t);
  emulator.setFaults([{ kind: 'status', status: 500, count: 3 }]);

  await assert.rejects(smsClient(emulator).send(text('+8613612345678')), { statusCode: 500 });
  assert.deepEqual([emulator.messages, emulator.faults], [[], []]);
});

test('a number that is not the resource\'s cannot send', async (t) => {
  const emulator = await started(t);

  await assert.rejects(smsClient(emulator).send({ ...text('+8613612345678'), from: '+15550000000' }),
    { statusCode: 401, code: 'Unauthorized' });
});
