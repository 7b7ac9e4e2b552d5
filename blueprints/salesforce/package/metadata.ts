import type {
  ApexClass,
  ApexTrigger,
  CustomField,
  CustomObject,
  CustomTab,
  ExternalClientApplication,
  ExtlClntAppGlobalOauthSettings,
  ExtlClntAppOauthSettings,
  Flow,
  ListView,
  PermissionSet,
  PlatformEventChannelMember,
  RemoteSiteSetting,
  Workflow,
} from '@salesforce/types/metadata';

/** The metadata types of the package, as Salesforce's own WSDL has them. */
interface Types {
  ApexClass: ApexClass;
  ApexTrigger: ApexTrigger;
  CustomField: CustomField;
  CustomObject: CustomObject;
  CustomTab: CustomTab;
  ExternalClientApplication: ExternalClientApplication;
  ExtlClntAppGlobalOauthSettings: ExtlClntAppGlobalOauthSettings;
  ExtlClntAppOauthSettings: ExtlClntAppOauthSettings;
  Flow: Flow;
  ListView: ListView;
  PermissionSet: PermissionSet;
  PlatformEventChannelMember: PlatformEventChannelMember;
  RemoteSiteSetting: RemoteSiteSetting;
  Workflow: Workflow;
}

/** A metadata type as somebody writes it: what is left out keeps Salesforce's default. */
export type Written<T> = T extends readonly (infer Item)[]
  ? readonly Written<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: Written<T[K]> }
    : T;

/** The text of a metadata file. Elements stand in the order written, the items of a list one after another. */
export function metadata<T extends keyof Types>(type: T, content: Written<Types[T]>): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">`,
    ...elements(content, 1),
    `</${type}>`,
    '',
  ].join('\n');
}

function elements(content: object, depth: number): readonly string[] {
  return Object.entries(content).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((item) => element(name, item, depth)),
  );
}

function element(name: string, value: unknown, depth: number): readonly string[] {
  const margin = '    '.repeat(depth);
  if (typeof value === 'object' && value !== null)
    return [`${margin}<${name}>`, ...elements(value, depth + 1), `${margin}</${name}>`];
  return [`${margin}<${name}>${escapeXml(textOf(name, value))}</${name}>`];
}

function textOf(name: string, value: unknown): string {
  return name === 'apiVersion' ? Number(value).toFixed(1) : String(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
