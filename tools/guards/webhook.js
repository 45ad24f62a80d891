'use strict';

const RECEIVER = 'docs/webhook/receiver.js';

module.exports = [
  {
    name: 'fixed-time-webhook',
    guards: "the webhook's example of a receiver compares signatures in constant time",
    file: RECEIVER,
    find: 'timingSafeEqual(given, expected);',
    replace: 'given.equals(expected);',
    tests: ['tools/webhook.test.js'],
  },
  {
    name: 'webhook-window',
    guards: 'it refuses what was signed too long ago',
    file: RECEIVER,
    find: '> WINDOW_SECONDS',
    replace: '> 2 * WINDOW_SECONDS',
    tests: ['tools/webhook.test.js'],
  },
  {
    name: 'webhook-once',
    guards: 'it sends a message once, however often it comes',
    file: RECEIVER,
    find: 'if (!this.#seen.has(messageId)) {',
    replace: 'if (messageId) {',
    tests: ['tools/webhook.test.js'],
  },
];
