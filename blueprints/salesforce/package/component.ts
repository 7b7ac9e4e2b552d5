/** One thing that Salesforce deploys, as a package.xml names it. */
export interface Component {
  readonly type: string;
  readonly fullName: string;
}

/** Where the files of a metadata type lie and how they end (Salesforce's metadata registry, source-deploy-retrieve 13.7). */
const FORMS: readonly { readonly type: string; readonly path: RegExp }[] = [
  { type: 'ApexClass', path: /^classes\/(\w+)\.cls$/ },
  { type: 'ApexTrigger', path: /^triggers\/(\w+)\.trigger$/ },
  { type: 'CustomField', path: /^objects\/(\w+)\/fields\/(\w+)\.field-meta\.xml$/ },
  { type: 'CustomObject', path: /^objects\/(\w+)\/\1\.object-meta\.xml$/ },
  { type: 'CustomTab', path: /^tabs\/(\w+)\.tab-meta\.xml$/ },
  { type: 'ExternalClientApplication', path: /^externalClientApps\/(\w+)\.eca-meta\.xml$/ },
  {
    type: 'ExtlClntAppGlobalOauthSettings',
    path: /^extlClntAppGlobalOauthSets\/(\w+)\.ecaGlblOauth-meta\.xml$/,
  },
  { type: 'ExtlClntAppOauthSettings', path: /^extlClntAppOauthSettings\/(\w+)\.ecaOauth-meta\.xml$/ },
  { type: 'Flow', path: /^flows\/(\w+)\.flow-meta\.xml$/ },
  { type: 'ListView', path: /^objects\/(\w+)\/listViews\/(\w+)\.listView-meta\.xml$/ },
  { type: 'PermissionSet', path: /^permissionsets\/(\w+)\.permissionset-meta\.xml$/ },
  {
    type: 'PlatformEventChannelMember',
    path: /^platformEventChannelMembers\/(\w+)\.platformEventChannelMember-meta\.xml$/,
  },
  { type: 'RemoteSiteSetting', path: /^remoteSiteSettings\/(\w+)\.remoteSite-meta\.xml$/ },
  { type: 'Workflow', path: /^workflows\/(\w+)\.workflow-meta\.xml$/ },
];

/** The metadata file that stands beside a source. */
const BESIDE_SOURCE = /^(classes\/\w+\.cls|triggers\/\w+\.trigger)-meta\.xml$/;

/** The component that a file of a part holds; nothing for one that only stands beside a source. Throws for a file of no known form. */
export function componentOf(path: string): Component | undefined {
  const below = path.slice(path.indexOf('/') + 1);
  if (BESIDE_SOURCE.test(below)) return undefined;
  for (const { type, path: form } of FORMS) {
    const names = form.exec(below)?.slice(1);
    if (names !== undefined) return { type, fullName: names.join('.') };
  }
  throw new Error(`${path} is no file that Salesforce deploys.`);
}
