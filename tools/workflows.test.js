'use strict';
const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { describe, it } = require('node:test');
const { parse } = require('yaml');

const ROOT = path.join(__dirname, '..');
const MANIFESTS = {
  nuget: ['Directory.Packages.props'],
  npm: ['package.json', 'package-lock.json'],
  'github-actions': ['.github/workflows/ci.yml'],
};
const PINNED = /^[\w-]+\/[\w-]+@(v\d+(\.\d+){0,2}|[0-9a-f]{40})$/;

const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const exists = (file) => fs.existsSync(path.join(ROOT, file));

const devCommands = execFileSync(process.execPath, [path.join(ROOT, 'dev'), 'help'], { encoding: 'utf8' });

/** What is wrong with a workflow: actions that are not pinned, rights for all, commands and paths that are not there. */
function workflowFaults(text) {
  const workflow = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  return [
    ...steps.filter(({ uses }) => uses && !PINNED.test(uses)).map(({ uses }) => `${uses} is not pinned`),
    ...workflow.permissions?.contents === 'read' && Object.keys(workflow.permissions).length === 1 ? [] : ['it may too much'],
    ...Object.entries(workflow.jobs).filter(([, job]) => !job['timeout-minutes']).map(([name]) => `${name} may run for hours`),
    ...steps.filter(({ run }) => run?.includes('${{')).map(() => 'a text of others stands in a command'),
    ...steps.flatMap(({ run }) => (run ? commandFaults(run) : [])),
  ];
}

function commandFaults(run) {
  return run.trim().split('\n').flatMap((line) => {
    const [program, ...words] = line.trim().split(/\s+/);
    switch (program) {
      case './dev':
        return new RegExp(`^ +${words[0]} `, 'm').test(devCommands) ? [] : [`./dev has no ${words[0]}`];
      case 'dotnet':
        return ['build', 'publish', 'format', 'test'].includes(words[0]) && exists(words[1]) ? [] : [`${line} builds nothing`];
      case 'az': {
        const file = words[words.indexOf('--file') + 1];
        return words[0] === 'bicep' && exists(file) ? [] : [`${line} has no file`];
      }
      case 'curl':
        return [];
      default:
        return [`${program} is not known`];
    }
  });
}

function dependabotFaults(text) {
  return parse(text).updates.flatMap(({ 'package-ecosystem': ecosystem, directory }) =>
    (MANIFESTS[ecosystem] ?? ['?']).filter((file) => !exists(path.join(directory, file)))
      .map((file) => `${ecosystem} finds no ${file} in ${directory}`));
}

const FOLDERS_OF_OTHERS = ['.git', 'node_modules', 'bin', 'obj', 'artifacts'];

/** Every folder that holds a list of packages of npm's, as dependabot names it. */
function npmFolders(folder = '.') {
  const entries = fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  return [
    ...entries.some(({ name }) => name === 'package.json') ? [`/${path.posix.normalize(folder)}`] : [],
    ...entries.filter((entry) => entry.isDirectory() && !FOLDERS_OF_OTHERS.includes(entry.name))
      .flatMap(({ name }) => npmFolders(path.posix.join(folder, name))),
  ];
}

/** What is kept up to date by nobody. */
function forgotten(text) {
  const kept = parse(text).updates.map(({ 'package-ecosystem': ecosystem, directory }) => `${ecosystem} ${directory}`);
  return ['nuget /', 'github-actions /', ...npmFolders().map((folder) => `npm ${folder}`)].filter((list) => !kept.includes(list));
}

