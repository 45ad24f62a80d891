'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { UsageProblem } = require('./messages');
const { parse } = require('./options');

const up = { options: { port: { value: 'N', port: true, default: '7071' }, all: {} } };
const bench = {
  options: { runs: { value: 'N', least: 3, default: '3' } },
  choice: { name: 'bench', of: { a: {}, b: {} } },
};
const tests = { options: { soak: {} }, passesOn: 'to another tool' };

test('an option that is not given has its default', () => {
  assert.deepEqual(parse(up, []), { rest: [], port: 7071, all: undefined });
});

test('an option takes its value after a space or an equals sign', () => {
  assert.equal(parse(up, ['--port', '8080']).port, 8080);
  assert.equal(parse(up, ['--port=8080', '--all']).port, 8080);
});

for (const port of ['1', '65535']) {
  test(`${port} is a port`, () => assert.equal(parse(up, ['--port', port]).port, Number(port)));
}

for (const port of ['0', '65536', '80.5', 'http', '']) {
  test(`'${port}' is no port`, () => assert.throws(() => parse(up, [`--port=${port}`]), UsageProblem));
}

for (const args of [['--prot', '1'], ['stray'], ['--port'], ['--all=yes']]) {
  test(`'${args.join(' ')}' means nothing`, () => assert.throws(() => parse(up, args), UsageProblem));
}

test('what a command passes on keeps order and spelling', () => {
  assert.deepEqual(parse(tests, ['--filter', 'A|B', '--soak', '-p:X=1']),
    { rest: ['--filter', 'A|B', '-p:X=1'], soak: true });
});

test('a value that is spelled like a switch is passed on', () => {
  assert.deepEqual(parse(tests, ['--filter', 'soak']), { rest: ['--filter', 'soak'], soak: undefined });
});

test('a choice comes under its name, before or after the options, or not at all', () => {
  assert.equal(parse(bench, ['a', '--runs', '5']).bench, 'a');
  assert.equal(parse(bench, ['--runs', '5', 'b']).bench, 'b');
  assert.equal(parse(bench, []).bench, undefined);
});

for (const args of [['c'], ['a', 'b'], ['a', 'c'], ['constructor']]) {
  test(`'${args.join(' ')}' is no choice, and the message has those there are`, () => {
    assert.throws(() => parse(bench, args),
      (error) => error instanceof UsageProblem && /there are: a, b$/.test(error.message));
  });
}

for (const runs of ['3', '12']) {
  test(`${runs} is a whole number from 3 on`, () => assert.equal(parse(bench, ['--runs', runs]).runs, Number(runs)));
}

for (const runs of ['2', '-4', '3.5', '1e3', '0x10', 'many', '']) {
  test(`'${runs}' is none`, () => assert.throws(() => parse(bench, [`--runs=${runs}`]), UsageProblem));
}
