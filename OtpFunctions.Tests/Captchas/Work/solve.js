'use strict';
// What a page does with a challenge: node solve.js CHALLENGE DIFFICULTY writes the solution.
const path = require('node:path');
const { solve } = require(path.join(__dirname, '..', '..', '..', 'docs', 'pow', 'solver.js'));

const [challenge, difficulty] = process.argv.slice(2);
solve(challenge, { difficulty: Number(difficulty) }).then((solution) => process.stdout.write(solution));
