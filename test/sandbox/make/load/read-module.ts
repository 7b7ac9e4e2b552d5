import type { Communication, MakeModule, ModuleType } from './app.ts';
import type { Code } from './code.ts';
import type { ImlObject, RequestDirectives, RespondDirectives } from './directives.ts';
import { inspectModule } from './inspect-module.ts';
import { inspectParameters } from './inspect-parameters.ts';
import { inspectTexts, onlyVariables } from './inspect-text.ts';
import type { ManifestComponent } from './manifest.ts';
import type { Reader } from './reader.ts';

/** Reads one module of an app. */
export function readModule(reader: Reader, id: string, component: ManifestComponent): MakeModule {
  const { codeFiles: files, label, moduleType: type = 'action' } = component;
  const owner = `module ${id}`;
  const parameters = (file: string | null | undefined) => {
    const code: MakeModule['interface'] = reader.code(file, 'parameters.schema.json', [], owner);
    inspectParameters(reader, code);
    return code;
  };
  const module: MakeModule = {
    id,
    label,
    type,
    connection: component.connection ?? undefined,
    webhook: component.webhook ?? undefined,
    communication: reader.code<Communication>(
      type === 'responder' ? null : files.communication,
      'communication.schema.json',
      {},
      owner,
    ),
    respond: readRespond(reader, type, files.communication, owner),
    epoch: reader.code<RequestDirectives>(files.epoch, 'epoch.schema.json', {}, owner),
    staticParams: parameters(files.staticParams),
    mappableParams: parameters(files.mappableParams),
    interface: parameters(files.interface),
    samples: reader.code<ImlObject>(files.samples, 'plain.schema.json#/definitions/samples', {}, owner),
  };
  reader.code(files.scope, 'plain.schema.json#/definitions/scope', [], owner);
  reader.find(() => inspectModule(module));
  return module;
}

function readRespond(
  reader: Reader,
  type: ModuleType,
  file: string | null | undefined,
  owner: string,
): Code<RespondDirectives> {
  const code = reader.code<{ readonly response?: RespondDirectives }>(
    type === 'responder' ? file : null,
    'responder.schema.json',
    {},
    owner,
  );
  const variables = onlyVariables(['parameters', 'common', 'environment']);
  reader.find(() => inspectTexts(code.json, 'imljson', variables, code.file, ''));
  return { file: code.file, json: code.json.response ?? {} };
}
