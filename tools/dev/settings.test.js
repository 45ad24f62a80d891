'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { Problem } = require('./messages');
const { sample } = require('./paths');
const settings = require('./settings');

let folder;
before(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'settings-')); });
after(() => fs.rmSync(folder, { recursive: true }));

function written(name, text) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

test('each copy of the sample has secrets of its own', () => {
  const [one, other] = [settings.freshEnvironment(), settings.freshEnvironment()];

  for (const name of ['Otp__Secrets__Pepper', 'Otp__Secrets__CodeKeys', 'Otp__Secrets__ConsoleKey']) {
    assert.notEqual(one[name], other[name], name);
  }
});

test('the secrets have the sizes and encodings that the app asks for', () => {
  const values = settings.freshEnvironment();

  assert.equal(Buffer.from(values.Otp__Secrets__Pepper, 'base64').length, 32);
  assert.match(values.Otp__Secrets__CodeKeys, /^1:[A-Za-z0-9+/]{43}=$/);
  assert.match(values.Otp__Secrets__ConsoleKey, /^[0-9a-f]{64}$/);
});

test('only the placeholders change: comments and other settings stay as they are', () => {
  const text = fs.readFileSync(sample, 'utf8');
  const secrets = /<fresh-\w+-\d+>|[0-9a-f]{64}|[A-Za-z0-9+/]{43}=/g;

  const fresh = settings.withFreshSecrets(text);

  assert.doesNotMatch(fresh, /<fresh-\w+-\d+>/);
  assert.equal(fresh.replace(secrets, '*'), text.replace(secrets, '*'));
  assert.match(fresh, /\/\/ The AES-256 keys/);
});

test('a new settings file is for its owner alone', { skip: process.platform === 'win32' }, () => {
  const target = path.join(folder, 'new.json');

  settings.ensureSettings(sample, target);

  assert.equal(fs.statSync(target).mode & 0o777, 0o600);
  assert.match(settings.readConsoleKey(target, {}), /^[0-9a-f]{64}$/);
});

test('settings that are there are never touched', () => {
  const target = written('mine.json', 'mine');

  settings.ensureSettings(sample, target);

  assert.equal(fs.readFileSync(target, 'utf8'), 'mine');
});

test('comments and trailing commas go, what looks like one inside a string stays', () => {
  const text = '{ // one\n "url": "http://x/*y*/", /* two\n lines */ "quote": "\\"// no comment",\n' +
    ' "list": [1, ], "end": ",}", // three\n }';

  assert.deepEqual(JSON.parse(settings.asPlainJson(text)),
    { url: 'http://x/*y*/', quote: '"// no comment', list: [1], end: ',}' });
});

test('the console key is read past comments', () => {
  const file = written('key.json', '// "Otp__Secrets__ConsoleKey": "old"\n' +
    '{ "Values": { "Otp__Secrets__ConsoleKey": "new" } } // end');

  assert.equal(settings.readConsoleKey(file, {}), 'new');
});

test('the console key of the environment wins, as it does in the app', () => {
  const file = written('wins.json', '{ "Values": { "Otp__Secrets__ConsoleKey": "file" } }');

  assert.equal(settings.readConsoleKey(file, { Otp__Secrets__ConsoleKey: 'environment' }), 'environment');
});

test('a console key that cannot be found is a clear message', () => {
  const missing = path.join(folder, 'nowhere.json');
  const empty = written('empty.json', '{}');
  const broken = written('broken.json', '{ "Values": ');

  for (const file of [missing, empty, broken]) {
    assert.throws(() => settings.readConsoleKey(file, {}),
      (error) => error instanceof Problem && error.message.includes(file));
  }
});

test('only a storage port of one\'s own overrides the settings', () => {
  assert.deepEqual(settings.storageEnvironment(10002), {});
  assert.match(settings.storageEnvironment(10003).Otp__Storage__ConnectionString,
    /TableEndpoint=http:\/\/127\.0\.0\.1:10003\/devstoreaccount1;/);
});
