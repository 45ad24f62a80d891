'use strict';
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const { test } = require('node:test');
const { inRoot, settings } = require('./paths');
const { readConsoleKey } = require('./settings');

const STORAGE = inRoot('.azurite');
const TIME_LIMIT_MS = 240_000;

// It builds what a running ./dev up has loaded, and opens the storage that it holds open.
const skip = !process.env.CI && 'it would disturb a running ./dev up: only where CI is set';

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

function dev(...args) {
  const child = spawn(process.execPath, [inRoot('dev'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => { said.text += data; });
  }
  return { child, said, ended: once(child, 'exit').then(([code]) => code) };
}

function untilItSays({ child, said, ended }, pattern) {
  return new Promise((resolve, reject) => {
    ended.then((code) => reject(new Error(`it ended with ${code}:\n${said.text}`)));
    child.stdout.on('data', () => pattern.test(said.text) && resolve());
  });
}

test('the commands of the README are commands of the script', async () => {
  const named = [...fs.readFileSync(inRoot('README.md'), 'utf8').matchAll(/\.\/dev (\w+)/g)].map(([, name]) => name);
  const { said, ended } = dev('help');

  assert.equal(await ended, 0);
  assert.ok(named.includes('up') && named.includes('test'));
  for (const name of named) {
    assert.ok(name === 'help' || new RegExp(`^ +${name} `, 'm').test(said.text), `./dev ${name} is not there`);
  }
});

const serving = { skip, timeout: TIME_LIMIT_MS };

test('up serves, demo sends and verifies, Ctrl-C ends both well', serving, () => served([], async (url) => {
  const demo = dev('demo', '--url', url);
  assert.equal(await demo.ended, 0, demo.said.text);
  assert.match(demo.said.text, /Every step answered as it should/);
}));

test('with --acs what is sent goes through the communication emulator', serving, () => served(['--acs'], async (url, up) => {
  const headers = { Authorization: `Bearer ${readConsoleKey()}` };
  const { clientId, clientSecret } = await post(`${url}/api/console/clients`, { name: 'mine' }, headers);
  const { code } = await post(`${url}/api/open/send-otp`, { recipient: '13612345678', clientId, clientSecret });

  const [, sent] = /^What is sent: curl (http:\S+)$/m.exec(up.said.text);
  const messages = await (await fetch(sent)).json();
  assert.deepEqual(messages.map(({ to }) => to), [['+8613612345678']]);
  assert.ok(messages[0].text.includes(code));
}));

const post = async (url, body, headers) =>
  (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();

async function served(options, check) {
  // What a checkout has stays as it is; what this test makes in it goes.
  const made = [settings, STORAGE].filter((path) => !fs.existsSync(path));
  const [port, storagePort] = [await freePort(), await freePort()];
  const up = dev('up', '--port', String(port), '--storage-port', String(storagePort), ...options);
  try {
    await untilItSays(up, /OtpFunctions is ready at/);
    await check(`http://localhost:${port}`, up);
  } finally {
    up.child.kill('SIGINT'); // As Ctrl-C does.
    const code = await up.ended;
    made.forEach((path) => fs.rmSync(path, { recursive: true, force: true }));
    assert.equal(code, 0, up.said.text);
  }
  for (const taken of [port, storagePort]) {
    const server = net.createServer().listen(taken, '127.0.0.1');
    await once(server, 'listening');
    server.close();
  }
}
