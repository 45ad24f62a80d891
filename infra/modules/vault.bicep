// The secrets. A parameter that is empty leaves the vault's own as it is, so that a second deployment changes none:
// a new pepper would forget every code, user and application.
param name string
param location string
param tags object

@secure()
param pepper string

@secure()
param codeKeys string

@secure()
param consoleKey string

@secure()
param smsWebhookKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

resource pepperSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(pepper)) {
  parent: vault
  name: 'otp-pepper'
  properties: {
    value: pepper
  }
}

resource codeKeysSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(codeKeys)) {
  parent: vault
  name: 'otp-code-keys'
  properties: {
    value: codeKeys
  }
}

resource consoleKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(consoleKey)) {
  parent: vault
  name: 'otp-console-key'
  properties: {
    value: consoleKey
  }
}

resource smsWebhookKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(smsWebhookKey)) {
  parent: vault
  name: 'otp-sms-webhook-key'
  properties: {
    value: smsWebhookKey
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
