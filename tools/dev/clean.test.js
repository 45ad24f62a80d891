'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { removable } = require('./clean');

const BUILT = ['.azurite', 'App/bin', 'App/obj', 'App/TestResults', 'artifacts'];
const KEPT = ['local.settings.json', 'tools/node_modules'];
const OURS = ['App/Program.cs', '.git/bin/hook', 'tools/node_modules/x/bin/y', 'tools/dev/up.js'];

let root;
before(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'clean-'));
  for (const name of [...BUILT.map((folder) => `${folder}/file`), 'local.settings.json', ...OURS]) {
    fs.mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), '');
  }
});
after(() => fs.rmSync(root, { recursive: true }));

const found = (all) => removable(root, all).map((target) => path.relative(root, target).replaceAll('\\', '/')).sort();

test('what was built is removable, settings and packages are not', () => {
  assert.deepEqual(found(false), [...BUILT].sort());
});

test('all takes settings and packages too', () => {
  assert.deepEqual(found(true), [...BUILT, ...KEPT].sort());
});
