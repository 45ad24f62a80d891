'use strict';
const fs = require('node:fs');
const http = require('node:http');
const { setTimeout: delay } = require('node:timers/promises');
const { Problem } = require('../../dev/messages');
const { freePort } = require('../../dev/ports');
const { howItEnded } = require('../../dev/session');

const ASK_EVERY_MS = 2;
const READY_WITHIN_MS = 60_000;

/**
 * Starts a server that takes `--urls`, waits for its first 200, and stops it.
 * @param {string[]} command starts it
 * @param {object} environment its own, besides this process's
 * @param {number} idleSeconds after which its memory is read; not at all without them
 * @returns {Promise<object>} `milliseconds` from the start of the process to the whole answer, `cpuMilliseconds` of it,
 * `megabytes` resident
 */
async function startup(session, [file, ...args], environment, idleSeconds) {
  const port = await freePort();
  const began = performance.now();
  const app = session.start(args.at(-1) ?? file, file, [...args, '--urls', `http://127.0.0.1:${port}`], {
    cwd: session.temporaryFolder(), env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilAnswered(app, port);
  const milliseconds = performance.now() - began;
  const cpuMilliseconds = cpuOf(app.child.pid);
  const megabytes = idleSeconds === undefined ? undefined : await idle(app.child.pid, idleSeconds);
  app.child.kill();
  await app.ended;
  return { milliseconds, cpuMilliseconds, megabytes };
}

async function untilAnswered(app, port) {
  let end;
  app.ended.then((how) => { end = how; });
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until; await delay(ASK_EVERY_MS)) {
    if (end) {
      throw new Problem(`${app.name} ${howItEnded(end)}`);
    }
    if (await ask(port) === 200) {
      return;
    }
  }
  throw new Problem(`${app.name} did not answer within ${READY_WITHIN_MS / 1000} s`);
}

/** One connection a question: none is kept for the next. @returns the status, or undefined where nobody listens */
function ask(port) {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/api/health', agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode)).on('error', () => resolve());
    });
    request.on('error', () => resolve());
  });
}

/** Of all threads there are, in the nanoseconds Linux counts. */
function cpuOf(pid) {
  const threads = fs.readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) =>
    sum + Number(fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6;
}

async function idle(pid, seconds) {
  await delay(seconds * 1000);
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1024 / 1e6;
}

module.exports = { startup };
