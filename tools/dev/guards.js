'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { quietly } = require('./build');
const { broken, filterOf, isOfNode, projectOf, table } = require('./guard-table');
const guards = require('../guards');
const { checkDotnet, ensureTools } = require('./machine');
const { Problem, UsageProblem, say, warn } = require('./messages');
const { inRoot, root } = require('./paths');

const PAGE = 'docs/security.md';
const TESTS = 'OtpFunctions.Tests';
const OUTPUT = path.join('bin', 'Debug', 'net10.0');
// Whether the code is written well is not asked here: analyzers are half the time of a build.
const FAST = ['-nologo', '-v', 'quiet', '-p:RunAnalyzers=false', '-p:TreatWarningsAsErrors=false'];
// A guard may be broken so that a test never ends: then it is better broken in another way.
const SESSION_TIMEOUT = `RunConfiguration.TestSessionTimeout=${20 * 60_000}`;
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

const byProject = (one, other) => (projectOf(one.file) ?? '').localeCompare(projectOf(other.file) ?? '');

async function judgeAll(session, chosen) {
  await checkDotnet(session);
  await ensureTools(session);
  const copy = copyRepository(session);
  await quietly(session, 'building a copy', ['build', path.join(copy, TESTS), ...FAST]);
  await checkIntact(session, copy, chosen);
  const found = new Map();
  let built;
  // Project by project: what was built broken is built again only where the next guard is in another.
  for (const guard of chosen.toSorted(byProject)) {
    if (built !== undefined && built !== projectOf(guard.file)) {
      await build(session, copy, built);
    }
    built = projectOf(guard.file);
    const test = await judge(session, copy, guard);
    say(`${test === undefined ? 'ALIVE ' : 'killed'} ${guard.name}${test === undefined ? '' : `: ${test}`}`);
    found.set(guard.name, { guard, test });
  }
  return chosen.map(({ name }) => found.get(name));
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
  const { failed } = await test(session, copy, tests);
  if (failed.length > 0) {
    throw new Problem(`with every guard in place these tests fail: ${failed.join(', ')}`);
  }
}

/** The first test by name that fails with the guard broken, or undefined. */
async function judge(session, copy, guard) {
  const file = path.join(copy, guard.file);
  const intact = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, broken(guard, intact));
  try {
    await build(session, copy, projectOf(guard.file));
    return (await test(session, copy, guard.tests)).failed.sort()[0];
  } finally {
    fs.writeFileSync(file, intact);
  }
}

/**
 * The one project, without those that refer to it: only bodies change, so that they take the new assembly as they are.
 */
async function build(session, copy, project) {
  if (project === undefined) {
    return;
  }
  const { code, output } = await session.capture('dotnet', 'dotnet',
    ['build', path.join(copy, project), '--no-restore', '--no-dependencies', '-p:BuildProjectReferences=false', ...FAST]);
  if (code !== 0) {
    throw new Problem(`${project} does not build with a guard broken:\n${output.trim()}`);
  }
  for (const other of ['OtpFunctions', TESTS].filter((name) => name !== project)) {
    for (const extension of ['.dll', '.pdb']) {
      fs.copyFileSync(path.join(copy, project, OUTPUT, project + extension), path.join(copy, other, OUTPUT, project + extension));
    }
  }
}

async function test(session, copy, tests) {
  const ofNode = tests.filter(isOfNode);
  const ofDotnet = tests.filter((name) => !isOfNode(name));
  return {
    failed: [
      ...(ofNode.length > 0 ? await runNode(session, copy, ofNode) : []),
      ...(ofDotnet.length > 0 ? await runDotnet(session, copy, ofDotnet) : []),
    ],
  };
}

async function runNode(session, copy, files) {
  const { code, output } = await session.capture('node', process.execPath,
    ['--test', '--test-reporter=tap', ...files], { cwd: copy });
  return judged(code, output, /^ *not ok \d+ - ((?!.*\.test\.js$).+)$/gm, (name) => `${files[0]}: ${name}`);
}

async function runDotnet(session, copy, tests) {
  const assembly = path.join(copy, TESTS, OUTPUT, `${TESTS}.dll`);
  const { code, output } = await session.capture('dotnet', 'dotnet',
    ['test', assembly, '--nologo', '--filter', tests.map(filterOf).join('|'), '--', SESSION_TIMEOUT], { cwd: copy });
  if (!/^(Passed|Failed)!/m.test(output)) {
    throw new Problem(`${tests.join(', ')} did not run:\n${output.trim()}`);
  }
  return judged(code, output, FAILED, (name) => name.slice(TESTS.length + 1));
}

/** A runner that fails without a failed test broke off: that proves nothing. */
function judged(code, output, pattern, named) {
  const failed = [...output.matchAll(pattern)].map(([, name]) => named(name));
  if ((code === 0) !== (failed.length === 0)) {
    throw new Problem(`a run of tests broke off:\n${output.trim()}`);
  }
  return failed;
}
