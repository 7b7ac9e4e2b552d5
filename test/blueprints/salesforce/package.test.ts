import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Choices, defaultChoices } from '../../../blueprints/salesforce/package/choices.ts';
import { componentOf } from '../../../blueprints/salesforce/package/component.ts';
import { packageFiles, partNames } from '../../../blueprints/salesforce/package/package.ts';
import { apexClasses } from '../../../blueprints/salesforce/package/part/push.ts';
import { API_VERSION } from '../../../shared/salesforce/api-version.ts';
import { all, readXml, textOf } from './read-xml.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'blueprints', 'salesforce');
const files = packageFiles(defaultChoices);
const metadata = [...files].filter(([path]) => path.endsWith('.xml'));
const filesBelow = (part: string) =>
  readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(folder.length + 1).replaceAll('\\', '/'), entry.name));
const xmlOf = (path: string, choices: Choices = defaultChoices) =>
  readXml(packageFiles(choices).get(path) ?? '').content;

describe('The committed package', () => {
  it.each([...files])('%s is what the generator writes', (path, text) => {
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
  });

  it('holds nothing else but the sources of its Apex classes', () => {
    const written = [...files.keys(), ...apexClasses.map((name) => `push/classes/${name}.cls`)];
    expect(['sfdx-project.json', ...partNames.flatMap(filesBelow)].sort()).toEqual(written.sort());
  });

  it.each(metadata)('%s is a file of its metadata type, named for what it holds', (path, text) => {
    const { type, content } = readXml(text);
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<\w+ xmlns="http:\/\/soap\.sforce\.com\/2006\/04\/metadata">/,
    );
    const component = componentOf(path);
    if (component === undefined) {
      expect(existsSync(join(folder, path.replace(/-meta\.xml$/, '')))).toBe(true);
      return;
    }
    expect(type).toBe(component.type);
    const fullName = textOf(content, 'fullName');
    if (fullName !== undefined) expect(component.fullName.split('.').at(-1)).toBe(fullName);
  });

  it('says one API version everywhere', () => {
    const versions = [...files.values()].flatMap((text) =>
      [...text.matchAll(/(?:<apiVersion>|"sourceApiVersion": ")([^<"]*)/g)].map(([, version]) => version),
    );
    expect(versions.length).toBeGreaterThan(10);
    expect(new Set(versions)).toEqual(new Set([API_VERSION]));
  });
});

it.each([
  ['core/notes.txt'],
  ['core/objects/A__c/B__c.object-meta.xml'],
  ['push/classes/X.class'],
])('%s is no file that Salesforce deploys', (path) => {
  expect(() => componentOf(path)).toThrow(`${path} is no file that Salesforce deploys.`);
});

describe('The part replay', () => {
  const members = (choices: Choices) =>
    [...packageFiles(choices, ['replay']).keys()].flatMap(
      (path) => /ChangeEvents_(\w+)ChangeEvent/.exec(path)?.[1] ?? [],
    );

  it('selects the objects for Change Data Capture on the standard channel', () => {
    expect(members(defaultChoices)).toEqual(['Opportunity', 'Lead', 'Case', 'Contract']);
    const content = xmlOf(
      'replay/platformEventChannelMembers/ChangeEvents_LeadChangeEvent.platformEventChannelMember-meta.xml',
    );
    expect(content).toEqual({ eventChannel: ['ChangeEvents'], selectedEntity: ['LeadChangeEvent'] });
  });

  it('leaves out objects that were not chosen', () => {
    expect(members({ ...defaultChoices, objects: ['Opportunity', 'Account'] })).toEqual(['Opportunity']);
  });
});

describe('The part flow-push', () => {
  const flowPath = 'flow-push/flows/Dealwire_Opportunity_Entered_Stage.flow-meta.xml';
  const startOf = (path: string, choices?: Choices) => all(xmlOf(path, choices), 'start')[0];

  it('waits for the stages chosen, whatever they are called', () => {
    const stages = ['Won & <paid>', `"Signed" by 'us'`];
    const start = startOf(flowPath, { ...defaultChoices, stages });
    expect(textOf(start, 'doesRequireRecordChangedToMeetCriteria')).toBe('true');
    expect(textOf(start, 'filterLogic')).toBe('or');
    expect(all(start, 'filters')).toEqual(
      stages.map((stage) => ({
        field: ['StageName'],
        operator: ['EqualTo'],
        value: [{ stringValue: [stage] }],
      })),
    );
  });

  it('waits for escalated cases, and for priorities when some are chosen', () => {
    const path = 'flow-push/flows/Dealwire_Case_Escalated.flow-meta.xml';
    expect(all(startOf(path), 'filters')).toHaveLength(1);
    const start = startOf(path, { ...defaultChoices, priorities: ['Critical'] });
    expect(all(start, 'filters')).toHaveLength(2);
    expect(textOf(start, 'recordTriggerType')).toBe('CreateAndUpdate');
  });

  it('tells of new leads without criteria', () => {
    const start = startOf('flow-push/flows/Dealwire_Lead_Created.flow-meta.xml');
    expect(all(start, 'filters')).toEqual([]);
    expect(textOf(start, 'recordTriggerType')).toBe('Create');
  });

  it('sends each message from its own flow, in the name of the user, to the address of its object', () => {
    const choices = {
      ...defaultChoices,
      user: 'bot@acme.example',
      flowUrls: { Case: 'https://hook.eu2.make.com/a?b=1&c=2' },
    };
    const paths = [...packageFiles(choices, ['flow-push']).keys()];
    expect(paths).toEqual([
      'sfdx-project.json',
      'flow-push/workflows/Case.workflow-meta.xml',
      'flow-push/flows/Dealwire_Case_Escalated.flow-meta.xml',
    ]);
    const [message] = all(xmlOf('flow-push/workflows/Case.workflow-meta.xml', choices), 'outboundMessages');
    expect(textOf(message, 'endpointUrl')).toBe('https://hook.eu2.make.com/a?b=1&c=2');
    expect(textOf(message, 'integrationUser')).toBe('bot@acme.example');
    const [call] = all(
      xmlOf('flow-push/flows/Dealwire_Case_Escalated.flow-meta.xml', choices),
      'actionCalls',
    );
    expect(textOf(call, 'actionName')).toBe(`Case.${textOf(message, 'fullName')}`);
  });
});

it('The client app asks for what the connections ask for, with PKCE and a secret, and knows every address', () => {
  const choices = {
    ...defaultChoices,
    callbackUrls: ['https://a.example/cb', 'https://b.example/cb?x=1&y=2'],
  };
  const oauth = xmlOf('client-app/extlClntAppOauthSettings/Dealwire_oauth.ecaOauth-meta.xml', choices);
  expect(textOf(oauth, 'commaSeparatedOauthScopes')).toBe('Api, RefreshToken, Basic');
  const settings = xmlOf(
    'client-app/extlClntAppGlobalOauthSets/Dealwire_glbloauth.ecaGlblOauth-meta.xml',
    choices,
  );
  expect(textOf(settings, 'callbackUrl')?.split('\n')).toEqual(choices.callbackUrls);
  expect([textOf(settings, 'isPkceRequired'), textOf(settings, 'isConsumerSecretOptional')]).toEqual([
    'true',
    'false',
  ]);
});
