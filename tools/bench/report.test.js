'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { Problem } = require('../dev/messages');
const { Report } = require('./report');

function printed({ closed = false } = {}) {
  const lines = [];
  const report = new Report('one', { closed }, (text) => lines.push(text));
  return { report, said: () => lines.join('\n') };
}

const goal = { what: 'speed', bound: 'at least', limit: 4, unit: ' x' };

test('a missed goal is shown, and is no error', async () => {
  const { report, said } = printed();
  await report.part('a', () => report.goal({ ...goal, values: [3] }));
  report.close();

  assert.match(said(), /speed +at least 4 x +3 x +MISSED/);
  assert.equal(report.exitCode, 0);
});

test('a part that cannot run is shown with its reason and is an error; the next one runs', async () => {
  const { report, said } = printed();
  await report.part('a', () => { throw new Problem('no tesseract\nmore of it'); });
  await report.part('b', () => report.goal({ ...goal, values: [5] }));
  report.close();

  assert.match(said(), /NOT RUN: no tesseract\nmore of it/);
  assert.match(said(), /speed +at least 4 x +5 x +met\nNOT RUN: a: no tesseract$/);
  assert.equal(report.exitCode, 1);
});

test('a fault that nobody expected is shown with where it happened', async () => {
  const { report, said } = printed();
  await report.part('a', () => undefined.length);

  assert.match(said(), /NOT RUN: TypeError[^]*report\.test\.js/);
  assert.equal(report.exitCode, 1);
});

test('a part that fails because the user stops the command is no finding, and no other part begins', async () => {
  const { report, said } = printed({ closed: true });

  await assert.rejects(report.part('a', () => { throw new Problem('ended by SIGTERM'); }), /SIGTERM/);
  assert.doesNotMatch(said(), /NOT RUN/);
});
