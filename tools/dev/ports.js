'use strict';
const net = require('node:net');
const { Problem } = require('./messages');

const LOOPBACKS = ['127.0.0.1', '::1'];

/** Says which port is taken and, where an option allows it, how to take another; whose it is is the user's business. */
async function checkPort(port, { what, option }) {
  for (const host of LOOPBACKS) {
    if (await answers(host, port) || await isBound(host, port)) {
      const advice = option ? `Stop that process, or take another port: ${option} N` : 'Stop that process.';
      throw new Problem(`Port ${port}, meant for ${what}, is taken by another process. ${advice}`);
    }
  }
}

/** A listener on all addresses does not keep macOS from binding one of them, so a bind alone does not tell. */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 1000 });
    const settle = (answer) => { socket.destroy(); resolve(answer); };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}

function isBound(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    // Other errors, such as a machine without IPv6, do not mean that somebody is there.
    server.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(false)));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

module.exports = { checkPort, freePort };
