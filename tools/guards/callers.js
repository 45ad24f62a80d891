'use strict';

const ADMISSION = 'OtpFunctions.Core/Directory/CallerAdmission.cs';
const DIRECTORY = 'OtpFunctions.Core/Directory/CallerDirectory.cs';
const PASSES = 'OtpFunctions.Core/Directory/CallerPasses.cs';

module.exports = [
  {
    name: 'caller-permission',
    guards: 'a caller of Starlight needs the permission',
    file: ADMISSION,
    find: 'if (!caller.Value.Value.May(permission))',
    replace: 'if (permission.Length == 0)',
    tests: ['Directory/CallerAdmissionTests'],
  },
  {
    name: 'caller-after-network',
    guards: 'what a network asks too often is refused before the caller is judged',
    file: ADMISSION,
    find: 'var read = await _windows.ReadAsync(network, cancellation);',
    replace: 'if ((await _callers.AuthenticateAsync(token, cancellation)).Failure is { } unknown) return unknown;'
      + ' var read = await _windows.ReadAsync(network, cancellation);',
    tests: ['Http/Starlight/NetworkTests'],
  },
  {
    name: 'pass-of-what-is-written',
    guards: 'a pass counts if it stood in the row on which the call was written, not before',
    file: ADMISSION,
    find: 'if (!counted.Succeeded || counted.Value.Vouches(pass))',
    replace: 'if (!counted.Succeeded || read.State.Vouches(pass))',
    tests: ['Model/CallerPassTests'],
  },
  {
    name: 'pass-withdrawn',
    guards: 'a change of a caller withdraws its passes',
    file: DIRECTORY,
    find: 'return changed.Succeeded && await _passes.WithdrawAsync(changed.Value, cancellation) is { } left ? left : changed;',
    replace: 'return _passes is null ? new Failure(FailureCode.Contended) : changed;',
    tests: ['Directory/CallerAdmissionTests', 'Model/CallerPassTests'],
  },
  {
    name: 'pass-withdrawn-on-its-way',
    guards: 'a change of a caller rewrites the rows of its networks though no pass stands there: one may be on its way',
    file: PASSES,
    find: '(calls, _, _) => new(calls.VouchForNobody(), calls)',
    replace: '(calls, _, _) => new(calls.Passes is null ? null : calls.VouchForNobody(), calls)',
    tests: ['Model/CallerPassTests'],
  },
  {
    name: 'pass-deleted-last',
    guards: 'a caller that is deleted is closed before the row goes that names its networks',
    file: DIRECTORY,
    find: 'var closed = await ChangeAsync(id, caller => caller.With(permissions: [], secretHash: ""), cancellation);',
    replace: 'var closed = await FindAsync(id, cancellation);',
    tests: ['Model/CallerPassTests'],
  },
  {
    name: 'pass-of-known-version',
    guards: 'a pass is written on a version of the row known before its caller was found unchanged',
    file: PASSES,
    find: '                    row,\n',
    replace: '                    await networks.ReadAsync(network, cancellation),\n',
    also: [{ find: '            var row = await networks.ReadAsync(network, cancellation);\n', replace: '' }],
    tests: ['Model/CallerPassTests'],
  },
  {
    name: 'pass-of-unchanged-caller',
    guards: 'a pass is made only for a caller who is unchanged and whose row names the network',
    file: PASSES,
    find: '&& await callers.TryReplaceAsync(named, caller.Version, cancellation))',
    replace: '&& (await callers.TryReplaceAsync(named, caller.Version, cancellation) || named is not null))',
    tests: ['Model/CallerPassTests'],
  },
  {
    name: 'pass-permission',
    guards: 'a pass is for one permission',
    file: PASSES,
    find: '$"{permission}\\n{token}"',
    replace: '$"{permission[..0]}\\n{token}"',
    tests: ['Directory/CallerAdmissionTests'],
  },
  {
    name: 'pass-age',
    guards: 'a pass ends',
    file: 'OtpFunctions.Core/Limits/CallTimes.cs',
    find: 'Passes is null || Array.TrueForAll(Passes, pass => now < pass.Until) ? Passes',
    replace: 'Passes is null || now > 0 ? Passes',
    tests: ['Directory/CallerAdmissionTests'],
  },
  {
    name: 'pass-network-named',
    guards: "a caller's row names a network for longer than its pass is good",
    file: PASSES,
    find: '2 * Lifetime',
    replace: '0.5 * Lifetime',
    tests: ['Directory/CallerAdmissionTests'],
  },
];
