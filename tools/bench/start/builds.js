'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { quietly } = require('../../dev/build');
const { inRoot } = require('../../dev/paths');
const { buildApp } = require('../../dev/service');

const EMPTY = inRoot('tools', 'bench', 'empty', 'EmptyApp.csproj');
const SERVICE = inRoot('OtpFunctions', 'OtpFunctions.csproj');
const TARGETS = ['Build', 'ComputeResolvedFilesToPublishList', 'CreateReadyToRunImages'];

/** As ./dev up builds it. @returns where the two are started from */
async function plain(session) {
  await buildApp(session);
  await quietly(session, 'building EmptyApp (Release)', ['build', EMPTY, '-c', 'Release', '-nologo', '-v', 'minimal']);
  const inBin = (project) => path.join(path.dirname(project), 'bin', 'Release', 'net10.0', dllOf(project));
  return { service: inBin(SERVICE), empty: inBin(EMPTY) };
}

/**
 * Compiled ahead as PublishReadyToRun does it, by the same targets of the SDK, but published nowhere: with the stand-ins
 * dotnet publish is refused (docs/decisions/0002), and what this makes lies in temporary folders until the bench ends.
 */
async function readyToRun(session) {
  return { service: await compiled(session, SERVICE), empty: await compiled(session, EMPTY) };
}

async function compiled(session, project) {
  const name = path.basename(project, '.csproj');
  const artifacts = session.temporaryFolder();
  await quietly(session, `compiling ${name} ahead (ReadyToRun)`, [
    'msbuild', project, '-restore', `-t:${TARGETS.join(';')}`, '-nologo', '-v:minimal', '-p:Configuration=Release',
    '-p:AzurePackages=standins', '-p:UseCurrentRuntimeIdentifier=true', '-p:SelfContained=false',
    '-p:PublishReadyToRun=true', '-p:UseArtifactsOutput=true', `-p:ArtifactsPath=${artifacts}`,
  ]);
  const whole = path.join(artifacts, 'whole');
  fs.cpSync(path.join(artifacts, 'bin', name, 'release'), whole, { recursive: true });
  fs.cpSync(path.join(artifacts, 'obj', name, 'release', 'R2R'), whole, { recursive: true });
  return path.join(whole, dllOf(project));
}

const dllOf = (project) => `${path.basename(project, '.csproj')}.dll`;

module.exports = { plain, readyToRun };
