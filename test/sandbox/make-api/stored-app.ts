/** A component as the stand-in keeps it. */
export interface StoredComponent {
  readonly name: string;
  traits: Record<string, unknown>;
  readonly sections: Map<string, string>;
  common: Record<string, unknown>;
}

export type StoredKind = 'connections' | 'rpcs' | 'webhooks' | 'modules';

/** An app as the stand-in keeps it. */
export interface StoredApp {
  readonly name: string;
  readonly version: number;
  readonly owner: string;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly sections: Map<string, string>;
  common: Record<string, unknown>;
  icon: Buffer | undefined;
  readonly components: Readonly<Record<StoredKind, Map<string, StoredComponent>>>;
}

/** A new app with what Make puts into one. */
export function emptyApp(name: string, owner: string, traits: Readonly<Record<string, unknown>>): StoredApp {
  return {
    name,
    version: 1,
    owner,
    traits,
    sections: new Map([
      ['base', '{\n\t// Default request options.\n\t"baseUrl": "https://www.example.com"\n}'],
      ['groups', '[]'],
      ['readme', ''],
    ]),
    common: {},
    icon: undefined,
    components: { connections: new Map(), rpcs: new Map(), webhooks: new Map(), modules: new Map() },
  };
}

/** A new component with the template Make puts into one. */
export function templateComponent(name: string, traits: Record<string, unknown>): StoredComponent {
  return {
    name,
    traits,
    sections: new Map([
      ['api', '{ "url": "/template" }'],
      ['parameters', '[ { "name": "template", "type": "text" } ]'],
    ]),
    common: {},
  };
}
