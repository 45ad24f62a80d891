'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { test } = require('node:test');
const { inRoot } = require('./paths');
const { officialPackages, readAnswer } = require('./probe');

const restoreSaid = (...errors) => errors.map((error) => `probe.csproj : error ${error}`).join('\n');

test('the packages asked for are those of the first group', () => {
  const packages = officialPackages(fs.readFileSync(inRoot('Directory.Packages.props'), 'utf8'));

  assert.ok(packages.some(({ id }) => id === 'Microsoft.Azure.Functions.Worker'));
  assert.ok(packages.every(({ id, version }) => id && /^\d+\.\d+/.test(version)));
  assert.ok(!packages.some(({ id }) => id === 'xunit' || id === 'Azure.Core'));
});

test('a group in a comment is not the first one', () => {
  const text = '<!-- <ItemGroup></ItemGroup> --><ItemGroup><PackageVersion Include="A" Version="1.0.0" /></ItemGroup>';

  assert.deepEqual(officialPackages(text), [{ id: 'A', version: '1.0.0' }]);
});

test('a restore that works means the official packages', () => {
  assert.deepEqual(readAnswer(0, ''), { answer: 'nuget', missing: [] });
});

test('missing packages and versions mean stand-ins, each named once', () => {
  const output = restoreSaid(
    'NU1101: Unable to find package SkiaSharp. No packages exist with this id in source(s): here',
    'NU1101: Unable to find package SkiaSharp. No packages exist with this id in source(s): here',
    'NU1102: Unable to find package Azure.Data.Tables with version (>= 12.11.0)',
    'NU1102:   - Found 1 version(s) in here [ Nearest version: 12.0.0 ]',
    'NU1603: probe depends on Azure.Communication.Sms (>= 1.0.1) but Azure.Communication.Sms 1.0.1 was not found.');

  assert.deepEqual(readAnswer(1, output), {
    answer: 'standins',
    missing: ['SkiaSharp', 'Azure.Data.Tables', 'Azure.Communication.Sms'],
  });
});

test('a network that is down is no answer', () => {
  const output = restoreSaid('NU1301: Unable to load the service index for source http://x/.');

  assert.equal(readAnswer(1, output).answer, undefined);
});

test('a network that fails half-way is no answer either', () => {
  const output = restoreSaid('NU1101: Unable to find package SkiaSharp.', 'NU1301: Unable to load the service index.');

  assert.equal(readAnswer(1, output).answer, undefined);
});

test('a failure without an error of NuGet is no answer', () => {
  assert.equal(readAnswer(1, 'The command could not be loaded').answer, undefined);
});
