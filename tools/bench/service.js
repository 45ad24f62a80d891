'use strict';
const { freePort } = require('../dev/ports');
const { request } = require('../dev/http');
const { Problem } = require('../dev/messages');
const { startApp, startStorage } = require('../dev/service');
const { CONSOLE_KEY_NAME, connectionString, freshEnvironment } = require('../dev/settings');

// A load is many recipients of one caller in one day, which is what these limits are there against.
const NO_LIMITS = {
  Otp__Destinations__PerCountryPerDay: '100000000',
  Otp__Destinations__PerPrefixPerDay: '100000000',
  Otp__Destinations__SmsPerDay: '100000000',
  Otp__Destinations__EmailPerDay: '100000000',
  Otp__Starlight__CallsPerMinute: '1000',
  Otp__Fresns__CallsPerMinute: '1000',
  Otp__Captcha__HashOnlyPerMinute: '1000',
};

/** An Azurite that keeps nothing. @param {string} node what runs it, if not the Node that runs this */
const startEmulator = (session, node) => startStorage(session, { port: 0, node });

/** Settings that instances of one service share: the same secrets and the same storage. */
const environmentFor = (storagePort) => (
  { ...freshEnvironment(), Otp__Storage__ConnectionString: connectionString(storagePort), ...NO_LIMITS });

/**
 * The service as ./dev up starts it, with settings of its own: in an empty folder, so that no local.settings.json has a
 * say. @returns the running process, its `url`, its `pid`
 */
async function startService(session, environment) {
  const port = await freePort();
  const app = await startApp(session, { port, environment, cwd: session.temporaryFolder(), shown: false });
  return { ...app, url: `http://127.0.0.1:${port}`, pid: app.child.pid };
}

/** The console of a service. @returns what it answers; a refusal is a Problem */
async function ask(url, environment, method, path, body) {
  const headers = { Authorization: `Bearer ${environment[CONSOLE_KEY_NAME]}` };
  const answer = await request(method, `${url}/api/console/${path}`, { headers, body });
  if (answer.status >= 300) {
    throw new Problem(`${method} ${path} was answered with ${answer.status}: ${answer.text}`);
  }
  return answer.json;
}

const createClient = (url, environment) => ask(url, environment, 'POST', 'clients', { name: 'bench' });

module.exports = { ask, createClient, environmentFor, startEmulator, startService };
