'use strict';
const assert = require('node:assert/strict');
const net = require('node:net');
const { once } = require('node:events');
const { test } = require('node:test');
const { Problem } = require('./messages');
const { checkPort, freePort } = require('./ports');

const asked = { what: 'the service', option: '--port' };

test('a port that nobody has is no problem', async () => {
  await checkPort(await freePort(), asked);
});

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`a port taken at ${host} is named with the option that changes it`, async () => {
    const server = net.createServer().listen(0, host);
    await once(server, 'listening');
    const { port } = server.address();

    await assert.rejects(checkPort(port, asked), (error) => error instanceof Problem &&
      error.message.includes(`Port ${port}, meant for the service`) && error.message.includes('--port N'));
    server.close();
  });
}

test('a port without an option to change it is named alone', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');

  await assert.rejects(checkPort(server.address().port, { what: 'blobs' }),
    (error) => error.message.endsWith('Stop that process.'));
  server.close();
});
