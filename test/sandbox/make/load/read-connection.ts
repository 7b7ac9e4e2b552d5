import type { MakeConnection } from './app.ts';
import type { OAuthDirectives, RequestDirectives } from './directives.ts';
import { inspectParameters } from './inspect-parameters.ts';
import { inspectStep } from './inspect-step.ts';
import type { ManifestComponent } from './manifest.ts';
import type { Reader } from './reader.ts';

/** Reads one connection of an app. */
export function readConnection(reader: Reader, id: string, component: ManifestComponent): MakeConnection {
  const { codeFiles: files, label, connectionType: type = 'basic' } = component;
  const owner = `connection ${id}`;
  const oauthFile = type === 'oauth' ? files.communication : null;
  const basicFile = type === 'basic' ? files.communication : null;
  const connection: MakeConnection = {
    id,
    label,
    type,
    params: reader.code(files.params, 'parameters.schema.json', [], owner),
    communication: reader.code<RequestDirectives>(basicFile, 'connection.schema.json', {}, owner),
    oauth: reader.code<OAuthDirectives>(oauthFile, 'oauth.schema.json', {}, owner),
    common: reader.code(files.common, 'plain.schema.json#/definitions/object', {}, owner),
    defaultScope: reader.code(files.defaultScope, 'plain.schema.json#/definitions/scope', [], owner),
  };
  reader.code(files.scopeList, 'plain.schema.json#/definitions/scopeList', {}, owner);
  inspectParameters(reader, connection.params);
  if (type === 'basic')
    reader.find(() =>
      inspectStep(connection.communication.json, 'connection', connection.communication.file, ''),
    );
  for (const [name, step] of Object.entries(connection.oauth.json)) {
    if (name === 'preauthorize') reader.refuse('preauthorize', connection.oauth.file, '/preauthorize');
    const place = name === 'authorize' ? 'authorize' : 'connection';
    reader.find(() => inspectStep(step, place, connection.oauth.file, `/${name}`));
  }
  return connection;
}
