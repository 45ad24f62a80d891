'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { growth } = require('./purge.bench');

const took = (rows, ours, raw) => ({ ours: { rows, seconds: ours }, raw: { rows, seconds: raw } });

test('what grows as its raw deletes do is linear, however they grow', () => {
  assert.equal(growth(took(100, 2, 1), took(1000, 40, 20)), 1);
});

test('what grows faster is told by how much', () => {
  assert.equal(growth(took(100, 1, 1), took(1000, 30, 20)), 1.5);
});
