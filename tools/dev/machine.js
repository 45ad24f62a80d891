'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Problem, say } = require('./messages');
const paths = require('./paths');

const DOTNET = 10;

async function checkDotnet(session) {
  const advice = `Install the .NET ${DOTNET} SDK from https://dotnet.microsoft.com/download/dotnet/${DOTNET}.0`;
  const { code, output } = await session.capture('dotnet', 'dotnet', ['--version']).catch(() => {
    throw new Problem(`There is no dotnet on the PATH. ${advice}`);
  });
  if (code !== 0 || parseInt(output, 10) !== DOTNET) {
    throw new Problem(`dotnet does not offer the SDK that global.json asks for:\n${output.trim()}\n${advice}`);
  }
}

/** Azurite and the JavaScript clients, as the lock file of tools/ has them. */
const ensureTools = (session) => ensurePackages(session, paths.tools, 'azurite');

/** The peers that benches measure against: a lock file of their own, so that nobody else has to fetch them. */
const ensurePeers = (session) => ensurePackages(session, paths.bench, 'svg-captcha');

async function ensurePackages(session, folder, oneOfThem) {
  if (packagesAreInstalled(folder, oneOfThem)) {
    return;
  }
  const name = `${path.relative(paths.root, folder).replaceAll('\\', '/')}/`;
  say(`installing the npm packages of ${name} ...`);
  const code = await session.run('npm', 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, script: true });
  if (code !== 0) {
    throw new Problem(`npm ci in ${name} failed; what it said stands above.`);
  }
}

/** npm writes node_modules/.package-lock.json last: it dates the installation, and a broken one lacks it. */
function packagesAreInstalled(folder, oneOfThem) {
  const installed = modified(path.join(folder, 'node_modules', '.package-lock.json'));
  const isThere = fs.existsSync(path.join(folder, 'node_modules', oneOfThem));
  return isThere && installed >= modified(path.join(folder, 'package-lock.json'));
}

function modified(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}

module.exports = { checkDotnet, ensurePeers, ensureTools, packagesAreInstalled };
