'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { before, describe, it } = require('node:test');
const { roleFaults, secretFaults, settingFaults, versionFaults } = require('./infra/safety');
const { moduleFaults, nameFaults, parameterFaults, syntaxFaults } = require('./infra/structure');
const { parseFolder, readFolder, readParameters } = require('./infra/template');

const inEach = (rule) => (templates) =>
  Object.entries(templates).flatMap(([file, template]) => rule(template).map((fault) => `${file}: ${fault}`));

const RULES = {
  'can be read': inEach(syntaxFaults),
  'names nothing that is not there': inEach(nameFaults),
  'passes modules what they take': moduleFaults,
  'takes what azd passes': (templates) => parameterFaults(templates['main.bicep'], readParameters()),
  'has versions that are known': inEach(versionFaults),
  'sets what keeps it safe': inEach(settingFaults),
  'gives known rights on single resources': (templates) => roleFaults(templates['modules/roles.bicep']),
  'keeps secrets in the vault': secretFaults,
};

/** A change of a file and the rule that must see it. */
const PLANTED = [
  ['can be read', 'modules/api.bicep', 'httpsOnly: true', 'httpsOnly true'],
  ['can be read', 'modules/api.bicep', "kind: 'functionapp,linux'", "kind: 'functionapp,linux"],
  ['can be read', 'modules/roles.bicep', '  scope: vault', '\tscope: vault'],
  ['can be read', 'modules/storage.bicep', "    name: sku\n  }", '    name: sku'],
  ['names nothing that is not there', 'modules/api.bicep', 'name: planName', 'name: plan_Name'],
  ['names nothing that is not there', 'modules/api.bicep', '${containerName}', '${container}'],
  ['names nothing that is not there', 'modules/vault.bicep', '!empty(pepper)', '!blank(pepper)'],
  ['names nothing that is not there', 'modules/identity.bicep', 'param tags object', 'param tags object\nparam more string'],
  ['names nothing that is not there', 'modules/identity.bicep', 'param tags object', 'param tags object\nparam tags string'],
  ['passes modules what they take', 'main.bicep', "    planName: 'plan-${token}'\n", ''],
  ['passes modules what they take', 'main.bicep', 'planName:', 'farmName:'],
  ['passes modules what they take', 'main.bicep', 'storage.outputs.containerName', 'storage.outputs.container'],
  ['passes modules what they take', 'main.bicep', 'communication.outputs.managedSender', 'communication.outputs.sender'],
  ['passes modules what they take', 'main.bicep', 'modules/roles.bicep', 'modules/rights.bicep'],
  ['takes what azd passes', 'main.bicep', 'param smsFrom string', 'param smsSender string'],
  ['takes what azd passes', 'main.bicep', 'param location string', 'param location string\nparam more string'],
  ['has versions that are known', 'modules/vault.bicep', 'vaults@2023-07-01', 'vaults@2023-08-01'],
  ['has versions that are known', 'modules/vault.bicep', 'Microsoft.KeyVault/vaults@', 'Microsoft.KeyVault/managedHSMs@'],
  ['sets what keeps it safe', 'modules/storage.bicep', 'allowSharedKeyAccess: false', 'allowSharedKeyAccess: true'],
  ['sets what keeps it safe', 'modules/storage.bicep', '    allowSharedKeyAccess: false\n', ''],
  ['sets what keeps it safe', 'modules/storage.bicep', 'allowBlobPublicAccess: false', 'allowBlobPublicAccess: true'],
  ['sets what keeps it safe', 'modules/storage.bicep', "'TLS1_2'", "'TLS1_0'"],
  ['sets what keeps it safe', 'modules/storage.bicep', "publicAccess: 'None'", "publicAccess: 'Blob'"],
  ['sets what keeps it safe', 'modules/api.bicep', 'httpsOnly: true', 'httpsOnly: false'],
  ['sets what keeps it safe', 'modules/api.bicep', "ftpsState: 'Disabled'", "ftpsState: 'FtpsOnly'"],
  ['sets what keeps it safe', 'modules/api.bicep', "      minTlsVersion: '1.2'", "      minTlsVersion: '1.1'"],
  ['sets what keeps it safe', 'modules/api.bicep', 'allow: false', 'allow: true'],
  ['sets what keeps it safe', 'modules/vault.bicep', 'enablePurgeProtection: true', 'enablePurgeProtection: false'],
  ['sets what keeps it safe', 'modules/vault.bicep', 'enableRbacAuthorization: true', 'enableRbacAuthorization: false'],
  ['sets what keeps it safe', 'modules/monitoring.bicep', '    DisableLocalAuth: true', '    DisableLocalAuth: false'],
  ['sets what keeps it safe', 'modules/identity.bicep', '  tags: tags\n', ''],
  ['gives known rights on single resources', 'modules/roles.bicep', 'b7e6dc6d', 'b7e6dc6e'],
  ['gives known rights on single resources', 'modules/roles.bicep', '  scope: vault\n', ''],
  ['gives known rights on single resources', 'modules/roles.bicep', "    principalType: 'ServicePrincipal'\n", ''],
  ['gives known rights on single resources', 'modules/roles.bicep', "roleDefinitions', keyVaultSecretsUser)", "roleDefinitions', storageBlobDataOwner)"],
  ['gives known rights on single resources', 'modules/roles.bicep', 'param insightsName string', "var owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'\nparam insightsName string"],
  ['keeps secrets in the vault', 'modules/vault.bicep', '@secure()\nparam pepper', 'param pepper'],
  ['keeps secrets in the vault', 'main.bicep', "@secure()\n@description('The key of the console", "@description('The key of the console"],
  ['keeps secrets in the vault', 'main.bicep', 'siteName: siteName', 'siteName: consoleKey'],
  ['keeps secrets in the vault', 'main.bicep', 'siteName: siteName', "siteName: '${pepper}'"],
  ['keeps secrets in the vault', 'main.bicep', '= location\noutput', '= location\noutput X string = pepper\noutput'],
  ['keeps secrets in the vault', 'modules/vault.bicep', '  tags: tags', '  tags: { value: codeKeys }'],
  ['keeps secrets in the vault', 'modules/storage.bicep', 'string = account.name', 'string = account.listKeys().keys[0].value'],
  ['keeps secrets in the vault', 'modules/storage.bicep', 'output name', 'output connectionString'],
  ['keeps secrets in the vault', 'modules/monitoring.bicep', 'string = insights.id', 'string = insights.properties.ConnectionString'],
];

