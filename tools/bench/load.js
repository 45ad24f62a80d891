'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { dotnet, result } = require('./workers');

/**
 * Puts a load on a server with OtpFunctions.Benchmarks/Load. A request that fails or is answered wrongly is a Problem:
 * nothing was measured then.
 * @param {object} load `plan` (a code sent and verified: PairPlan.cs), `replay` (requests to the storage: ReplayPlan.cs) or
 * `url` (the same GET); `concurrency`; `warmUp` in seconds; `seconds` or `count`; `pids` of processes to be watched meanwhile
 * @returns {Promise<object>} OtpFunctions.Benchmarks/Load/LoadResult.cs
 */
function load(session, { plan, replay, url, concurrency, warmUp, seconds, count, pids = [] }) {
  const what = url === undefined
    ? [plan === undefined ? 'replay' : 'pair', '--plan', written(session, plan ?? replay)]
    : ['get', '--url', url];
  const long = count === undefined ? ['--seconds', String(seconds)] : ['--count', String(count)];
  const watched = pids.length === 0 ? [] : ['--pids', pids.join(',')];
  return result(session, dotnet('load', '--scenario', ...what,
    '--concurrency', String(concurrency), '--warm-up', String(warmUp), ...long, ...watched));
}

function written(session, plan) {
  const file = path.join(session.temporaryFolder(), 'plan.json');
  fs.writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
  return file;
}

module.exports = { load };
