'use strict';
const { Problem } = require('./messages');

const TESTS = 'OtpFunctions.Tests';
const [BEGIN, END] = ['<!-- ./dev guards --markdown writes from here -->', '<!-- to here -->'];

const count = (text, part) => text.split(part).length - 1;

/** The text of the file with the guard broken. What is not there exactly once is an error: the list follows the code. */
function broken(guard, text) {
  return [guard, ...(guard.also ?? [])].reduce((changed, { find, replace }) => {
    const times = count(changed, find);
    if (times !== 1) {
      throw new Problem(`'${guard.name}': ${guard.file} has ${times} times: ${find}`);
    }
    return changed.replace(find, () => replace);
  }, text);
}

const isOfNode = (tests) => tests.endsWith('.test.js');

/** The file of a test class, and how the names of the tests that are meant begin; of a file for Node itself. */
function classOf(tests) {
  if (isOfNode(tests)) {
    return { file: tests, name: '', method: '' };
  }
  const [name, method = ''] = tests.split('.');
  return { file: `${TESTS}/${name}.cs`, name: name.split('/').at(-1), method };
}

/** For dotnet test: a class by its full name, whose namespace is its folder. */
function filterOf(tests) {
  const [name, method = ''] = tests.split('.');
  return `FullyQualifiedName~${TESTS}.${name.replaceAll('/', '.')}.${method}`;
}

/** What is built of the file, or undefined. */
const projectOf = (file) => (file.endsWith('.cs') ? file.split('/')[0] : undefined);

/** @param {{guard: object, test: string | undefined}[]} found */
function rows(found) {
  const line = ({ guard, test }) => `| ${guard.guards} | \`${withoutArguments(test)}\` |`;
  return ['| guard | broken, this fails |', '|---|---|', ...found.map(line)].join('\n');
}

const withoutArguments = (test) => (test ?? 'nothing').split('(')[0];

const table = {
  /** The page with the table between its markers. */
  into(page, found) {
    const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
    if (from < 0 || to < from) {
      throw new Problem(`the page lacks the lines ${BEGIN} and ${END}`);
    }
    return `${page.slice(0, from + BEGIN.length)}\n\n${rows(found)}\n\n${page.slice(to)}`;
  },
};

module.exports = { broken, classOf, filterOf, isOfNode, projectOf, table };
