'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { once } = require('node:events');
const { test } = require('node:test');
const { Problem } = require('./messages');
const { Session, howItEnded } = require('./session');

const POSIX = process.platform !== 'win32';
const PATIENT = 5000;
const HURRIED = 200;

/** A process that says it is there, then stays until a signal; `script` runs first. */
async function startChild(session, script = '', options = {}) {
  const stay = 'setInterval(() => {}, 1000); console.log("ready");';
  const running = session.start('child', process.execPath, ['-e', script + stay],
    { stdio: ['pipe', 'pipe', 'inherit'], ...options });
  const [said] = await once(running.child.stdout, 'data');
  return { ...running, said: said.toString() };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('closing ends what was started, the last first', async () => {
  const session = new Session(PATIENT);
  const ends = [];
  for (const name of ['storage', 'app']) {
    const { ended } = await startChild(session);
    ended.then(() => ends.push(name));
  }

  await session.close();

  assert.deepEqual(ends, ['app', 'storage']);
});

test('each process gets the signal that ends it well', { skip: !POSIX }, async () => {
  const session = new Session(PATIENT);
  const { ended } = await startChild(session, 'process.on("SIGINT", () => process.exit(7));', { stopWith: 'SIGINT' });

  await session.close();

  assert.equal((await ended).code, 7);
});

test('a process that will not stop is killed after a while', { skip: !POSIX }, async () => {
  const session = new Session(HURRIED);
  const { ended } = await startChild(session, 'process.on("SIGTERM", () => {});');

  await session.close();

  assert.equal((await ended).signal, 'SIGKILL');
});

test('what a process started in turn does not stay behind', { skip: !POSIX }, async () => {
  const session = new Session(PATIENT);
  const script = 'const { spawn } = require("child_process");' +
    'console.log(spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" }).pid);';
  const { said } = await startChild(session, script);
  const grandchild = parseInt(said, 10);
  assert.ok(isAlive(grandchild));

  await session.close();

  await gone(grandchild);
});

async function gone(pid) {
  for (let tries = 0; isAlive(pid) && tries < 100; tries += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  assert.ok(!isAlive(pid), `process ${pid} is still there`);
}

test('nothing starts any more once the session is closing', async () => {
  const session = new Session();
  await session.close();

  assert.throws(() => session.start('child', process.execPath, []), Problem);
});

test('run answers with the exit code, capture with the output too', async () => {
  const session = new Session();

  assert.equal(await session.run('child', process.execPath, ['-e', 'process.exit(3)']), 3);
  assert.deepEqual(await session.capture('child', process.execPath, ['-e', 'console.error("no"); process.exit(4)']),
    { code: 4, output: 'no\n' });
});

test('a program that is not there is a clear message', async () => {
  await assert.rejects(new Session().run('ghost', 'no-such-program', []),
    (error) => error instanceof Problem && error.message.startsWith('ghost could not be started'));
});

test('temporary folders go with the session', async () => {
  const session = new Session();
  const folder = session.temporaryFolder();
  fs.writeFileSync(`${folder}/file`, '');

  await session.close();

  assert.ok(!fs.existsSync(folder));
});

test('how a process ended is said in words', () => {
  assert.equal(howItEnded({ code: 3, signal: null }), 'ended by itself with exit code 3');
  assert.equal(howItEnded({ code: null, signal: 'SIGKILL' }), 'was ended by SIGKILL');
});
