'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { Problem } = require('../dev/messages');
const { Session } = require('../dev/session');
const { jsonLines, result, results } = require('./workers');

const session = new Session();
const script = (text) => [process.execPath, '-e', text];

test('results are the lines that are objects, with whatever is printed between', () => {
  assert.deepEqual(jsonLines('warning: slow\n{"a":1}\r\n\n{"b":2}\n'), [{ a: 1 }, { b: 2 }]);
});

test('a line that begins like a result and is none is an error', () => {
  assert.throws(() => jsonLines('{"a":'), SyntaxError);
});

test('what a worker prints on stdout and stderr does not mix into its results', async () => {
  const worker = script('console.error("note"); console.log(\'{"a":1}\\n{"a":2}\')');

  assert.deepEqual(await results(session, worker), [{ a: 1 }, { a: 2 }]);
});

test('a worker that fails is a problem with all it said', async () => {
  await assert.rejects(result(session, script('console.error("no font"); process.exit(3)')),
    (error) => error instanceof Problem && /exit code 3[^]*no font/.test(error.message));
});

for (const [count, text] of [[0, ''], [2, '{}\\n{}']]) {
  test(`${count} results where one is asked for are a problem`, async () => {
    await assert.rejects(result(session, script(`console.log('${text}')`)), Problem);
  });
}
