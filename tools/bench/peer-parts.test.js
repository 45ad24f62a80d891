'use strict';
const assert = require('node:assert/strict');
const http = require('node:http');
const { test } = require('node:test');
const { Problem } = require('../dev/messages');
const { judge } = require('./peer.bench');
const { checkPeer, peerPlan } = require('./peer/peer');
const { Report } = require('./report');

/** A server that answers each request with the next status. */
async function answering(statuses, use) {
  const server = http.createServer((request, answer) => {
    answer.writeHead(statuses.shift(), { 'Content-Type': 'application/json' }).end('{}');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.close();
  }
}

test('a peer that refuses a wrong code and a used one is measured', () =>
  answering([200, 400, 200, 400], (url) => assert.doesNotReject(checkPeer(url))));

test('a peer that takes any code, or one twice, is not', async () => {
  for (const statuses of [[200, 200, 200, 200], [200, 400, 200, 200], [500, 400, 400, 400]]) {
    await answering(statuses, (url) => assert.rejects(checkPeer(url), Problem));
  }
});

test('the address of the send is the one that has to come back', () => {
  const { send, verify } = peerPlan('http://127.0.0.1:1');

  assert.equal(send.body.email, '{address}');
  assert.deepEqual(verify.expect, { status: 'true', 'user.email': '{address}' });
});

test('pairs, latency and memory are judged, the memory of the storage is shown beside', () => {
  const lines = [];
  const report = new Report('peer', { closed: false }, (text) => lines.push(text));
  const side = (perSecond, p99Ms, ...bytes) => [{
    operations: 10, perSecond, latency: { p50Ms: 1, p95Ms: 2, p99Ms },
    processes: bytes.map((meanRssBytes) => ({ cpuSeconds: 1, meanRssBytes })),
  }];
  judge(report, side(300, 9, 100e6, 500e6), side(100, 10, 90e6));
  report.close();
  const said = lines.join('\n');

  assert.match(said, /pairs a second, to better-auth \S+ +at least 2 x +3 x +met/);
  assert.match(said, /the 99th of 100 pairs, to better-auth \S+ +at most 1 x +0\.900 x +met/);
  assert.match(said, /memory under load, Azurite aside, to better-auth \S+ +at most 1 x +1\.11 x +MISSED/);
  assert.match(said, /Azurite: MB resident, mean +500 /);
});
