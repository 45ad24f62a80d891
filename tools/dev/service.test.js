'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { Problem } = require('./messages');
const { startStorage } = require('./service');
const { Session } = require('./session');

let folder;
before(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'service-')); });
after(() => fs.rmSync(folder, { recursive: true }));

function emulator(name, script) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, script);
  return { port: 0, location: folder, script: file };
}

test('storage is there once it tells its address', async () => {
  const session = new Session();
  const storage = await startStorage(session, emulator('good.js',
    'console.log("starting"); console.log("listening http://127.0.0.1:12345"); process.stdin.resume();'));

  assert.equal(storage.port, 12345);
  await session.close();
});

test('storage that ends before that is named', async () => {
  const session = new Session();

  await assert.rejects(startStorage(session, emulator('bad.js', 'process.exit(5)')),
    (error) => error instanceof Problem && error.message === 'Azurite ended by itself with exit code 5.');
  await session.close();
});
