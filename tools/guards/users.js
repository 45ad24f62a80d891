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
    name: 'read-of-another-address',
    guards: 'whose an address is, is taken from a read of that very address',
    file: 'OtpFunctions.Core/Codes/RecipientRead.cs',
    find: 'key == _claim ? _claimed : null',
    replace: 'key.Recipient == _claim?.Recipient ? _claimed : null',
    tests: ['Codes/RecipientReadTests'],
  },
  {
    name: 'refused-before-the-recipient',
    guards: 'who is refused by Fresns does not wait for the read that says whose an address is',
    file: 'OtpFunctions.Core/Storage/StateUpdater.cs',
    find: 'reading.Forget();',
    replace: 'await reading;',
    tests: ['Http/Fresns/RoundTripTests.Who_is_not_signed_in'],
  },
  {
    name: 'fresns-flood-reads-neither',
    guards: 'a flood is refused by Fresns before an address is looked up with its recipient',
    file: 'OtpFunctions.Core/Directory/RecipientFinder.cs',
    find: 'if (asking.IsCompletedSuccessfully && !(await asking).Succeeded)',
    replace: 'if (purpose < 0)',
    tests: ['Http/FloodTests'],
  },
  {
    name: 'claims-are-not-purged',
    guards: 'purging leaves claims, which lie beside recipients',
    file: 'OtpFunctions.Core/Storage/ClaimRow.cs',
    find: '["ClaimedAt"] = claim.ClaimedAt,',
    replace: '["ClaimedAt"] = claim.ClaimedAt, [ExpiredRows.PurgeAfterColumn] = claim.ClaimedAt,',
    tests: ['Purging/PurgerTests'],
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
