'use strict';
const { all } = require('./template');

const KNOWN = new Set([
  'allowed', 'description', 'maxLength', 'maxValue', 'minLength', 'minValue', 'secure',
  'empty', 'guid', 'subscription', 'subscriptionResourceId', 'toLower', 'union', 'uniqueString',
]);

/** What does not parse, and tabs. */
function syntaxFaults({ text, root }) {
  const wrong = [];
  (function look(node) {
    if (node.isError || node.isMissing) {
      wrong.push(`line ${node.startPosition.row + 1}: ${node.isMissing ? `no ${node.type}` : 'cannot be read'}`);
    }
    node.children.forEach(look);
  })(root);
  return text.includes('\t') ? [...wrong, 'a tab'] : wrong;
}

/** Names that nothing declares, names declared twice, and parameters and variables that nothing uses. */
function nameFaults({ root, params, vars, resources, modules }) {
  const declared = [...params, ...vars, ...resources, ...modules].map(({ name }) => name);
  const used = all(root, 'identifier').filter((node) => !isDeclared(node)).map((node) => node.text);
  const loops = all(root, 'for_statement').map((node) => node.namedChildren[0].text);
  return [
    ...declared.filter((name, index) => declared.indexOf(name) !== index).map((name) => `${name} is declared twice`),
    ...used.filter((name) => ![...declared, ...loops].includes(name) && !KNOWN.has(name)).map((name) => `${name} is unknown`),
    ...[...params, ...vars].filter(({ name }) => !used.includes(name)).map(({ name }) => `${name} is not used`),
  ];
}

function isDeclared(node) {
  return node.parent.type === 'object_property'
    ? node.parent.namedChildren[0].equals(node)
    : node.parent.type.endsWith('_declaration') && node.parent.namedChildren[0].equals(node);
}

/** Modules that are not there, parameters that are missing or unknown, outputs that are not there. */
function moduleFaults(templates) {
  return Object.entries(templates).flatMap(([file, { root, modules }]) => modules.flatMap((module) => {
    const target = templates[module.file];
    if (!target) {
      return [`${file}: there is no ${module.file}`];
    }
    const passed = Object.keys(module.passed);
    return [
      ...target.params.filter(({ name, hasDefault }) => !hasDefault && !passed.includes(name))
        .map(({ name }) => `${file}: ${module.name} lacks ${name}`),
      ...passed.filter((name) => !target.params.some((param) => param.name === name))
        .map((name) => `${file}: ${module.name} has no parameter ${name}`),
      ...outputsOf(root, module.name).filter((name) => !target.outputs.some((output) => output.name === name))
        .map((name) => `${file}: ${module.name} has no output ${name}`),
    ];
  }));
}

function outputsOf(root, module) {
  const names = all(root, 'member_expression').map((node) => node.text.match(/(?:^|\W)(\w+)\.outputs\.(\w+)$/));
  return names.filter((match) => match?.[1] === module).map((match) => match[2]);
}

/** What azd passes that main.bicep does not take, and what it takes and must be passed. */
function parameterFaults({ params }, passed) {
  const names = params.map(({ name }) => name);
  return [
    ...Object.keys(passed).filter((name) => !names.includes(name)).map((name) => `there is no parameter ${name}`),
    ...params.filter(({ name, hasDefault }) => !hasDefault && !passed[name]).map(({ name }) => `${name} is not passed`),
    ...params.filter(({ name, isSecure }) => isSecure && !/^\$\{\w+=\}$/.test(passed[name]?.value))
      .map(({ name }) => `${name} is not taken from the environment alone`),
  ];
}

module.exports = { moduleFaults, nameFaults, parameterFaults, syntaxFaults };
