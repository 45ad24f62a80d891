'use strict';
const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { Problem } = require('../dev/messages');
const { startCommunication } = require('../dev/service');
const { Session } = require('../dev/session');
const { SmsClient } = require('@azure/communication-sms');

test('the process tells where it is, sends, and ends with its session', async (t) => {
  const session = new Session();
  t.after(() => session.close());
  const emulator = await startCommunication(session,
    { port: 0, arguments: ['--sender', 'codes@shop.example', '--number', '+12065550123', '--number', '+12065550124'] });

  const client = new SmsClient(emulator.connectionString, { allowInsecureConnection: true });
  const [result] = await client.send({ from: '+12065550124', to: ['+8613612345678'], message: '123456' });
  const shown = await fetch(`http://127.0.0.1:${emulator.port}/control/messages`);

  assert.equal(result.successful, true);
  assert.deepEqual((await shown.json()).map(({ to }) => to), [['+8613612345678']]);
  await session.close();
  assert.deepEqual(await emulator.ended, { code: 0, signal: null });
});

for (const wrong of [['--host', '0.0.0.0'], ['--port', '70000'], ['--access-key', '?'], ['--colour', 'red']]) {
  test(`${wrong.join(' ')} is told and nothing is started`, async (t) => {
    const session = new Session();
    t.after(() => session.close());

    await assert.rejects(startCommunication(session, { port: 0, arguments: wrong }),
      (error) => error instanceof Problem && error.message.startsWith('The communication emulator ended by itself'));
  });
}

test('the folder is the module', () => {
  assert.equal(require(path.join(__dirname, '..', 'acs')).AcsEmulator, require('./emulator').AcsEmulator);
});
