'use strict';
const { above, all, literal, property } = require('./template');

/** The versions this template was written by; https://learn.microsoft.com/azure/templates has what they take. */
const VERSIONS = {
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.Communication/communicationServices': '2023-04-01',
  'Microsoft.Communication/emailServices': '2023-04-01',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/scheduledQueryRules': '2023-12-01',
  'Microsoft.KeyVault/vaults': '2023-07-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2023-01-31',
  'Microsoft.OperationalInsights/workspaces': '2023-09-01',
  'Microsoft.Resources/resourceGroups': '2024-03-01',
  'Microsoft.Storage/storageAccounts': '2024-01-01',
  'Microsoft.Web/serverfarms': '2024-04-01',
  'Microsoft.Web/sites': '2024-04-01',
};

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const ROLES = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
  communicationAndEmailServiceOwner: '09976791-48a7-449e-bb21-39d1a415f350',
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb',
};

const MUST = {
  'Microsoft.Storage/storageAccounts': {
    allowSharedKeyAccess: 'false',
    allowBlobPublicAccess: 'false',
    minimumTlsVersion: 'TLS1_2',
    supportsHttpsTrafficOnly: 'true',
  },
  'Microsoft.Storage/storageAccounts/blobServices/containers': { publicAccess: 'None' },
  'Microsoft.KeyVault/vaults': { enableRbacAuthorization: 'true', enablePurgeProtection: 'true' },
  'Microsoft.Insights/components': { DisableLocalAuth: 'true' },
  'Microsoft.Web/sites': { httpsOnly: 'true', ftpsState: 'Disabled', minTlsVersion: '1.2', scmMinTlsVersion: '1.2' },
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': { allow: 'false' },
};

const WITHOUT_TAGS = /roleAssignments$|blobServices|\/secrets$|^Microsoft\.Web\/sites\//;
const SECRET = /pepper|secret|password|(code|console|webhook|access|shared|account)keys?$|connectionstring/i;
const GUID = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** Versions other than those above. */
function versionFaults({ resources }) {
  const versionOf = (type) => VERSIONS[type] ?? VERSIONS[type.split('/').slice(0, 2).join('/')];
  return resources.filter(({ type, version }) => version !== versionOf(type))
    .map(({ type, version }) => `${type}@${version} is not known`);
}

/** What a resource must say and does not. */
function settingFaults({ resources }) {
  return resources.filter(({ isExisting }) => !isExisting).flatMap(({ name, type, node }) => [
    ...Object.entries(MUST[type] ?? {}).filter(([key, value]) => {
      const found = property(node, key);
      return !found || literal(found) !== value;
    }).map(([key, value]) => `${name}: ${key} must be ${value}`),
    ...WITHOUT_TAGS.test(type) || property(node, 'tags') ? [] : [`${name} has no tags`],
  ]);
}

/** Roles that are not known, are assigned to a whole group, or are named and not assigned. */
function roleFaults({ vars, resources, text }) {
  const roles = Object.fromEntries(vars.map(({ name, value }) => [name, literal(value)]));
  const assigned = resources.filter(({ type }) => type.endsWith('/roleAssignments'));
  const rolesOf = assigned.map(({ node }) => property(node, 'roleDefinitionId')?.text.match(/, (\w+)\)$/)?.[1]);
  return [
    ...[...text.matchAll(GUID)].map(([guid]) => guid).filter((guid) => !Object.values(ROLES).includes(guid))
      .map((guid) => `${guid} is no known role`),
    ...Object.keys(ROLES).filter((name) => roles[name] !== ROLES[name]).map((name) => `${name} is another`),
    ...Object.keys(ROLES).filter((name) => rolesOf.filter((role) => role === name).length !== 1)
      .map((name) => `${name} is not assigned once`),
    ...assigned.filter(({ node }) => !property(node, 'scope')).map(({ name }) => `${name} has no scope`),
    ...assigned.filter(({ node }) => property(node, 'principalType')?.text !== "'ServicePrincipal'")
      .map(({ name }) => `${name} says not whom it is for`),
  ];
}

/** Secrets that are readable: keys that are asked for, parameters in the open, values that go elsewhere than the vault. */
function secretFaults(templates) {
  return Object.entries(templates).flatMap(([file, template]) => [
    ...[...all(template.root, 'identifier'), ...all(template.root, 'property_identifier')]
      .filter((node) => /^list[A-Z]/.test(node.text)).map((node) => `${file}: ${node.text} asks for keys`),
    ...template.params.filter(({ name, isSecure }) => SECRET.test(name) && !isSecure)
      .map(({ name }) => `${file}: ${name} is not secure`),
    ...template.outputs.filter(({ name, value }) => SECRET.test(name) || SECRET.test(value.text))
      .map(({ name }) => `${file}: the output ${name} shows a secret`),
    ...template.params.filter(({ isSecure }) => isSecure).flatMap(({ name }) => usesOf(template, name)
      .filter((node) => !isKept(node, template, templates)).map(() => `${file}: ${name} leaves the vault`)),
  ]);
}

function usesOf({ root }, name) {
  return all(root, 'identifier').filter((node) => node.text === name
    && node.parent.type !== 'parameter_declaration'
    && !(node.parent.type === 'object_property' && node.parent.namedChildren[0].equals(node)));
}

function isKept(node, template, templates) {
  const outer = above(node);
  if (outer[1]?.type === 'call_expression' && outer[1].namedChildren[0].text === 'empty') {
    return true;
  }
  const key = outer[0].type === 'object_property' ? outer[0].namedChildren[0].text : null;
  const declaration = outer.find(({ type }) => type.endsWith('_declaration'));
  const named = ({ name }) => name === declaration.namedChildren[0].text;
  const module = declaration.type === 'module_declaration' ? template.modules.find(named) : null;
  return module
    ? Boolean(templates[module.file]?.params.find(({ name }) => name === key)?.isSecure)
    : key === 'value' && template.resources.some((resource) =>
      named(resource) && resource.type === 'Microsoft.KeyVault/vaults/secrets');
}

module.exports = { roleFaults, secretFaults, settingFaults, versionFaults };
