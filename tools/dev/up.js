'use strict';
const { checkDotnet, ensureTools } = require('./machine');
const { say } = require('./messages');
const paths = require('./paths');
const { checkPort } = require('./ports');
const { buildApp, startApp, startStorage, untilOneEnds } = require('./service');
const { CONSOLE_KEY_NAME, DEFAULT_STORAGE_PORT, ensureSettings, storageEnvironment } = require('./settings');

module.exports = {
  summary: 'start the service and its storage here, until Ctrl-C',
  servesUntilStopped: true,
  options: {
    port: { value: 'N', port: true, default: '7071', help: 'where the service listens' },
    'storage-port': { value: 'N', port: true, default: String(DEFAULT_STORAGE_PORT), help: 'where Azurite listens' },
  },
  run,
};

async function run(session, { port, 'storage-port': storagePort }) {
  await checkPort(port, { what: 'the service', option: '--port' });
  await checkPort(storagePort, { what: 'Azurite', option: '--storage-port' });
  await checkDotnet(session);
  await ensureTools(session);
  ensureSettings();
  await buildApp(session);
  const storage = await startStorage(session, { port: storagePort, location: paths.inRoot('.azurite') });
  const app = await startApp(session, { port, environment: storageEnvironment(storagePort) });
  say(welcome(app.url));
  await untilOneEnds(app, storage);
}

function welcome(url) {
  const demo = url.endsWith(':7071') ? './dev demo' : `./dev demo --url ${url}`;
  return `
OtpFunctions is ready at ${url} (Ctrl-C stops it). In another terminal:

  ${demo}

or by hand, an application first and a code with the clientId and clientSecret it answers:

  KEY=$(sed -n 's/.*"${CONSOLE_KEY_NAME}": *"\\([^"]*\\)".*/\\1/p' local.settings.json)
  curl ${url}/api/console/clients -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
    -d '{"name":"mine"}'
  curl ${url}/api/open/send-otp -H 'Content-Type: application/json' \\
    -d '{"recipient":"13612345678","clientId":"...","clientSecret":"..."}'
`;
}
