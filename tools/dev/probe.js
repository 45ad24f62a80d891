'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('./paths');

/** NuGet's codes for a package no source has at all, in this version, in a stable one, or only in a newer one. */
const MISSING = /\b(?:NU1101|NU1102|NU1103|NU1603)\b/;

/** The packages of the first ItemGroup of Directory.Packages.props: the official ones of Azure. */
function officialPackages(text) {
  const group = /<ItemGroup>([\s\S]*?)<\/ItemGroup>/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? '';
  const packages = group.matchAll(/<PackageVersion\s+Include="([^"]+)"\s+Version="([^"]+)"/g);
  return [...packages].map(([, id, version]) => ({ id, version }));
}

/**
 * What a restore of the probe said.
 * @returns {{answer?: 'nuget' | 'standins', missing: string[]}} without an answer where it failed for another reason,
 * such as a network that is down: then nothing is known about the packages.
 */
function readAnswer(code, output) {
  if (code === 0) {
    return { answer: 'nuget', missing: [] };
  }
  const errors = output.split(/\r?\n/).filter((line) => /\berror NU\d+/.test(line));
  const missing = errors.filter((line) => MISSING.test(line)).flatMap((line) => namesIn(line));
  const isAboutPackages = errors.length > 0 && errors.every((line) => MISSING.test(line));
  return { answer: isAboutPackages ? 'standins' : undefined, missing: [...new Set(missing)] };
}

/** The first line of an error names the package; the lines after it, what the sources have instead. */
function namesIn(line) {
  const name = /Unable to find (?:a stable )?package ([\w.-]*\w)|depends on ([\w.-]*\w) \(/.exec(line);
  return name ? [name[1] ?? name[2]] : [];
}

/**
 * Writes a project that wants these packages, out of reach of the repository's own build files.
 * @returns {string[]} the arguments with which dotnet restores it
 */
function writeProbe(folder, packages) {
  const project = path.join(folder, 'probe.csproj');
  const references = packages.map(({ id, version }) => `    <PackageReference Include="${id}" Version="${version}" />`);
  fs.writeFileSync(project, `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <WarningsAsErrors>NU1603</WarningsAsErrors>
  </PropertyGroup>
  <ItemGroup>
${references.join('\n')}
  </ItemGroup>
</Project>
`);
  // The probe lies elsewhere, but asks with the configuration that holds in the repository; answers kept from last time
  // would hide that a source has changed.
  return ['restore', project, '--no-http-cache', '-nologo', `-p:RestoreRootConfigDirectory=${root}`];
}

module.exports = { officialPackages, readAnswer, writeProbe };
