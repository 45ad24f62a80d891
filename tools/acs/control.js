'use strict';
const { readJson } = require('./body');
const { Refusal } = require('./refusal');

const DONE = { status: 204 };

/** The routes by which a test tells what goes wrong and asks what was sent. The service has none of them. */
function control(emulator, request, url, body) {
  const routes = {
    '/control/faults': {
      GET: () => ({ status: 200, body: emulator.faults }),
      PUT: () => emulator.setFaults(readJson(request, body)) ?? DONE,
      POST: () => emulator.addFaults(readJson(request, body)) ?? DONE,
      DELETE: () => emulator.setFaults([]) ?? DONE,
    },
    '/control/messages': {
      GET: () => ({ status: 200, body: emulator.messagesTo(url.searchParams.get('to') ?? undefined) }),
      DELETE: () => emulator.clear() ?? DONE,
    },
  };
  const methods = routes[url.pathname];
  if (!methods) {
    throw new Refusal(404);
  }
  if (!Object.hasOwn(methods, request.method)) {
    throw new Refusal(405, { headers: { Allow: Object.keys(methods).join(', ') } });
  }
  return methods[request.method]();
}

module.exports = { control };
