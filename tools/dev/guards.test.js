'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { test } = require('node:test');
const { broken, classOf, filterOf, table } = require('./guard-table');
const guards = require('../guards');
const { inRoot } = require('./paths');

const read = (file) => fs.readFileSync(inRoot(file), 'utf8');

for (const guard of guards) {
  test(`the guard '${guard.name}' is where the list says, and so are its tests`, () => {
    const intact = read(guard.file);
    assert.notEqual(broken(guard, intact), intact);
    assert.ok(guard.tests.length > 0);
    for (const { file, name, method } of guard.tests.map(classOf)) {
      assert.match(read(file), new RegExp(name && `\\bclass ${name}\\b`));
      assert.match(read(file), new RegExp(`\\b${method}`));
    }
  });
}

test('there are at least forty, and each has a name of its own', () => {
  const names = new Set(guards.map(({ name }) => name));

  assert.ok(guards.length >= 40);
  assert.equal(names.size, guards.length);
});

test('every guard has its row in the table of the page', () => {
  const page = read('docs/security.md');

  for (const guard of guards) {
    assert.ok(page.includes(`\n| ${guard.guards} | \``), `${guard.name}: run ./dev guards --markdown`);
  }
  assert.ok(!page.includes('| `nothing` |'), 'a guard that no test holds is in the table');
});

const guard = { name: 'one', guards: 'what it does', file: 'a.cs', find: 'if (x)', replace: 'if ($&)' };

test('what is replaced is there exactly once', () => {
  assert.equal(broken(guard, 'a if (x) b'), 'a if ($&) b');
  assert.throws(() => broken(guard, 'if (y)'), /'one': a\.cs has 0 times: if \(x\)/);
  assert.throws(() => broken(guard, 'if (x) if (x)'), /has 2 times/);
});

test('a guard in two places is broken in both', () => {
  const also = [{ find: 'b', replace: 'c' }];

  assert.equal(broken({ ...guard, also }, 'if (x) b'), 'if ($&) c');
  assert.throws(() => broken({ ...guard, also }, 'if (x)'), /has 0 times: b/);
});

test('a class is asked for by its whole name, so that another with its beginning is not', () => {
  assert.equal(filterOf('Http/StartUpTests'), 'FullyQualifiedName~OtpFunctions.Tests.Http.StartUpTests.');
  assert.equal(filterOf('Http/StartUpTests.A_bad'), 'FullyQualifiedName~OtpFunctions.Tests.Http.StartUpTests.A_bad');
});

test('the table stands between its markers, and only it is replaced', () => {
  const page = 'before\n<!-- ./dev guards --markdown writes from here -->\nold\n<!-- to here -->\nafter\n';

  const written = table.into(page, [{ guard, test: 'Codes.VerifyTests.It_is_so(x: 1)' }]);

  assert.equal(written, 'before\n<!-- ./dev guards --markdown writes from here -->\n\n| guard | broken, this fails |\n' +
    '|---|---|\n| what it does | `Codes.VerifyTests.It_is_so` |\n\n<!-- to here -->\nafter\n');
  assert.equal(table.into(written, [{ guard, test: 'Codes.VerifyTests.It_is_so' }]), written);
  assert.throws(() => table.into('no marker', []), /lacks the lines/);
});
