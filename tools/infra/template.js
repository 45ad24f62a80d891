'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Language, Parser } = require('web-tree-sitter');

const INFRA = path.join(__dirname, '..', '..', 'infra');
let parser;

/** The texts of every Bicep file, by its path from infra/. */
function readFolder() {
  const modules = fs.readdirSync(path.join(INFRA, 'modules')).map((file) => `modules/${file}`);
  return Object.fromEntries(['main.bicep', ...modules].map((file) =>
    [file, fs.readFileSync(path.join(INFRA, file), 'utf8')]));
}

/** The parameters that azd passes, as the file has them. */
function readParameters() {
  return JSON.parse(fs.readFileSync(path.join(INFRA, 'main.parameters.json'), 'utf8')).parameters;
}

/** What the texts declare, by file. The grammar is that of tree-sitter, which knows no types: this is no compiler. */
async function parseFolder(texts) {
  if (!parser) {
    await Parser.init();
    parser = new Parser();
    parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
  }
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, describe(parser.parse(text).rootNode, text)]));
}

function describe(root, text) {
  const template = { text, root, params: [], vars: [], resources: [], modules: [], outputs: [] };
  let decorators = [];
  for (const node of root.namedChildren) {
    if (node.type === 'decorators') {
      decorators = all(node, 'call_expression').map((call) => call.namedChildren[0].text);
      continue;
    }
    declare(template, node, decorators);
    decorators = [];
  }
  return template;
}

function declare(template, node, decorators) {
  const [name, second, third] = node.namedChildren;
  switch (node.type) {
    case 'parameter_declaration':
      template.params.push({ name: name.text, isSecure: decorators.includes('secure'), hasDefault: Boolean(third) });
      break;
    case 'variable_declaration':
      template.vars.push({ name: name.text, value: second });
      break;
    case 'resource_declaration': {
      const [type, version] = literal(second).split('@');
      const isExisting = node.children.some((child) => child.type === 'existing');
      template.resources.push({ name: name.text, type, version, isExisting, node });
      break;
    }
    case 'module_declaration': {
      const params = property(node, 'params')?.namedChildren ?? [];
      const passed = Object.fromEntries(params.map((pair) => [pair.namedChildren[0].text, pair.namedChildren[1]]));
      template.modules.push({ name: name.text, file: literal(second), passed });
      break;
    }
    case 'output_declaration':
      template.outputs.push({ name: name.text, value: third });
      break;
  }
}

/** Every node of a type below this one. */
function all(node, type) {
  return [...(node.type === type ? [node] : []), ...node.namedChildren.flatMap((child) => all(child, type))];
}

/** The value of the first property of this name, at any depth. */
function property(node, name) {
  return all(node, 'object_property').find((pair) => literal(pair.namedChildren[0]) === name)?.namedChildren[1];
}

/** What a string or a word says, without quotes. */
function literal(node) {
  return node.text.replace(/^'(.*)'$/, '$1');
}

/** The nodes above this one, the nearest first. */
function above(node) {
  return node.parent ? [node.parent, ...above(node.parent)] : [];
}

module.exports = { above, all, literal, parseFolder, property, readFolder, readParameters };
