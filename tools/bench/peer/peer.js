'use strict';
const path = require('node:path');
const { request } = require('../../dev/http');
const { Problem } = require('../../dev/messages');
const { listening, startServer } = require('../../dev/service');

// More than the pairs of any run: users that are there need not be made.
const USERS = 40_000;
const NODE = path.join(__dirname, '..', 'node_modules', 'node', 'bin', 'node');
const CODE = '123456';

/** better-auth on a Node of its own: its SQLite needs a newer one than ./dev does. */
async function startPeer(session, users = USERS) {
  const peer = await listening(startServer(session, 'better-auth',
    [NODE, path.join(__dirname, 'server.js'), '--users', String(users)]));
  return { ...peer, url: `http://127.0.0.1:${peer.port}`, pid: peer.child.pid };
}

/** An address verified by a code, in the terms of OtpFunctions.Benchmarks/Load/PairPlan.cs. */
function peerPlan(url) {
  return {
    address: 'u{number}@example.com',
    send: {
      url: `${url}/api/auth/email-otp/send-verification-otp`,
      body: { email: '{address}', type: 'email-verification' },
      expect: { success: 'true' },
    },
    // The code is always the same: what hands it over would be a cost that the peer does not have.
    code: { field: 'success' },
    verify: {
      url: `${url}/api/auth/email-otp/verify-email`,
      body: { email: '{address}', otp: CODE },
      expect: { status: 'true', 'user.email': '{address}' },
    },
  };
}

/** A peer that took any code, or one twice, would be fast for nothing. */
async function checkPeer(url) {
  // Like a browser, fetch says where it comes from.
  const headers = { Origin: url };
  const post = async (way, body) => (await request('POST', `${url}/api/auth/email-otp/${way}`, { headers, body })).status;
  const verify = (otp) => post('verify-email', { email: 'u0@example.com', otp });
  const seen = [
    await post('send-verification-otp', { email: 'u0@example.com', type: 'email-verification' }),
    await verify('654321'), await verify(CODE), await verify(CODE),
  ];
  if (seen.join() !== '200,400,200,400') {
    throw new Problem(`better-auth answered a send, a wrong code, the right one and that again with ${seen}`);
  }
}

module.exports = { NODE, checkPeer, peerPlan, startPeer };
