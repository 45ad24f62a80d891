'use strict';
const { invalid } = require('./refusal');

// What a JSON value may be. Each shape is a function of the value and its path; it throws a refusal that names the path.

const text = ({ min = 0, max = Infinity, pattern, what = 'text' } = {}) => (value, path) => {
  must(typeof value === 'string', `${path} is text`);
  must(value.length >= min && value.length <= max, `${path} has ${min} to ${max} characters`);
  must(!pattern || pattern.test(value), `${path} is ${what}`);
};

const flag = (value, path) => must(typeof value === 'boolean', `${path} is true or false`);

const number = ({ min, max }) => (value, path) =>
  must(Number.isInteger(value) && value >= min && value <= max, `${path} is a whole number, ${min} to ${max}`);

const oneOf = (...values) => (value, path) => must(values.includes(value), `${path} is one of ${values.join(', ')}`);

const list = (item, { min = 0, max = Infinity } = {}) => (value, path) => {
  must(Array.isArray(value), `${path} is a list`);
  must(value.length >= min && value.length <= max, `${path} has ${min} to ${max} items`);
  value.forEach((one, index) => item(one, `${path}[${index}]`));
};

const texts = (value, path) => {
  requireObject(value, path);
  Object.values(value).forEach((one) => text({ min: 1 })(one, `a value of ${path}`));
};

/** An object with these fields and no other; a field whose name ends with '?' may be missing, and none may be null. */
const object = (fields) => {
  const shapes = new Map(Object.entries(fields).map(([name, shape]) => [name.replace('?', ''), shape]));
  const required = Object.keys(fields).filter((name) => !name.endsWith('?'));
  return (value, path) => {
    requireObject(value, path);
    const named = (name) => (path === '' ? name : `${path}.${name}`);
    required.forEach((name) => must(Object.hasOwn(value, name), `${named(name)} is missing`));
    for (const [name, one] of Object.entries(value)) {
      must(shapes.has(name), `${path === '' ? 'the body' : path} has a field that the service does not know`);
      shapes.get(name)(one, named(name));
    }
  };
};

function requireObject(value, path) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  must(isObject, `${path === '' ? 'the body' : path} is an object`);
}

function must(holds, rule) {
  if (!holds) {
    throw invalid(`Not kept: ${rule}.`);
  }
}

module.exports = { flag, list, number, object, oneOf, text, texts };
