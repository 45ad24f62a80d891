'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { describe, it } = require('node:test');
const { forget, prepare, write } = require('../infra/hooks/secrets');
const { SECRETS } = require('../infra/hooks/secret-values');

const NAMES = SECRETS.map(({ secret }) => secret);
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;
const VAULT = '/subscriptions/s1/resourceGroups/rg-test/providers/Microsoft.KeyVault/vaults/kv-1';

/** An azd that remembers what it was told, and keeps it as the real one does. */
function fakeAzd() {
  const azd = (args) => {
    azd.calls.push(args);
    if (args[0] === 'auth') {
      return '{"token":"t1"}';
    }
    azd.file = args.at(-1);
    azd.mode = fs.statSync(azd.file).mode & 0o777;
    for (const [, name, value] of fs.readFileSync(azd.file, 'utf8').matchAll(/^(\w+)="(.*)"$/gm)) {
      azd.environment[name] = value;
    }
    return '';
  };
  return Object.assign(azd, { calls: [], environment: { AZURE_ENV_NAME: 'test', AZURE_SUBSCRIPTION_ID: 's1' } });
}

/** Azure with one vault, in pages of one secret. */
function fakeAzure({ secrets = null, tag = 'test', status = 200 } = {}) {
  const answer = (body, code = 200) => ({ ok: code === 200, status: code, json: async () => body });
  return async (url, { headers }) => {
    assert.equal(headers.authorization, 'Bearer t1');
    const { pathname, searchParams } = new URL(url);
    if (status !== 200) {
      return answer({}, status);
    }
    if (!pathname.endsWith('/secrets')) {
      return secrets ? answer({ value: [{ id: VAULT, tags: { 'azd-env-name': tag } }] }) : answer({}, 404);
    }
    const at = Number(searchParams.get('page') ?? 0);
    const nextLink = at + 1 < secrets.length ? `${url.split('?')[0]}?page=${at + 1}` : undefined;
    return answer({ value: secrets.slice(at, at + 1).map((name) => ({ name })), nextLink });
  };
}

describe('the secrets of an installation', () => {
  it('are made when there is no vault yet', async () => {
    const azd = fakeAzd();
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure() });

    assert.match(azd.environment.OTP_PEPPER, BASE64);
    assert.match(azd.environment.OTP_CODE_KEYS.replace(/^1:/, ''), BASE64);
    assert.match(azd.environment.OTP_CONSOLE_KEY, /^[0-9a-f]{64}$/);
    assert.match(azd.environment.OTP_SMS_WEBHOOK_KEY, BASE64);
    assert.equal(new Set(SECRETS.map(({ variable }) => azd.environment[variable])).size, SECRETS.length);
  });

  it('are not made again when the vault has them', async () => {
    const azd = fakeAzd();
    azd.environment.OTP_PEPPER = 'left over';
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure({ secrets: NAMES }) });

    assert.deepEqual(SECRETS.map(({ variable }) => azd.environment[variable]), ['', '', '', '']);
  });

  it('are made where the vault lacks one', async () => {
    const azd = fakeAzd();
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure({ secrets: NAMES.slice(1) }) });

    assert.match(azd.environment.OTP_PEPPER, BASE64);
    assert.equal(azd.environment.OTP_CONSOLE_KEY, '');
  });

  it('stay the same when a deployment failed before the vault was made', async () => {
    const azd = fakeAzd();
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure() });
    const first = { ...azd.environment };
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure() });

    assert.deepEqual(azd.environment, first);
  });

  it('of another installation in the group are not ours', async () => {
    const azd = fakeAzd();
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure({ secrets: NAMES, tag: 'other' }) });

    assert.match(azd.environment.OTP_PEPPER, BASE64);
  });

  for (const status of [401, 403, 429, 500]) {
    it(`are not taken for missing when Azure answers ${status}`, async () => {
      const azd = fakeAzd();
      await assert.rejects(prepare({ environment: azd.environment, azd, fetch: fakeAzure({ status }) }), /answered/);
      assert.equal(azd.environment.OTP_PEPPER, undefined);
    });
  }

  it('are not taken for missing when the secrets of a vault cannot be listed', async () => {
    const azd = fakeAzd();
    const azure = fakeAzure({ secrets: NAMES });
    const fetch = (url, options) => (url.includes('/secrets') ? { ok: false, status: 404 } : azure(url, options));
    await assert.rejects(prepare({ environment: azd.environment, azd, fetch }), /answered 404/);
  });

  for (const name of ['AZURE_ENV_NAME', 'AZURE_SUBSCRIPTION_ID']) {
    it(`need ${name}`, async () => {
      const azd = fakeAzd();
      delete azd.environment[name];
      await assert.rejects(prepare({ environment: azd.environment, azd, fetch: fakeAzure() }), new RegExp(name));
    });
  }

  it('never stand on a command line, and the file is private and gone afterwards', async () => {
    const azd = fakeAzd();
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure() });

    const words = azd.calls.flat();
    assert.ok(SECRETS.every(({ variable }) => !words.some((word) => word.includes(azd.environment[variable]))));
    assert.equal(azd.mode, process.platform === 'win32' ? azd.mode : 0o600);
    assert.equal(fs.existsSync(path.dirname(azd.file)), false);
  });

  it('are forgotten by the azd environment', async () => {
    const azd = fakeAzd();
    await prepare({ environment: azd.environment, azd, fetch: fakeAzure() });
    forget({ azd });

    assert.deepEqual(SECRETS.map(({ variable }) => azd.environment[variable]), ['', '', '', '']);
  });

  it('are written for az once, to a file of their own', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'otp-test-'));
    try {
      const file = path.join(folder, 'secrets.local.parameters.json');
      write(file);
      const { parameters } = JSON.parse(fs.readFileSync(file, 'utf8'));
      assert.deepEqual(Object.keys(parameters), SECRETS.map(({ parameter }) => parameter));
      assert.match(parameters.pepper.value, BASE64);
      assert.throws(() => write(file), { code: 'EEXIST' });
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('have the names that the template and the parameters use', () => {
    const vault = fs.readFileSync(path.join(__dirname, '../infra/modules/vault.bicep'), 'utf8');
    const { parameters } = JSON.parse(fs.readFileSync(path.join(__dirname, '../infra/main.parameters.json'), 'utf8'));
    for (const { variable, parameter, secret } of SECRETS) {
      assert.equal(parameters[parameter].value, `\${${variable}=}`);
      assert.match(vault, new RegExp(`if \\(!empty\\(${parameter}\\)\\) \\{\\s+parent: vault\\s+name: '${secret}'`));
    }
    assert.equal(vault.match(/vaults\/secrets@/g).length, SECRETS.length);
  });

  it('are looked for in the group that the template makes, by the tag it sets', async () => {
    const main = fs.readFileSync(path.join(__dirname, '../infra/main.bicep'), 'utf8');
    const asked = [];
    const azure = fakeAzure({ secrets: NAMES });
    const azd = fakeAzd();
    await prepare({ environment: azd.environment, azd, fetch: (url, options) => asked.push(url) && azure(url, options) });

    assert.match(main, /name: 'rg-\$\{environmentName\}'/);
    assert.match(main, /'azd-env-name': environmentName/);
    assert.match(asked[0], /\/subscriptions\/s1\/resourceGroups\/rg-test\/providers\/Microsoft\.KeyVault\/vaults\?/);
  });
});
