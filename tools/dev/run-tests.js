'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { checkDotnet, ensureTools } = require('./machine');
const { say, warn } = require('./messages');
const { bench, inRoot, tools } = require('./paths');
const { NOTHING, add, countTap, countTrxFolder, judged, sentence } = require('./results');

const SOLUTION = 'OtpFunctions.sln';

module.exports = {
  summary: 'build everything, run every test, and say how many passed',
  options: {
    soak: { help: 'also the tests that take minutes (sets OTP_SOAK=1)' },
  },
  passesOn: 'goes to dotnet test; with --filter only the .NET tests run',
  run,
};

async function run(session, { soak, rest }) {
  await checkDotnet(session);
  await ensureTools(session);
  const isFiltered = rest.some((argument) => /^--filter\b/.test(argument));
  const ofNode = isFiltered ? NOTHING : await runNodeTests(session);
  const ofDotnet = await runDotnetTests(session, soak, rest);
  const sum = add(ofNode, ofDotnet);
  say();
  say(sentence(sum));
  return sum.failed === 0 ? 0 : 1;
}

async function runNodeTests(session) {
  say('--- tests of the tools');
  const report = path.join(session.temporaryFolder(), 'report.tap');
  const reporters = [['spec', 'stdout'], ['tap', report]];
  const code = await session.run('node --test', process.execPath, [
    '--test',
    ...reporters.flatMap(([name, to]) => [`--test-reporter=${name}`, `--test-reporter-destination=${to}`]),
    ...nodeTests(),
  ]);
  return verdict('tests of the tools', countTap(fs.readFileSync(report, 'utf8')), code);
}

/** The files by name: what a folder means to node --test differs from one version of Node to the next. */
function nodeTests() {
  return [tools, path.join(tools, 'dev'), path.join(tools, 'acs'), bench].flatMap((folder) =>
    fs.readdirSync(folder).filter((file) => file.endsWith('.test.js')).map((file) => path.join(folder, file)));
}

async function runDotnetTests(session, soak, rest) {
  say('--- build');
  if (await session.run('dotnet', 'dotnet', ['build', SOLUTION, '-nologo', '-v', 'minimal']) !== 0) {
    warn(`\nerror: the build of ${SOLUTION} failed: no .NET test ran (counted as one failure)`);
    return { ...NOTHING, failed: 1 };
  }
  say('--- tests of the service');
  const results = session.temporaryFolder();
  const code = await session.run('dotnet', 'dotnet', [
    'test', SOLUTION, '--no-build', '--logger', 'trx',
    `-p:TestResultsRoot=${results}`,
    `-p:CustomAfterMicrosoftCommonTargets=${inRoot('tools', 'dev', 'results.targets')}`,
    ...rest,
  ], { env: soak ? { ...process.env, OTP_SOAK: '1' } : process.env });
  return verdict('tests of the service', countTrxFolder(results), code);
}

function verdict(what, found, exitCode) {
  const { counts, reason } = judged(found, exitCode);
  if (reason) {
    warn(`\nerror: ${what}: ${reason} (counted as one failure)`);
  }
  return counts;
}
