'use strict';

const MANAGEMENT = 'https://management.azure.com';
const API_VERSION = '2023-07-01';

/**
 * The names of the secrets that the vault of this installation has: none while there is no vault. Values are not read.
 * Any other answer is an error: a secret that is taken for missing would be replaced.
 */
async function secretNames({ subscription, environmentName, token, fetch }) {
  const group = `/subscriptions/${subscription}/resourceGroups/rg-${environmentName}`;
  const vaults = await list(`${group}/providers/Microsoft.KeyVault/vaults`, { token, fetch, mayLack: true });
  const ours = vaults.filter((vault) => vault.tags?.['azd-env-name'] === environmentName);
  const secrets = await Promise.all(ours.map((vault) => list(`${vault.id}/secrets`, { token, fetch })));
  return secrets.flat().map((secret) => secret.name);
}

async function list(path, { token, fetch, mayLack = false }) {
  const found = [];
  for (let url = `${MANAGEMENT}${path}?api-version=${API_VERSION}`; url;) {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (answer.status === 404 && mayLack) {
      return [];
    }
    if (!answer.ok) {
      throw new Error(`Azure answered ${answer.status} when it was asked for ${path}`);
    }
    const page = await answer.json();
    found.push(...page.value);
    url = page.nextLink;
  }
  return found;
}

module.exports = { secretNames };
