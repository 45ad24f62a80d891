'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { dotnet, result } = require('./workers');

// Each run has a generator of its own, which is not there long enough for its code to be profiled and compiled again.
const GENERATOR = { ...process.env, DOTNET_TieredPGO: '0' };

/**
 * Puts a load on a server with OtpFunctions.Benchmarks/Load. A request that fails or is answered wrongly is a Problem:
 * nothing was measured then.
 * @param {object} load what: `plan`, a code sent and verified (PairPlan.cs), or `plans`, the same at several servers in
 * turn, or `replay`, requests to the storage (ReplayPlan.cs), or `url`, the same GET; `concurrency`; `warmUp` in seconds;
 * `seconds` or `count`; `pids` of processes to be watched meanwhile
 * @returns {Promise<object>} OtpFunctions.Benchmarks/Load/LoadResult.cs
 */
function load(session, { plan, plans = plan && [plan], replay, url, concurrency, warmUp, seconds, count, pids = [] }) {
  const what = url === undefined
    ? [plans === undefined ? 'replay' : 'pair', '--plan', written(session, plans ?? replay)]
    : ['get', '--url', url];
  const long = count === undefined ? ['--seconds', String(seconds)] : ['--count', String(count)];
  const watched = pids.length === 0 ? [] : ['--pids', pids.join(',')];
  return result(session, dotnet('load', '--scenario', ...what,
    '--concurrency', String(concurrency), '--warm-up', String(warmUp), ...long, ...watched), { env: GENERATOR });
}

function written(session, plan) {
  const file = path.join(session.temporaryFolder(), 'plan.json');
  fs.writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
  return file;
}

module.exports = { load };
