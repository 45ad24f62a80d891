// Runs a program that ends with its parent: node with-parent.js PROGRAM ARGUMENT...
// When standard input closes, because the parent closed it or died in any way, the program gets SIGINT and, if that
// does not end it, SIGKILL. This process exits with the program's own code.
"use strict";

const { spawn } = require("node:child_process");

const patienceMilliseconds = 25000;
const [program, ...programArguments] = process.argv.slice(2);
const child = spawn(program, programArguments, { stdio: ["ignore", "inherit", "inherit"] });
child.on("error", (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 128));

function end() {
  child.kill("SIGINT");
  setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds).unref();
}

process.on("SIGINT", end).on("SIGTERM", end);
process.stdin.on("end", end).on("error", end).resume();
