'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { test } = require('node:test');
const { inRoot } = require('../dev/paths');
const { benchesOf } = require('./benches');

const dev = (...args) => spawnSync(process.execPath, [inRoot('dev'), ...args], { encoding: 'utf8' });

test('a bench is a file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'benches-'));
  try {
    fs.writeFileSync(path.join(folder, 'peer.bench.js'), 'module.exports = { summary: "b" };');
    fs.writeFileSync(path.join(folder, 'core.bench.js'), 'module.exports = { summary: "a" };');
    fs.writeFileSync(path.join(folder, 'table.js'), 'throw new Error();');

    assert.deepEqual(benchesOf(folder), { core: { summary: 'a' }, peer: { summary: 'b' } });
    assert.deepEqual(Object.keys(benchesOf(folder)), ['core', 'peer']);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('every bench has a summary and runs', () => {
  const benches = Object.entries(benchesOf(__dirname));

  assert.ok(benches.some(([name]) => name === 'captcha'));
  for (const [name, { summary, run }] of benches) {
    assert.ok(summary.length > 0 && typeof run === 'function', name);
  }
});

test('the help of bench lists them', () => {
  const { status, stdout } = dev('bench', '--help');

  assert.equal(status, 0);
  assert.match(stdout, /^ +captcha +\w/m);
  assert.match(stdout, /--runs N .*\(3\)/);
});

test('an unknown bench is told from those there are', () => {
  const { status, stdout, stderr } = dev('bench', 'nope');

  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /Unknown bench 'nope'; there are: .*captcha/);
});