/** What CI does not do at each push. */
function missing(text) {
  const { on: when, jobs } = parse(text);
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run)).filter(Boolean);
  const official = runs.filter((run) => run.endsWith('-p:AzurePackages=nuget') || run.includes('-p:AzurePackages=nuget '));
  return [
    ...['push', 'pull_request'].filter((event) => !(event in when)).map((event) => `not at ${event}`),
    ...runs.includes('./dev test') ? [] : ['no tests'],
    ...['dotnet build OtpFunctions.Tests', 'dotnet build OtpFunctions.Benchmarks', 'dotnet publish OtpFunctions']
      .filter((command) => !official.some((run) => run.startsWith(`${command} `))).map((command) => `no ${command} with the official packages`),
    ...runs.some((run) => run.startsWith('dotnet format ') && run.includes('--verify-no-changes')) ? [] : ['no look at the format'],
  ];
}

function assertNoticed(faults, file, from, to) {
  const text = read(file);
  assert.ok(text.includes(from), `${file} has no ${from}`);
  assert.notDeepEqual(faults(text.replace(from, to)), []);
}

describe('the workflows', () => {
  for (const file of ['.github/workflows/ci.yml', '.github/workflows/deploy.yml']) {
    it(`${file} names commands and files that are there`, () => assert.deepEqual(workflowFaults(read(file)), []));
  }

  for (const [from, to] of [
    ['actions/checkout@v5', 'actions/checkout@main'],
    ['actions/checkout@v5', 'actions/checkout'],
    ['./dev test', './dev tests'],
    ['dotnet publish OtpFunctions ', 'dotnet publish Otp '],
    ['dotnet format OtpFunctions.sln', 'dotnet format Otp.sln'],
    ['infra/main.bicep', 'infra/app.bicep'],
    ['contents: read', 'contents: write'],
    ['permissions:\n  contents: read\n', ''],
    ['    timeout-minutes: 20\n', ''],
    ['./dev test', './dev test ${{ github.head_ref }}'],
  ]) {
    it(`notice ${JSON.stringify(to)}`, () => assertNoticed(workflowFaults, '.github/workflows/ci.yml', from, to));
  }

  it('ship the official packages alone, after the tests', () => {
    const { jobs } = parse(read('.github/workflows/deploy.yml'));
    const runs = jobs.build.steps.map(({ run }) => run).filter(Boolean);
    assert.equal(jobs.deploy.needs, 'build');
    assert.ok(runs.indexOf('./dev test') < runs.findIndex((run) => run.startsWith('dotnet publish')));
    assert.ok(runs.filter((run) => run.startsWith('dotnet')).every((run) => run.includes('-p:AzurePackages=nuget')));
    assert.deepEqual(jobs.deploy.permissions, { contents: 'read', 'id-token': 'write' });
    assert.equal(JSON.stringify(jobs).includes('secrets.'), false);
  });

  it('test, build with the official packages and look at the format, at each push', () =>
    assert.deepEqual(missing(read('.github/workflows/ci.yml')), []));

  for (const [from, to] of [
    ['  pull_request:\n', ''],
    ['run: ./dev test', 'run: ./dev help'],
    ['OtpFunctions.Tests -c Release -p:AzurePackages=nuget', 'OtpFunctions.Tests -c Release -p:AzurePackages=standins'],
    ['OtpFunctions -c Release -p:AzurePackages=nuget', 'OtpFunctions -c Release'],
    [' --verify-no-changes', ''],
  ]) {
    it(`notice in place of ${JSON.stringify(from)} ${JSON.stringify(to)}`, () =>
      assertNoticed(missing, '.github/workflows/ci.yml', from, to));
  }

  it('forget no list of packages', () => assert.deepEqual(forgotten(read('.github/dependabot.yml')), []));

  it('notice a list that is forgotten', () => {
    assertNoticed(forgotten, '.github/dependabot.yml', 'directory: /tools\n', 'directory: /docs\n');
    assertNoticed(forgotten, '.github/dependabot.yml', 'package-ecosystem: nuget', 'package-ecosystem: docker');
  });

  it('keep every list of packages up to date', () => assert.deepEqual(dependabotFaults(read('.github/dependabot.yml')), []));

  it('notice a list that is not there', () =>
    assertNoticed(dependabotFaults, '.github/dependabot.yml', 'directory: /tools/bench', 'directory: /tools/benches'));
});
