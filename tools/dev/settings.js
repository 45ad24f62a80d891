'use strict';
const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const { Problem, say } = require('./messages');
const paths = require('./paths');

const DEFAULT_STORAGE_PORT = 10002;
const CONNECTION_NAME = 'Otp__Storage__ConnectionString';
const CONSOLE_KEY_NAME = 'Otp__Secrets__ConsoleKey';
const SENDER = 'noreply@otpfunctions.example';
const NUMBER = '+12065550100';
const PLACEHOLDER = /<fresh-(base64|hex)-(\d+)>/g;

/** The emulator's account key: published by Microsoft, the same everywhere, no secret. */
const EMULATOR_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** `<fresh-base64-32>` becomes 32 random bytes in base64, each time other ones. */
function withFreshSecrets(text) {
  return text.replace(PLACEHOLDER, (_, encoding, length) => randomBytes(Number(length)).toString(encoding));
}

/** Writes the settings the first time, with secrets of their own; what a user has is never touched. */
function ensureSettings(sample = paths.sample, target = paths.settings) {
  const text = withFreshSecrets(fs.readFileSync(sample, 'utf8'));
  try {
    fs.writeFileSync(target, text, { flag: 'wx', mode: 0o600 });
    say('wrote local.settings.json with fresh secrets');
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }
}

/** A set of settings nobody else has, as environment variables. */
function freshEnvironment(sample = paths.sample) {
  return parseValues(withFreshSecrets(fs.readFileSync(sample, 'utf8')), sample);
}

/** The key of the console: the environment wins over the file, as it does in the app. */
function readConsoleKey(file = paths.settings, environment = process.env) {
  if (environment[CONSOLE_KEY_NAME]) {
    return environment[CONSOLE_KEY_NAME];
  }
  if (!fs.existsSync(file)) {
    throw new Problem(`${CONSOLE_KEY_NAME} is neither in the environment nor in ${file}, which does not exist.`);
  }
  const key = parseValues(fs.readFileSync(file, 'utf8'), file)[CONSOLE_KEY_NAME];
  if (!key) {
    throw new Problem(`${file} has no ${CONSOLE_KEY_NAME}.`);
  }
  return key;
}

function parseValues(text, file) {
  try {
    return JSON.parse(asPlainJson(text)).Values ?? {};
  } catch (error) {
    throw new Problem(`${file} is no JSON with comments: ${error.message}`);
  }
}

/** What the app allows in its settings is allowed here. Strings are matched first, so that the // of a URL stays. */
function asPlainJson(text) {
  const keepString = (_, string) => string ?? '';
  return text
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, keepString)
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, keepString);
}

function connectionString(storagePort) {
  return `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${EMULATOR_KEY};` +
    `TableEndpoint=http://127.0.0.1:${storagePort}/devstoreaccount1;`;
}

/** What leads the app to the emulator where it is; nothing on the usual port, so that the settings decide. */
function storageEnvironment(storagePort) {
  return storagePort === DEFAULT_STORAGE_PORT ? {} : { [CONNECTION_NAME]: connectionString(storagePort) };
}

/** What leads both channels to the communication emulator, started with this sender and this number. */
function communicationEnvironment(connection) {
  return {
    Otp__Delivery__Email: 'Acs',
    Otp__Delivery__Sms: 'Acs',
    Otp__Delivery__Acs__ConnectionString: connection,
    Otp__Delivery__Acs__EmailFrom: SENDER,
    Otp__Delivery__Acs__SmsFrom: NUMBER,
  };
}

/** Who signs requests to the emulator. */
const emulatorAccount = { name: 'devstoreaccount1', key: EMULATOR_KEY };

module.exports = {
  CONSOLE_KEY_NAME,
  DEFAULT_STORAGE_PORT,
  NUMBER,
  SENDER,
  asPlainJson,
  communicationEnvironment,
  connectionString,
  emulatorAccount,
  ensureSettings,
  freshEnvironment,
  readConsoleKey,
  storageEnvironment,
  withFreshSecrets,
};
