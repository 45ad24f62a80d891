'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { quietly } = require('./build');
const { checkDotnet, ensureTools } = require('./machine');
const { Problem, say } = require('./messages');
const paths = require('./paths');
const { checkPort } = require('./ports');
const { untilOneEnds } = require('./service');
const { ensureSettings } = require('./settings');

const OUTPUT = paths.inRoot('artifacts', 'func');
const AZURITE = path.join(paths.tools, 'node_modules', 'azurite', 'dist', 'src', 'azurite.js');
const CORE_TOOLS = 'https://learn.microsoft.com/azure/azure-functions/functions-run-local';
const STORAGE_PORTS = [['blobs', 10000], ['queues', 10001], ['tables', 10002]];

module.exports = {
  summary: 'run the service on the real Functions host (needs Azure Functions Core Tools)',
  servesUntilStopped: true,
  options: {
    port: { value: 'N', port: true, default: '7071', help: 'where the service listens' },
  },
  run,
};

async function run(session, { port }) {
  await checkCoreTools(session);
  checkPackages();
  await checkPort(port, { what: 'the service', option: '--port' });
  for (const [what, storagePort] of STORAGE_PORTS) {
    await checkPort(storagePort, { what: `Azurite's ${what}` });
  }
  await checkDotnet(session);
  await ensureTools(session);
  ensureSettings();
  await publish(session);
  await serve(session, port);
}

async function checkCoreTools(session) {
  const { code } = await session.capture('func', 'func', ['--version'], { script: true }).catch(() => ({ code: 1 }));
  if (code !== 0) {
    throw new Problem('There is no func on the PATH: ./dev func needs Azure Functions Core Tools 4. ' +
      `Read on at ${CORE_TOOLS}; ./dev up runs the service without them.`);
  }
}

function checkPackages() {
  const hasAnswer = fs.existsSync(paths.packageAnswer);
  if (!hasAnswer || fs.readFileSync(paths.packageAnswer, 'utf8').trim() !== 'nuget') {
    throw new Problem('./dev func needs the official Azure packages, and .azure-packages does not say that ' +
      'your NuGet sources carry them. Run ./dev setup; docs/decisions/0002 tells more. ' +
      './dev up runs the service without them.');
  }
}

async function publish(session) {
  await quietly(session, 'publishing OtpFunctions to artifacts/func',
    ['publish', 'OtpFunctions', '-c', 'Release', '-p:AzurePackages=nuget', '-o', OUTPUT, '-nologo', '-v', 'minimal']);
  fs.copyFileSync(paths.settings, path.join(OUTPUT, path.basename(paths.settings)));
}

async function serve(session, port) {
  // The whole of Azurite: the host keeps the timer's lock in a blob.
  const location = paths.inRoot('.azurite', 'func');
  const storage = session.start('Azurite', process.execPath,
    [AZURITE, '--silent', '--disableTelemetry', '--skipApiVersionCheck', '--location', location],
    { stopWith: 'SIGINT' });
  const host = session.start('func', 'func', ['start', '--no-build', '--port', String(port)],
    { cwd: OUTPUT, script: true, stopWith: 'SIGINT' });
  say(`the Functions host is starting at http://localhost:${port} (Ctrl-C stops it)`);
  await untilOneEnds(host, storage);
}
