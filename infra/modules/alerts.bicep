// What somebody must be told of. A query answers a row when its condition holds; the texts of log lines are the app's
// own, for the host of an isolated worker passes on the text of a line and not the number of its event.
param namePrefix string
param location string
param tags object
param insightsId string
param email string

var rules = [
  {
    name: 'provider-refuses'
    description: 'A provider refuses this service: keys, sender or address are wrong. Event 31.'
    severity: 0
    frequency: 'PT5M'
    window: 'PT5M'
    query: 'traces | where message contains "refuses this service" | take 1'
  }
  {
    name: 'breaker-open'
    description: 'A provider fails too often and is not tried for 15 seconds at a time. Event 33.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT5M'
    query: 'traces | where message contains "fails too often: no tries for 15 seconds" | take 1'
  }
  {
    name: 'storage-unreachable'
    description: 'Calls could not reach the tables. Event 10.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT5M'
    query: 'traces | where message contains "could not reach the storage" | summarize lines = sum(itemCount) | where lines >= 5'
  }
  {
    name: 'server-errors'
    description: 'At least 5 calls in 5 minutes were answered with 5xx.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT5M'
    query: 'requests | where toint(resultCode) between (500 .. 599) | summarize calls = sum(itemCount) | where calls >= 5'
  }
  {
    name: 'few-verified'
    description: 'For at least 100 codes that one API sent within an hour, less than 30 % were verified (OnlyID, whose HTTP status tells) or checked (Starlight, Fresns): messages do not arrive, or somebody sends for the money in it. Callers of Starlight may compare codes themselves: it is judged once they check one here.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
    query: 'requests | where resultCode == "200" | extend api = extract("^(OnlyId|Starlight|Fresns)", 1, name) | where api != "" | summarize sent = sumif(itemCount, name in ("OnlyIdSendOtp", "StarlightGetInternalVerificationCode", "FresnsSendVerifyCode")), checked = sumif(itemCount, name in ("OnlyIdVerifyOtp", "StarlightCheckVerificationCode", "FresnsCheckVerifyCode")) by api | where sent >= 100 and checked * 100 < sent * 30 and (checked > 0 or api != "Starlight")'
  }
  {
    name: 'purge-silent'
    description: 'What expired was not deleted for 30 minutes, which is due every 5. Nothing is wrong with codes; the tables grow.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT30M'
    query: 'requests | where name == "Purge" and success == true | summarize runs = count() | where runs == 0'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'otp'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${namePrefix}-${rule.name}'
  location: location
  tags: tags
  properties: {
    displayName: '${namePrefix}: ${rule.name}'
    description: rule.description
    severity: rule.severity
    enabled: true
    scopes: [
      insightsId
    ]
    evaluationFrequency: rule.frequency
    windowSize: rule.window
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}]
