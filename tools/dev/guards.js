'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { quietly } = require('./build');
const { broken, filterOf, projectOf, table } = require('./guard-table');
const guards = require('../guards');
const { checkDotnet, ensureTools } = require('./machine');
const { Problem, UsageProblem, say, warn } = require('./messages');
const { inRoot, root } = require('./paths');

const PAGE = 'docs/security.md';
const TESTS = 'OtpFunctions.Tests';
const OUTPUT = path.join('bin', 'Debug', 'net10.0');
// Whether the code is written well is not asked here: analyzers are half the time of a build.
const FAST = ['-nologo', '-v', 'quiet', '-p:RunAnalyzers=false', '-p:TreatWarningsAsErrors=false'];
const FAILED = /^\s*Failed (OtpFunctions\.Tests\.\S.*?) \[/gm;

module.exports = {
  summary: 'break each guard of the product in turn, in a copy, and show which test notices',
  options: {
    list: { help: 'only say which guards there are' },
    markdown: { help: `write the table into ${PAGE}` },
    only: { value: 'NAMES', help: 'some of them, with commas between' },
  },
  choice: { name: 'guard', of: Object.fromEntries(guards.map((guard) => [guard.name, { summary: guard.guards }])) },
  run,
};

async function run(session, { list, markdown, only, guard: one }) {
  const chosen = choose(one === undefined ? only?.split(',') : [one]);
  if (list) {
    chosen.forEach(({ name, guards: what }) => say(`${name.padEnd(34)}${what}`));
    return 0;
  }
  if (markdown && chosen.length < guards.length) {
    throw new UsageProblem('--markdown is for all guards at once');
  }
  const found = await judgeAll(session, chosen);
  if (markdown) {
    fs.writeFileSync(inRoot(PAGE), table.into(fs.readFileSync(inRoot(PAGE), 'utf8'), found));
  }
  const alive = found.filter(({ test }) => test === undefined);
  say(`\n${found.length - alive.length} of ${found.length} guards are held by a test`);
  alive.forEach(({ guard }) => warn(`finding: no test notices when '${guard.name}' is broken: ${guard.guards}`));
  return alive.length === 0 ? 0 : 1;
}

function choose(names) {
  const unknown = names?.find((name) => !guards.some((guard) => guard.name === name));
  if (unknown !== undefined) {
    throw new UsageProblem(`Unknown guard '${unknown}'; ./dev guards --list has them`);
  }
  return names === undefined ? guards : guards.filter(({ name }) => names.includes(name));
}

async function judgeAll(session, chosen) {
  await checkDotnet(session);
  await ensureTools(session);
  const copy = copyRepository(session);
  await quietly(session, 'building a copy', ['build', path.join(copy, TESTS), ...FAST]);
  await checkIntact(session, copy, chosen);
  const found = [];
  for (const guard of chosen) {
    const test = await judge(session, copy, guard);
    say(`${test === undefined ? 'ALIVE ' : 'killed'} ${guard.name}${test === undefined ? '' : `: ${test}`}`);
    found.push({ guard, test });
  }
  return found;
}

/** What git has or would add, so that the user's tree stays as it is and what is not committed yet is judged too. */
function copyRepository(session) {
  const copy = session.temporaryFolder();
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
    .toString().split('\0').filter((name) => name && fs.existsSync(path.join(root, name)));
  for (const name of [...names, '.azure-packages'].filter((file) => fs.existsSync(path.join(root, file)))) {
    fs.cpSync(path.join(root, name), path.join(copy, name));
  }
  fs.symlinkSync(inRoot('tools', 'node_modules'), path.join(copy, 'tools', 'node_modules'), 'junction');
  return copy;
}

/** A test that fails anyway proves nothing. */
async function checkIntact(session, copy, chosen) {
  const tests = [...new Set(chosen.flatMap((guard) => guard.tests))];
  const { failed, output } = await test(session, copy, tests);
  if (failed.length > 0 || !/Passed!/.test(output)) {
    throw new Problem(`with every guard in place these tests fail: ${failed.join(', ') || output.trim()}`);
  }
}

/** The first test by name that fails with the guard broken, or undefined. */
async function judge(session, copy, guard) {
  const file = path.join(copy, guard.file);
  const intact = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, broken(guard, intact));
  try {
    await build(session, copy, guard);
    const { failed, output } = await test(session, copy, guard.tests);
    if (failed.length === 0 && !/Passed!/.test(output)) {
      throw new Problem(`the tests of '${guard.name}' did not run:\n${output.trim()}`);
    }
    return failed.sort()[0];
  } finally {
    fs.writeFileSync(file, intact);
    // Newer than what was built from the broken one.
    await build(session, copy, guard);
  }
}

/**
 * The one project, without those that refer to it: only bodies change, so that they take the new assembly as they are.
 */
async function build(session, copy, guard) {
  const project = projectOf(guard.file);
  const { code, output } = await session.capture('dotnet', 'dotnet',
    ['build', path.join(copy, project), '--no-restore', '--no-dependencies', '-p:BuildProjectReferences=false', ...FAST]);
  if (code !== 0) {
    throw new Problem(`'${guard.name}' does not build:\n${output.trim()}`);
  }
  for (const other of ['OtpFunctions', TESTS].filter((name) => name !== project)) {
    for (const extension of ['.dll', '.pdb']) {
      fs.copyFileSync(path.join(copy, project, OUTPUT, project + extension), path.join(copy, other, OUTPUT, project + extension));
    }
  }
}

async function test(session, copy, tests) {
  const assembly = path.join(copy, TESTS, OUTPUT, `${TESTS}.dll`);
  const { output } = await session.capture('dotnet', 'dotnet',
    ['test', assembly, '--nologo', '--filter', tests.map(filterOf).join('|')], { cwd: copy });
  return { failed: [...output.matchAll(FAILED)].map(([, name]) => name.slice(TESTS.length + 1)), output };
}
