'use strict';
const { runSteps } = require('./demo-steps');
const { request } = require('./http');
const { checkDotnet, ensureTools } = require('./machine');
const { Problem, say } = require('./messages');
const { freePort } = require('./ports');
const { buildApp, startApp, startStorage } = require('./service');
const { CONSOLE_KEY_NAME, freshEnvironment, readConsoleKey, storageEnvironment } = require('./settings');

const USUAL_URL = 'http://localhost:7071';
const PROBE_WITHIN_MS = 3000;

module.exports = {
  summary: 'send and verify a code and answer a captcha, step by step, against a running service or one of its own',
  options: {
    url: { value: 'URL', help: `a running service; without it ${USUAL_URL}, and where nobody answers one of its own` },
  },
  run,
};

async function run(session, { url }) {
  const { base, consoleKey } = await findService(url) ?? await startOwn(session);
  await runSteps({ base, consoleKey });
}

/** A URL that was asked for is the one to try: success against another service would say nothing about it. */
async function findService(url) {
  const base = (url ?? USUAL_URL).replace(/\/+$/, '');
  if (await isHealthy(base)) {
    say(`using the service at ${base}`);
    return { base, consoleKey: readConsoleKey() };
  }
  if (url !== undefined) {
    throw new Problem(`GET ${base}/api/health is not answered with 200. ` +
      'Start the service with ./dev up, or leave --url out.');
  }
  say(`nobody answers at ${base}: starting a service of its own, with storage that is thrown away`);
  return undefined;
}

async function isHealthy(base) {
  const answer = await request('GET', `${base}/api/health`, { within: PROBE_WITHIN_MS }).catch(() => undefined);
  return answer?.status === 200;
}

/** Settings go by environment and the working folder is empty, so that no local.settings.json has a say. */
async function startOwn(session) {
  await checkDotnet(session);
  await ensureTools(session);
  await buildApp(session);
  const folder = session.temporaryFolder();
  const storage = await startStorage(session, { port: 0, location: folder });
  const environment = { ...freshEnvironment(), ...storageEnvironment(storage.port) };
  const app = await startApp(session, { port: await freePort(), environment, cwd: folder, shown: false });
  say(`started at ${app.url}`);
  return { base: app.url, consoleKey: environment[CONSOLE_KEY_NAME] };
}
