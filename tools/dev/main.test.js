'use strict';
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');
const { test } = require('node:test');
const { inRoot } = require('./paths');

const POSIX = process.platform !== 'win32';
const MAIN = JSON.stringify(path.join(__dirname, 'main.js'));

/** A script with one command, `serve`, that starts two children and waits as ./dev up does. */
const serving = (servesUntilStopped) => `
  const { untilOneEnds } = require(${JSON.stringify(path.join(__dirname, 'service.js'))});
  const child = (session, name, script) => session.start(name, process.execPath, ['-e',
    'process.on("SIGTERM", () => { console.log("' + name + ' stopped"); process.exit(0); });' + script]);
  const run = async (session) => {
    const stay = 'setInterval(() => {}, 1000); console.log("started");';
    await untilOneEnds(child(session, 'storage', stay), child(session, 'app', process.env.APP ?? stay));
  };
  require(${MAIN}).main({
    serve: { summary: '', options: {}, servesUntilStopped: ${servesUntilStopped}, run },
  }, ['serve']);`;

const serve = (servesUntilStopped, options) => run(process.execPath, ['-e', serving(servesUntilStopped)], options);

async function run(file, args, { env, whenStarted } = {}) {
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk) => { err += chunk; });
  child.stdout.on('data', (chunk) => {
    out += chunk;
    if (whenStarted && out.split('started').length > 2) {
      whenStarted(child);
      whenStarted = undefined;
    }
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

const dev = (...args) => run(process.execPath, [inRoot('dev'), ...args]);

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} stops app and storage in this order, as the ordinary end`, { skip: !POSIX }, async () => {
    const { code, out } = await serve(true, { whenStarted: (child) => child.kill(signal) });

    assert.equal(code, 0);
    assert.match(out, /app stopped\nstorage stopped\n/);
  });
}

test('a signal ends a command that has work to finish with an error', { skip: !POSIX }, async () => {
  const { code, out } = await serve(false, { whenStarted: (child) => child.kill('SIGINT') });

  assert.equal(code, 130);
  assert.match(out, /storage stopped/);
});

test('what a stopped command had under way does not go on', { skip: !POSIX }, async () => {
  const script = `require(${MAIN}).main({ wait: { summary: '', options: {}, run() {
    return new Promise((resolve) => { setTimeout(resolve, 60_000); console.log('started started'); });
  } } }, ['wait']);`;
  const began = Date.now();
  const { code } = await run(process.execPath, ['-e', script], { whenStarted: (child) => child.kill('SIGTERM') });

  assert.equal(code, 143);
  assert.ok(Date.now() - began < 30_000);
});

test('a child that dies is named, and the other one is stopped', { skip: !POSIX }, async () => {
  const { code, out, err } = await serve(true, { env: { APP: 'setTimeout(() => process.exit(9), 300)' } });

  assert.equal(code, 1);
  assert.match(err, /error: app ended by itself with exit code 9/);
  assert.match(out, /storage stopped/);
});

test('help goes to stdout with exit code 0', async () => {
  for (const args of [[], ['help'], ['--help']]) {
    const { code, out, err } = await dev(...args);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /usage: \.\/dev <command>/);
  }
});

test('the help of a command lists its options', async () => {
  const { code, out } = await dev('up', '--help');

  assert.equal(code, 0);
  assert.match(out, /--storage-port N .*\(10002\)/);
});

for (const args of [['nope'], ['constructor'], ['up', '--nope'], ['clean', 'all']]) {
  test(`'./dev ${args.join(' ')}' prints the usage to stderr with exit code 2`, async () => {
    const { code, out, err } = await dev(...args);

    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /usage: \.\/dev <command>/);
  });
}
