'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { checkDotnet, ensureTools } = require('./machine');
const { Problem, say } = require('./messages');
const { inRoot, packageAnswer } = require('./paths');
const { officialPackages, readAnswer, writeProbe } = require('./probe');

const MEANING = {
  nuget: 'builds and tests take the official Azure packages, and dotnet publish is possible here',
  standins: 'builds and tests take the stand-ins of standins/ (docs/decisions/0002); ' +
    'dotnet publish and ./dev func need a NuGet source with the official packages',
};

module.exports = {
  summary: 'ask your NuGet sources for the official Azure packages, and fetch the tools',
  options: {},
  run,
};

async function run(session) {
  await checkDotnet(session);
  const answer = await askSources(session);
  fs.writeFileSync(packageAnswer, `${answer}\n`);
  await ensureTools(session);
  say(`\n${path.basename(packageAnswer)} says ${answer}: ${MEANING[answer]}.`);
}

async function askSources(session) {
  const packages = officialPackages(fs.readFileSync(inRoot('Directory.Packages.props'), 'utf8'));
  say(`asking the NuGet sources for ${packages.length} packages of Directory.Packages.props ...`);
  const { code, output } = await session.capture('dotnet', 'dotnet', writeProbe(session.temporaryFolder(), packages),
    { env: { ...process.env, DOTNET_CLI_UI_LANGUAGE: 'en' } });
  const { answer, missing } = readAnswer(code, output);
  if (answer === undefined) {
    throw new Problem(`The sources could not be asked, so nothing was written. dotnet restore said:\n${output.trim()}`);
  }
  say(missing.length === 0 ? 'all of them are there' : `missing there:\n${missing.map((id) => `  ${id}`).join('\n')}`);
  return answer;
}
