'use strict';
const { Problem } = require('../../dev/messages');
const { emulatorAccount } = require('../../dev/settings');
const { StorageProxy, named } = require('../proxy');
const { load } = require('../load');
const { onlyIdPlan } = require('../onlyid');
const { createClient, startService } = require('../service');
const { request } = require('../../dev/http');

const SHARED = 'GET applications';
const READ_BOTH = [SHARED, 'GET recipients'];
const SEND = [...READ_BOTH, 'POST recipients'];
const VERIFY = [...READ_BOTH, 'PUT recipients'];

// Of the signature and of the connection, which are the generator's own; all else costs the storage the same.
const NOT_REPLAYED = new Set(['authorization', 'x-ms-date', 'host', 'connection', 'content-length', 'content-type',
  'transfer-encoding']);

/**
 * What the service asks of its storage for a code sent and verified, as it was seen asking it, in the terms of
 * OtpFunctions.Benchmarks/Load/ReplayPlan.cs: two reads side by side and a write, twice.
 * @param {object} load how many pairs at a time (`concurrency`), and of how many of them (`count`) the requests are counted
 * @returns {Promise<object>} `alone`: the requests of a pair that is alone; `shared`: those of one of many at a time, of
 * which several share a read of their application (docs/decisions/0017); `requests`: how many these are
 */
async function ceilingOf(session, { storagePort, environmentOf, concurrency, count }) {
  const proxy = await StorageProxy.start({ port: storagePort });
  try {
    const environment = environmentOf(proxy.port);
    const app = await startService(session, environment);
    const client = await createClient(app.url, environment);
    const steps = await observe(proxy, app.url, client);
    const { calls } = await proxy.record(
      () => load(session, { plan: onlyIdPlan(app.url, client), concurrency, warmUp: 0, count }));
    app.child.kill();
    await app.ended;
    const share = calls.filter(isShared).length / count / steps.flat().filter(isShared).length;
    const alone = planOf(steps, storagePort, () => 1);
    const shared = planOf(steps, storagePort, (call) => (isShared(call) ? share : 1));
    return { alone, shared, requests: calls.length / count };
  } finally {
    proxy.close();
  }
}

/** The second pair of an instance: tables, client and the day's budget are there. */
async function observe(proxy, url, { clientId, clientSecret }) {
  const post = async (path, body) => (await request('POST', `${url}/api/open/${path}`, { body })).json;
  const send = (recipient) => post('send-otp', { recipient, clientId, clientSecret });
  await send('first@example.com');
  const sent = await proxy.record(() => send('second@example.com'));
  const { code } = sent.result;
  const verified = await proxy.record(
    () => post('verify-otp', { recipient: 'second@example.com', clientId, clientSecret, code }));
  return [stepsOf(sent.calls, SEND), stepsOf(verified.calls, VERIFY)].flat();
}

function stepsOf(calls, expected) {
  const seen = calls.toSorted((left, right) => named(left).localeCompare(named(right)));
  if (seen.map(named).join() !== expected.join()) {
    throw new Problem(`the service asked for ${seen.map(named)} instead of ${expected}`);
  }
  return [seen.slice(0, -1), seen.slice(-1)];
}

const isShared = (call) => named(call) === SHARED;

function planOf(steps, storagePort, shareOf) {
  const { key } = /PartitionKey='(?<key>[^']+)'/.exec(steps[0][1].path).groups;
  const { name, key: accountKey } = emulatorAccount;
  const call = (seen) => ({
    method: seen.method,
    url: `http://127.0.0.1:${storagePort}/${name}${seen.path.replaceAll(key, '{key}')}`,
    headers: headersOf(seen.headers),
    status: seen.status,
    body: seen.body.length === 0 ? undefined : seen.body.toString().replaceAll(key, '{key}'),
    share: shareOf(seen),
  });
  return { account: name, accountKey, keyLength: key.length, steps: steps.map((step) => step.map(call)) };
}

const headersOf = (headers) => Object.fromEntries(Object.entries(headers)
  .filter(([name]) => !NOT_REPLAYED.has(name))
  .map(([name, value]) => [name, name === 'if-match' ? '{etag}' : value]));

module.exports = { ceilingOf };
