'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { afterEach, beforeEach, test } = require('node:test');
const { packagesAreInstalled } = require('./machine');

let tools;
beforeEach(() => { tools = fs.mkdtempSync(path.join(os.tmpdir(), 'tools-')); });
afterEach(() => fs.rmSync(tools, { recursive: true }));

function write(name, secondsAgo) {
  const file = path.join(tools, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '');
  const time = Date.now() / 1000 - secondsAgo;
  fs.utimesSync(file, time, time);
}

test('tools that were never installed are not', () => {
  write('package-lock.json', 10);

  assert.equal(packagesAreInstalled(tools, 'azurite'), false);
});

test('tools installed after the lock file was written are', () => {
  write('package-lock.json', 10);
  write('node_modules/azurite/package.json', 5);
  write('node_modules/.package-lock.json', 5);

  assert.equal(packagesAreInstalled(tools, 'azurite'), true);
});

test('a newer lock file asks for a new installation', () => {
  write('node_modules/azurite/package.json', 20);
  write('node_modules/.package-lock.json', 20);
  write('package-lock.json', 10);

  assert.equal(packagesAreInstalled(tools, 'azurite'), false);
});

test('an installation that broke off is none', () => {
  write('package-lock.json', 10);
  write('node_modules/azurite/package.json', 5);

  assert.equal(packagesAreInstalled(tools, 'azurite'), false);
});
