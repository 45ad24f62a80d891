// The function app on Flex Consumption. It signs in everywhere as its identity; secrets are read from the vault.
param name string
param planName string
param location string
param tags object
param identityName string
param storageName string
param containerName string
param insightsName string
param vaultUri string
param communicationEndpoint string
param emailFrom string
param smsProvider string
param smsFrom string
param smsWebhookUrl string
param smsCountries string
param siteName string
param defaultLanguage string
param otlpEndpoint string
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyInstances int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Without a version: a new one is read within a day, or when the app restarts.
var vaultReference = '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets'

var hostSettings = {
  AzureWebJobsStorage__accountName: storage.name
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
}

// As in local.settings.sample.json; what is left out there or here has the app's own default.
var appSettings = {
  Otp__Storage__ServiceUri: storage.properties.primaryEndpoints.table
  Otp__Storage__ClientId: identity.properties.clientId
  Otp__Secrets__Pepper: '${vaultReference}/otp-pepper)'
  Otp__Secrets__CodeKeys: '${vaultReference}/otp-code-keys)'
  Otp__Secrets__ConsoleKey: '${vaultReference}/otp-console-key)'
  Otp__Delivery__Email: 'Acs'
  Otp__Delivery__Sms: smsProvider
  Otp__Delivery__Acs__Endpoint: communicationEndpoint
  Otp__Delivery__Acs__ClientId: identity.properties.clientId
  Otp__Delivery__Acs__EmailFrom: emailFrom
  Otp__Destinations__Countries: smsCountries
  Otp__Messages__SiteName: siteName
  Otp__Messages__DefaultLanguage: defaultLanguage
  Otp__Telemetry__Endpoint: otlpEndpoint
}

var acsSmsSettings = {
  Otp__Delivery__Acs__SmsFrom: smsFrom
}

var webhookSettings = {
  Otp__Delivery__SmsWebhook__Url: smsWebhookUrl
  Otp__Delivery__SmsWebhook__Key: '${vaultReference}/otp-sms-webhook-key)'
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${containerName}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReadyInstances
          }
        ]
        triggers: {
          http: {
            perInstanceConcurrency: 100
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    hostSettings,
    appSettings,
    smsProvider == 'Acs' ? acsSmsSettings : {},
    smsProvider == 'Webhook' ? webhookSettings : {}
  )
}

// Publishing takes an Entra token alone: no user name and password.
resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'
