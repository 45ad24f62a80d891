'use strict';
// The emulator as a process: node tools/acs/main.js [--port N] [--sender ADDRESS]... [--number NUMBER]...
// It prints its connection string, then its URL, and ends with the process that started it.
const { parseArgs } = require('node:util');
const { endsWithItsParent } = require('../parent');
const { AcsEmulator } = require('./emulator');

function options() {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      port: { type: 'string', default: '0' },
      'access-key': { type: 'string' },
      sender: { type: 'string', multiple: true },
      number: { type: 'string', multiple: true },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port takes a number from 0 to 65535, not '${values.port}'.`);
  }
  return { host: values.host, port, accessKey: values['access-key'], senders: values.sender, numbers: values.number };
}

async function main() {
  const emulator = await new AcsEmulator(options()).start();
  endsWithItsParent(() => emulator.stop().then(() => process.exit(0), fail));
  console.log(`connection ${emulator.connectionString}`);
  console.log(`listening ${emulator.url}`);
}

function fail(error) {
  console.error(error.message);
  process.exit(1);
}

main().catch(fail);
