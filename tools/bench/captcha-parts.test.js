'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { Problem } = require('../dev/messages');
const { Session } = require('../dev/session');
const { speed } = require('./captcha/speed');
const { checkControl } = require('./captcha/strength');
const { Report } = require('./report');

const ours = { operations: 800, wallSeconds: 2, cpuSeconds: 1, meanBytes: 3900, mostBytes: 4000 };
const peer = { ...ours, operations: 500 };

/** The part as it is, with workers that only say what they found. */
async function measured(found) {
  const lines = [];
  const session = new Session();
  const report = new Report('captcha', session, (text) => lines.push(text));
  const sides = Object.fromEntries(Object.entries(found).map(([name, result]) => [name, {
    name, command: () => [process.execPath, '-e', `console.log('${JSON.stringify(result)}')`, '--'],
  }]));
  await report.part('speed', () => speed({ session, report, runs: 1, quick: true }, sides));
  report.close();
  return { exitCode: report.exitCode, said: lines.join('\n') };
}

test('speed is told by the processor and by the clock, and judged by the processor', async () => {
  const { exitCode, said } = await measured({ ours, canvas: { ...peer, operations: 100 }, svg: peer });

  assert.equal(exitCode, 0);
  assert.match(said, /ours: pictures a CPU second +800 /);
  assert.match(said, /ours: pictures a second +400 /);
  assert.match(said, /ours: CPU microseconds a picture +1 250 /);
  assert.match(said, /to canvas +at least 4 x +8 x +met/);
  assert.match(said, /to svg +at least 2 x +1\.60 x +MISSED/);
  assert.match(said, /longest PNG +less than 4 096 bytes +4 000 bytes +met/);
});

test('the longest PNG is ours, and may not have 4 KiB', async () => {
  const { said } = await measured({ ours: { ...ours, mostBytes: 4096 }, canvas: peer, svg: peer });

  assert.match(said, /longest PNG +less than 4 096 bytes +4 096 bytes +MISSED/);
});

test('a side that took more processor time than one core has was not measured', async () => {
  const { exitCode, said } = await measured({ ours, canvas: { ...peer, cpuSeconds: 2.2 }, svg: peer });

  assert.equal(exitCode, 1);
  assert.match(said, /NOT RUN: speed: canvas used more than one core/);
  assert.doesNotMatch(said, /met|MISSED/);
});

test('a reader of half of the undistorted pictures is trusted, one of fewer is not', () => {
  checkControl(50);
  assert.throws(() => checkControl(49.9), Problem);
  assert.throws(() => checkControl(NaN), Problem);
});
