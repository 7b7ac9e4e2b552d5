import type { Kind } from './local-app.ts';

/** What a code file holds at its top. */
export type Shape = 'object' | 'array' | 'object or array' | 'object or text' | 'parameters' | 'text';

/** The section of Make's API a code file belongs to, and its shape. Source: Make's own editor extension. */
export type SectionTable = Readonly<Record<string, readonly [section: string, shape: Shape]>>;

/** The files of the app itself, by the manifest's keys. */
export const generalSections: SectionTable = {
  base: ['base', 'object'],
  common: ['common', 'object'],
  readme: ['readme', 'text'],
  groups: ['groups', 'array'],
};

/** The files of each kind of component, by the manifest's keys. */
export const sectionsOf: Readonly<Record<Kind, SectionTable>> = {
  connection: {
    communication: ['api', 'object or array'],
    params: ['parameters', 'parameters'],
    common: ['common', 'object'],
    scopeList: ['scopes', 'object'],
    defaultScope: ['scope', 'array'],
    installSpec: ['installSpec', 'parameters'],
    installDirectives: ['install', 'object'],
  },
  rpc: {
    communication: ['api', 'object or array'],
    params: ['parameters', 'parameters'],
  },
  webhook: {
    communication: ['api', 'object or array'],
    params: ['parameters', 'parameters'],
    attach: ['attach', 'object or array'],
    detach: ['detach', 'object or array'],
    update: ['update', 'object or array'],
    requiredScope: ['scope', 'array'],
  },
  module: {
    communication: ['api', 'object or array'],
    epoch: ['epoch', 'object or array'],
    staticParams: ['parameters', 'parameters'],
    mappableParams: ['expect', 'parameters'],
    interface: ['interface', 'parameters'],
    samples: ['samples', 'object or text'],
    scope: ['scope', 'array'],
  },
};

/** Numbers of Make's API for the types of modules. Source: Make's own editor extension. */
export const typeIds: Readonly<Record<string, number>> = {
  trigger: 1,
  action: 4,
  search: 9,
  instant_trigger: 10,
  responder: 11,
  universal: 12,
};
