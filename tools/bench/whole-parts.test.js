'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { connectionString, emulatorAccount } = require('../dev/settings');
const { Session } = require('../dev/session');
const { request } = require('../dev/http');
const { emptyTables } = require('./pair/tables');
const { onlyIdPlan } = require('./onlyid');
const { startEmulator, environmentFor } = require('./service');
const { CALLS } = require('./storage/calls');

test('a service for a bench has secrets of its own, its storage, and no limit that a load would reach', () => {
  const [one, other] = [environmentFor(1234), environmentFor(1234)];

  assert.equal(one.Otp__Storage__ConnectionString, connectionString(1234));
  assert.notEqual(one.Otp__Secrets__Pepper, other.Otp__Secrets__Pepper);
  assert.equal(one.Otp__Destinations__EmailPerDay, '100000000');
});

test('a plan sends to an address of its own and verifies with the code that was answered', () => {
  const { address, send, code, verify } = onlyIdPlan('http://host', { clientId: 'id', clientSecret: 'secret' });

  assert.match(address, /\{id\}/);
  assert.deepEqual(send.body, { recipient: '{address}', clientId: 'id', clientSecret: 'secret' });
  assert.deepEqual([code.field, verify.body.code], ['code', '{code}']);
});

test('all four APIs are counted, and the calls of the goal are a send and a verify', () => {
  const names = Object.keys(CALLS);

  for (const api of ['OnlyID', 'Starlight', 'Fresns', 'Captcha']) {
    assert.ok(names.some((name) => name.startsWith(api)), api);
  }
  assert.deepEqual(names.filter((name) => CALLS[name].isPair),
    ['OnlyID send, e-mail', 'OnlyID send, SMS', 'OnlyID verify']);
});

test('tables are emptied, or made where there are none', async () => {
  const session = new Session();
  try {
    const { port } = await startEmulator(session);
    await emptyTables(port, ['otprows']);
    await emptyTables(port, ['otprows']);

    const { status } = await request('GET', `http://127.0.0.1:${port}/${emulatorAccount.name}/Tables`);
    assert.equal(status, 403, 'who does not sign is not let in');
  } finally {
    await session.close();
  }
});
