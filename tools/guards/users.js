'use strict';

const SETTLED = 'OtpFunctions.Core/Directory/SettledClaims.cs';
const CLAIMS = 'OtpFunctions.Core/Directory/AddressClaims.cs';
const DIRECTORY = 'OtpFunctions.Core/Directory/UserDirectory.cs';
const TESTS = ['Directory/UserScheduleTests.However_two'];

module.exports = [
  {
    name: 'unsettled-claim-is-written',
    guards: 'a claim is written before its user is, though it be unsettled: a late writer of a copy loses to that',
    file: SETTLED,
    find: 'if (await store.TryReplaceClaimAsync(key, unsettled, found.Version, cancellation) is { } version)',
    replace: 'if ((found.Value.User is null ? found.Version'
      + ' : await store.TryReplaceClaimAsync(key, unsettled, found.Version, cancellation)) is { } version)',
    tests: TESTS,
  },
  {
    name: 'claims-settled-after-the-user',
    guards: 'a claim says of a user only what their row says already',
    file: DIRECTORY,
    find: 'leaving.AddRange(held.Value.Leaving);\n            if (await _store.TryReplaceAsync(',
    replace: 'leaving.AddRange(held.Value.Leaving);\n'
      + '            await _settled.SettleAsync(held.Value.Listed, next, cancellation);\n'
      + '            if (await _store.TryReplaceAsync(',
    tests: TESTS,
  },
  {
    name: 'claims-settled-if-match',
    guards: 'a claim is settled only in the version that its writer left',
    file: SETTLED,
    find: 'held.Claim with { User = user }, held.Version, cancellation)',
    replace: 'held.Claim with { User = user },'
      + ' (await store.FindClaimAsync(held.Key, cancellation))?.Version ?? "", cancellation)',
    tests: TESTS,
  },
  {
    name: 'staying-claims-unsettled',
    guards: 'claims that a user keeps do not tell of the user as they were',
    file: CLAIMS,
    find: ': await settled.UnsettleAsync(key, found, cancellation);',
    replace: ': wanted.ContainsKey(key) ? new HeldClaim(key, found.Value, found.Version, IsNew: false)'
      + ' : await settled.UnsettleAsync(key, found, cancellation);',
    tests: TESTS,
  },
  {
    name: 'leaving-claims-unsettled',
    guards: 'claims that a user gives up or is deleted with do not lead to them any more',
    file: CLAIMS,
    find: ': await settled.UnsettleAsync(key, found, cancellation);',
    replace: ': !wanted.ContainsKey(key) ? new HeldClaim(key, found.Value, found.Version, IsNew: false)'
      + ' : await settled.UnsettleAsync(key, found, cancellation);',
    tests: TESTS,
  },
  {
    name: 'claim-counts-while-listed',
    guards: 'a claim counts only while its user lists the address',
    file: SETTLED,
    find: '            && keys.Lists(user, key)\n',
    replace: '',
    tests: ['Directory/UserCrashTests'],
  },
];
