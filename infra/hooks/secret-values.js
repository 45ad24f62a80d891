'use strict';
const { randomBytes } = require('node:crypto');

/** The secrets of an installation: their names in the azd environment, as parameters of main.bicep, and in the vault. */
const SECRETS = [
  { variable: 'OTP_PEPPER', parameter: 'pepper', secret: 'otp-pepper', make: base64 },
  { variable: 'OTP_CODE_KEYS', parameter: 'codeKeys', secret: 'otp-code-keys', make: () => `1:${base64()}` },
  { variable: 'OTP_CONSOLE_KEY', parameter: 'consoleKey', secret: 'otp-console-key', make: () => randomBytes(32).toString('hex') },
  { variable: 'OTP_SMS_WEBHOOK_KEY', parameter: 'smsWebhookKey', secret: 'otp-sms-webhook-key', make: base64 },
];

/**
 * What the environment has to hold for a deployment: nothing of what the vault has, so that it stays as it is; of the
 * rest what is there from a deployment that failed, or a new value.
 */
function valuesFor(environment, inVault) {
  return SECRETS.map(({ variable, secret, make }) =>
    [variable, inVault.includes(secret) ? '' : environment[variable] || make()]);
}

/** All of them new, as a file of parameters for az. */
function parametersFile() {
  const parameters = SECRETS.map(({ parameter, make }) => [parameter, { value: make() }]);
  return `${JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(parameters),
  }, null, 2)}\n`;
}

function base64() {
  return randomBytes(32).toString('base64');
}

module.exports = { SECRETS, parametersFile, valuesFor };
