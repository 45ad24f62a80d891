'use strict';

const MICROSECONDS = 1e6;

/** By processor time: on a busy machine a compiler needs longer by the clock. */
function warmUp(cpuSeconds, operation) {
  const before = process.cpuUsage();
  while (cpuSince(before) < cpuSeconds) {
    operation();
  }
}

/** Of all threads of the process. */
function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROSECONDS;
}

/**
 * One operation over and over: for peers what OtpFunctions.Benchmarks/Measuring/Loop.cs is for this service.
 * @param {number} seconds for how long; the operation under way is finished
 * @param {() => number} operation answers how many bytes it made
 */
function loop(seconds, operation) {
  let [operations, bytes, mostBytes] = [0, 0, 0];
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  let elapsed;
  do {
    const made = operation();
    operations += 1;
    bytes += made;
    mostBytes = Math.max(mostBytes, made);
    elapsed = (performance.now() - began) / 1000;
  } while (elapsed < seconds);
  const cpuSeconds = cpuSince(cpuBefore);
  return { operations, wallSeconds: elapsed, cpuSeconds, meanBytes: bytes / operations, mostBytes };
}

module.exports = { loop, warmUp };