describe('the template of infra/', () => {
  let texts;
  before(() => {
    texts = readFolder();
  });

  for (const [name, faults] of Object.entries(RULES)) {
    it(name, async () => assert.deepEqual(faults(await parseFolder(texts)), []));
  }

  for (const [rule, file, from, to] of PLANTED) {
    it(`${rule}, or it is seen: ${JSON.stringify(to.slice(0, 60))} for ${JSON.stringify(from.slice(0, 40))}`, async () => {
      assert.ok(texts[file].includes(from), `${file} has no ${from}`);
      const planted = { ...texts, [file]: texts[file].replace(from, () => to) };
      assert.notDeepEqual(RULES[rule](await parseFolder(planted)), []);
    });
  }

  const page = (name) => fs.readFileSync(path.join(__dirname, '..', 'docs', name), 'utf8');
  const cellsOf = (name) => [...page(name).matchAll(/^\| `?([\w-]+)`? \|/gm)].map(([, cell]) => cell);

  it('is described in docs/deploy.md: every variable, and no other', () => {
    const variables = Object.values(readParameters()).map(({ value }) => value.match(/\$\{(\w+)/)[1]);
    const secrets = ['OTP_PEPPER', 'OTP_CODE_KEYS', 'OTP_CONSOLE_KEY', 'OTP_SMS_WEBHOOK_KEY'];

    assert.deepEqual(cellsOf('deploy.md').filter((cell) => cell.startsWith('OTP_')).sort(),
      variables.filter((name) => name.startsWith('OTP_') && !secrets.includes(name)).sort());
  });

  const alertsOf = (bicep) => [...bicep.matchAll(/^ {4}name: '([\w-]+)'$/gm)].map(([, name]) => name);
  const describedIn = (text) => [...text.split(/^## /m).find((part) => part.startsWith('Alerts\n')).matchAll(/^### ([\w-]+)$/gm)]
    .map(([, name]) => name);

  it('has a chapter of docs/operations.md for every alert, in its order, and for no other', () => {
    const alerts = alertsOf(texts['modules/alerts.bicep']);

    assert.equal(alerts.length, 6);
    assert.deepEqual(describedIn(page('operations.md')), alerts);
  });

  it('notices an alert without a chapter, and a chapter without an alert', () => {
    const [bicep, text] = [texts['modules/alerts.bicep'], page('operations.md')];

    assert.notDeepEqual(describedIn(text), alertsOf(bicep.replace("    name: 'purge-silent'", "    name: 'purge-late'")));
    assert.notDeepEqual(describedIn(text.replace('\n### purge-silent\n', '\n')), alertsOf(bicep));
  });
});
