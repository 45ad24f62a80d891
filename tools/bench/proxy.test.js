'use strict';
const assert = require('node:assert/strict');
const http = require('node:http');
const { once } = require('node:events');
const { test } = require('node:test');
const { request } = require('../dev/http');
const { StorageProxy, depth, named } = require('./proxy');

const call = (began, ended) => ({ began, ended });

test('calls beside each other are one step, and one that waits for them is the next', () => {
  assert.equal(depth([]), 0);
  assert.equal(depth([call(0, 50), call(1, 51), call(2, 49)]), 1);
  assert.equal(depth([call(0, 50), call(1, 51), call(52, 100)]), 2);
  assert.equal(depth([call(0, 50), call(50, 100), call(101, 150)]), 3);
});

test('a long call beside two that follow each other adds nothing', () => {
  assert.equal(depth([call(0, 200), call(1, 50), call(51, 100)]), 2);
});

test('a call is named by its method and its table', () => {
  assert.equal(named({ method: 'GET', path: "/otprecipients(PartitionKey='a',RowKey='state')" }), 'GET recipients');
  assert.equal(named({ method: 'POST', path: '/otpwindows' }), 'POST windows');
  assert.equal(named({ method: 'POST', path: '/Tables' }), 'POST Tables');
});

async function behindProxy(delay, run) {
  const seen = [];
  const server = http.createServer(async (asked, answer) => {
    const body = Buffer.concat(await asked.toArray()).toString();
    seen.push([asked.method, asked.url, asked.headers['x-one'], body]);
    answer.writeHead(asked.url.endsWith('missing') ? 404 : 200, { ETag: 'W/"1"' }).end('{"a":1}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const proxy = await StorageProxy.start({ port: server.address().port, delay });
  try {
    await run(proxy, `http://127.0.0.1:${proxy.port}`, seen);
  } finally {
    proxy.close();
    server.closeAllConnections();
    server.close();
  }
}

test('a request and its answer pass as they are', () => behindProxy(0, async (proxy, url, seen) => {
  const answer = await request('PUT', `${url}/account/otprows`, { body: { b: 2 }, headers: { 'X-One': 'two' } });
  const missing = await request('GET', `${url}/account/missing`);

  assert.deepEqual(seen[0], ['PUT', '/account/otprows', 'two', '{"b":2}']);
  assert.deepEqual([answer.status, answer.json, missing.status], [200, { a: 1 }, 404]);
}));

test('what passes is recorded while it is asked for, and batches are not', () => behindProxy(20, async (proxy, url) => {
  await request('GET', `${url}/account/before`);
  const { calls, result, milliseconds } = await proxy.record(async () => {
    await Promise.all(['one', 'two'].map((name) => request('GET', `${url}/account/${name}`)));
    await request('POST', `${url}/account/$batch`, { body: {} });
    return request('POST', `${url}/account/three`, { body: { c: 3 } });
  });

  assert.deepEqual(calls.map(({ method, path }) => `${method} ${path}`).sort(), ['GET /one', 'GET /two', 'POST /three']);
  assert.equal(depth(calls), 2);
  assert.equal(result.status, 200);
  assert.equal(calls.at(-1).body.toString(), '{"c":3}');
  assert.ok(milliseconds >= 55, `${milliseconds} ms for three delays of 20`);
}));

test("a call's query is recorded, and the purge's is not", () => behindProxy(0, async (proxy, url) => {
  const query = (filter) => request('GET', `${url}/account/otpusers()?$format=json&$filter=${encodeURIComponent(filter)}`);
  const { calls } = await proxy.record(async () => {
    await query("PartitionKey ge 'a' and PartitionKey lt 'b' and PurgeAfter le datetime'2026-11-22T00:00:00Z'");
    await query("PartitionKey eq 'a' and (RowKey eq 'session-0' or RowKey eq 'user')");
  });

  assert.deepEqual(calls.map(named), ['GET users']);
  assert.match(calls[0].path, /session-0/);
}));

test('a share of a budget is recorded where the call waited for it', () => behindProxy(0, async (proxy, url) => {
  const row = (key, state) => ({ PartitionKey: key, RowKey: 'state', State: Buffer.from(state).toString('base64') });
  await request('POST', `${url}/account/otpwindows`, { body: row('budget', '{"taken":50}') });
  await request('POST', `${url}/account/otpwindows`, { body: row('network', '{"times":[1]}') });
  proxy.budgetDelay = 100;
  const read = (key) => request('GET', `${url}/account/otpwindows(PartitionKey='${key}',RowKey='state')`);

  const waited = await proxy.record(() => Promise.all([read('network'), read('budget')]));
  let behind;
  const ahead = await proxy.record(async () => {
    behind = read('budget');
    await read('network');
  });
  await behind;

  assert.deepEqual(waited.calls.map(named), ['GET windows', 'GET windows']);
  assert.deepEqual(ahead.calls.map(({ path }) => path), ["/otpwindows(PartitionKey='network',RowKey='state')"]);
}));

test('a storage that is not there is an answer that does not come', async () => {
  const proxy = await StorageProxy.start({ port: 1 });
  await assert.rejects(request('GET', `http://127.0.0.1:${proxy.port}/account/a`));
  proxy.close();
});
