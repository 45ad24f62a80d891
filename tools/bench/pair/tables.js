'use strict';
const { createHmac } = require('node:crypto');
const { Problem } = require('../../dev/messages');
const { emulatorAccount } = require('../../dev/settings');

// Those that a pair writes to.
const GROWING = ['otprecipients', 'otprecords'];

/**
 * Empties tables of an Azurite. To find a row it looks through all of its partition, and records have sixteen a day:
 * without this each run would be slower than the one before. The table service has an index.
 */
async function emptyTables(port, names = GROWING) {
  for (const name of names) {
    await ask(port, 'DELETE', `/Tables('${name}')`, [204, 404]);
    // A service that writes to a table that it misses makes it, and may be first.
    await ask(port, 'POST', '/Tables', [201, 409], JSON.stringify({ TableName: name }));
  }
}

async function ask(port, method, path, expected, body) {
  const url = `http://127.0.0.1:${port}/${emulatorAccount.name}${path}`;
  const date = new Date().toUTCString();
  const type = body === undefined ? '' : 'application/json';
  const signed = `${method}\n\n${type}\n${date}\n/${emulatorAccount.name}${new URL(url).pathname}`;
  const signature = createHmac('sha256', Buffer.from(emulatorAccount.key, 'base64')).update(signed).digest('base64');
  const { status } = await fetch(url, {
    method, body,
    headers: {
      'x-ms-date': date, 'x-ms-version': '2019-02-02', Accept: 'application/json;odata=nometadata',
      Authorization: `SharedKey ${emulatorAccount.name}:${signature}`,
      ...body === undefined ? {} : { 'Content-Type': type },
    },
  });
  if (!expected.includes(status)) {
    throw new Problem(`${method} ${path} was answered with ${status} by Azurite`);
  }
}

module.exports = { emptyTables };
