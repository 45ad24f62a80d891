#!/usr/bin/env node
'use strict';
// The secrets of an installation (docs/deploy.md):
//   prepare      before azd provisions: makes those that the vault lacks and puts them into the azd environment
//   forget       after it: the vault has them, the azd environment need not
//   write FILE   for az without azd: new ones as a file of parameters; an existing file is never replaced

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { SECRETS, parametersFile, valuesFor } = require('./secret-values');
const { secretNames } = require('./vault');

const SCOPE = 'https://management.azure.com/.default';

async function prepare({ environment = process.env, azd = runAzd, fetch = globalThis.fetch } = {}) {
  const [environmentName, subscription] = ['AZURE_ENV_NAME', 'AZURE_SUBSCRIPTION_ID'].map((name) => {
    if (!environment[name]) {
      throw new Error(`${name} is not set: azd env set ${name} VALUE, then again`);
    }
    return environment[name];
  });
  const { token } = JSON.parse(azd(['auth', 'token', '--output', 'json', '--scope', SCOPE]));
  const inVault = await secretNames({ subscription, environmentName, token, fetch });
  keep(valuesFor(environment, inVault), azd);
}

function forget({ azd = runAzd } = {}) {
  keep(SECRETS.map(({ variable }) => [variable, '']), azd);
}

function write(file) {
  fs.writeFileSync(file, parametersFile(), { flag: 'wx', mode: 0o600 });
}

/** By a file that only this user can read: what stands on a command line, everybody on the machine can. */
function keep(values, azd) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'otp-secrets-'));
  try {
    const file = path.join(folder, 'values.env');
    fs.writeFileSync(file, values.map(([name, value]) => `${name}="${value}"\n`).join(''), { mode: 0o600 });
    azd(['env', 'set', '--file', file]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function runAzd(args) {
  return execFileSync('azd', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

async function main([command, file, ...rest]) {
  if (command === 'prepare' && !file) {
    await prepare();
  } else if (command === 'forget' && !file) {
    forget();
  } else if (command === 'write' && file && rest.length === 0) {
    write(file);
  } else {
    throw new Error('usage: secrets.js prepare | forget | write FILE');
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = 1;
  });
}

module.exports = { forget, prepare, write };
