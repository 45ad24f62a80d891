'use strict';
const { goalTable, judge } = require('./goals');
const { Problem, say } = require('../dev/messages');
const { spreads, table } = require('./table');

/**
 * What one bench found, shown as it comes. A goal that is missed is a finding and no error; a part that could not be
 * measured is one: nothing is known then, and that must not look like success.
 */
class Report {
  #verdicts = [];
  #notRun = [];

  #session;

  constructor(name, session, print = say) {
    this.name = name;
    this.#session = session;
    this.note = print;
  }

  get exitCode() {
    return this.#notRun.length === 0 ? 0 : 1;
  }

  /** Runs one part; another part's failure to run does not keep it from running. */
  async part(title, run) {
    this.note(`\n--- ${this.name}: ${title}`);
    try {
      await run();
    } catch (error) {
      if (this.#session.closed) {
        throw error;
      }
      this.#notRun.push(`${title}: ${error.message.split('\n')[0]}`);
      this.note(`NOT RUN: ${error instanceof Problem ? error.message : error.stack}`);
    }
  }

  spreads(rows) {
    this.note(`\n${spreads(rows)}`);
  }

  table(heads, rows) {
    this.note(`\n${table(heads, rows)}`);
  }

  goal(goal) {
    this.#verdicts.push(judge(goal));
  }

  /** The goals of all parts, and what is not known. */
  close() {
    this.note(`\n--- ${this.name}: goals`);
    if (this.#verdicts.length > 0) {
      this.note(goalTable(this.#verdicts));
    }
    this.#notRun.forEach((part) => this.note(`NOT RUN: ${part}`));
  }
}

module.exports = { Report };
