// Everything that one installation needs, composed from modules/; docs/deploy.md says how it is deployed.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('The name of the installation. The resource group is rg-NAME.')
param environmentName string

@description('The region. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

@minLength(3)
@description('The mail address that alerts go to.')
param alertEmail string

@minLength(1)
@maxLength(40)
@description('Whose codes they are, as recipients know the site. In every message.')
param siteName string = 'OtpFunctions'

@allowed([
  'ZhHans'
  'ZhHant'
  'En'
])
@description('The language of messages where a caller asks for none.')
param defaultLanguage string = 'ZhHans'

@description('The base URL of a collector that takes OTLP over HTTP, for metrics and traces. Empty: none.')
param otlpEndpoint string = ''

@description('The sender of mails, of a domain that is linked. Empty: DoNotReply of the domain that Azure manages.')
param emailFrom string = ''

@description('The resource id of a verified domain of your own, linked beside the one that Azure manages. Empty: none.')
param emailDomainId string = ''

@allowed([
  'None'
  'Acs'
  'Webhook'
])
@description('Who carries SMS. None closes the channel.')
param smsProvider string = 'None'

@description('With Acs: the number, short code or name that SMS come from.')
param smsFrom string = ''

@description('With Webhook: where SMS are posted to, https.')
param smsWebhookUrl string = ''

@description('The country calling codes that SMS may go to, separated by commas.')
param smsCountries string = '86'

@description('Where Communication Services keeps data at rest. It can never be changed.')
param dataLocation string = 'United States'

@allowed([
  'Standard_LRS'
  'Standard_ZRS'
])
@description('How many copies of the tables there are: three in one building, or one in each of three zones.')
param storageSku string = 'Standard_ZRS'

@allowed([
  512
  2048
  4096
])
@description('The memory of an instance, in MB.')
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
@description('The most instances that run at once: with their memory, the most that a flood of calls can cost.')
param maximumInstanceCount int = 40

@minValue(0)
@maxValue(20)
@description('Instances that are kept warm for calls, and paid for while nobody calls. 0: the first call of a quiet time waits for a start.')
param alwaysReadyInstances int = 0

@minValue(1)
@description('The most gigabytes of logs that are taken in a day. What is over is dropped, and alerts do not see it.')
param logGigabytesADay int = 1

@secure()
@description('The HMAC key of addresses. Empty: the vault keeps the one it has.')
param pepper string = ''

@secure()
@description('The key ring of codes. Empty: the vault keeps the one it has.')
param codeKeys string = ''

@secure()
@description('The key of the console. Empty: the vault keeps the one it has.')
param consoleKey string = ''

@secure()
@description('The HMAC key that the receiver of the SMS webhook holds too. Empty: the vault keeps the one it has.')
param smsWebhookKey string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    sku: storageSku
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    pepper: pepper
    codeKeys: codeKeys
    consoleKey: consoleKey
    smsWebhookKey: smsWebhookKey
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    insightsName: 'appi-${token}'
    location: location
    tags: tags
    gigabytesADay: logGigabytesADay
  }
}

module communication 'modules/communication.bicep' = {
  name: 'communication'
  scope: group
  params: {
    name: 'acs-${token}'
    emailServiceName: 'mail-${token}'
    dataLocation: dataLocation
    emailDomainId: emailDomainId
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    communicationName: communication.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
}

module api 'modules/api.bicep' = {
  name: 'api'
  scope: group
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: tags
    identityName: identity.outputs.name
    storageName: storage.outputs.name
    containerName: storage.outputs.containerName
    insightsName: monitoring.outputs.insightsName
    vaultUri: vault.outputs.uri
    communicationEndpoint: communication.outputs.endpoint
    emailFrom: empty(emailFrom) ? communication.outputs.managedSender : emailFrom
    smsProvider: smsProvider
    smsFrom: smsFrom
    smsWebhookUrl: smsWebhookUrl
    smsCountries: smsCountries
    siteName: siteName
    defaultLanguage: defaultLanguage
    otlpEndpoint: otlpEndpoint
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
  }
  // Without its rights the app would start, find no storage and no secret, and stop.
  dependsOn: [
    roles
  ]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    namePrefix: environmentName
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    email: alertEmail
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP_NAME string = api.outputs.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
output AZURE_VAULT_NAME string = vault.outputs.name
output AZURE_COMMUNICATION_SERVICE_ID string = communication.outputs.id
output SERVICE_API_URI string = api.outputs.uri
