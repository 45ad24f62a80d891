'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { Problem } = require('../dev/messages');
const { Session } = require('../dev/session');
const { Report } = require('./report');
const { compare } = require('./start.bench');
const { startup } = require('./start/startup');

const isLinux = process.platform === 'linux';

/** A server that first refuses, and answers 200 from its third question on. */
const SERVER = `let asked = 0; require('node:http').createServer((_, answer) => {
  asked += 1; answer.statusCode = asked < 3 ? 503 : 200; answer.end();
}).listen(new URL(process.argv.at(-1)).port, '127.0.0.1');`;

const server = [process.execPath, '-e', SERVER, '--'];

async function inSession(use) {
  const session = new Session();
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

test('a start ends with the first 200', { skip: !isLinux }, () => inSession(async (session) => {
  const { milliseconds, cpuMilliseconds, megabytes } = await startup(session, server, {}, 0);

  assert.ok(milliseconds > 1 && cpuMilliseconds > 1 && megabytes > 1);
}));

test('memory is read only where it is asked for', { skip: !isLinux }, () => inSession(async (session) => {
  assert.equal((await startup(session, server, {})).megabytes, undefined);
}));

test('the environment is handed on, and what ends before it answers is a problem', () => inSession(async (session) => {
  const ends = [process.execPath, '-e', 'process.exit(Number(process.env.OTP_BENCH_CODE))', '--'];

  await assert.rejects(startup(session, ends, { OTP_BENCH_CODE: '7' }), (error) =>
    error instanceof Problem && /exit code 7/.test(error.message));
}));

test('both sides are started as often, and judged', { skip: !isLinux }, () => inSession(async (session) => {
  const lines = [];
  const report = new Report('start', session, (text) => lines.push(text));
  await compare({ session, report, runs: 1, quick: true }, { service: server, empty: server });
  report.close();

  assert.match(lines.join('\n'), /^start to the first answer, to an empty application +at most 1\.30 x .*(met|MISSED)$/m);
  assert.match(lines.join('\n'), /^memory at rest, to an empty application +at most 1\.30 x .*(met|MISSED)$/m);
}));
