'use strict';
const { checkDotnet, ensureTools } = require('./machine');
const { say } = require('./messages');
const paths = require('./paths');
const { checkPort } = require('./ports');
const { buildApp, startApp, startCommunication, startStorage, untilOneEnds } = require('./service');
const { CONSOLE_KEY_NAME, DEFAULT_STORAGE_PORT, NUMBER, SENDER, communicationEnvironment, ensureSettings,
  storageEnvironment } = require('./settings');

module.exports = {
  summary: 'start the service and its storage here, until Ctrl-C',
  servesUntilStopped: true,
  options: {
    port: { value: 'N', port: true, default: '7071', help: 'where the service listens' },
    acs: { help: 'send through an emulator of Azure Communication Services' },
    'storage-port': { value: 'N', port: true, default: String(DEFAULT_STORAGE_PORT), help: 'where Azurite listens' },
  },
  run,
};

async function run(session, { port, acs, 'storage-port': storagePort }) {
  await checkPort(port, { what: 'the service', option: '--port' });
  await checkPort(storagePort, { what: 'Azurite', option: '--storage-port' });
  await checkDotnet(session);
  await ensureTools(session);
  ensureSettings();
  await buildApp(session);
  const storage = await startStorage(session, { port: storagePort, location: paths.inRoot('.azurite') });
  const emulators = acs ? [await startEmulator(session)] : [];
  const environment = Object.assign(storageEnvironment(storagePort), ...emulators.map((one) => one.environment));
  const app = await startApp(session, { port, environment });
  emulators.forEach(({ port: at }) => say(`What is sent: curl http://127.0.0.1:${at}/control/messages`));
  say(welcome(app.url));
  await untilOneEnds(app, storage, ...emulators);
}

async function startEmulator(session) {
  const emulator = await startCommunication(session, { port: 0, arguments: ['--sender', SENDER, '--number', NUMBER] });
  return { ...emulator, environment: communicationEnvironment(emulator.connectionString) };
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
