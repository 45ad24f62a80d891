'use strict';

/** A code sent by the OnlyID API and verified, in the terms of OtpFunctions.Benchmarks/Load/PairPlan.cs. */
function onlyIdPlan(url, { clientId, clientSecret }) {
  const caller = { recipient: '{address}', clientId, clientSecret };
  return {
    address: 'u{id}@example.com',
    send: { url: `${url}/api/open/send-otp`, body: caller, expect: { recipient: '{address}', code: '*' } },
    code: { field: 'code' },
    verify: {
      url: `${url}/api/open/verify-otp`, body: { ...caller, code: '{code}' }, expect: { result: 'success' },
    },
  };
}

module.exports = { onlyIdPlan };
