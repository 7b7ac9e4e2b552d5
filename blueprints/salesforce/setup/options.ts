import { parseArgs } from 'node:util';
import { InvalidInputError } from '../../../shared/error.ts';
import { type Choices, defaultChoices } from '../package/choices.ts';
import { type Part, partNames } from '../package/package.ts';
import { guarded } from '../package/security.ts';

/** What the command line asks for. */
export interface Options {
  /** Alias or user name of the org, as the Salesforce CLI knows it. */
  readonly org: string;
  readonly parts: readonly Part[];
  readonly choices: Choices;
  /** Whom the permission sets are assigned to. */
  readonly user: string | undefined;
  readonly dryRun: boolean;
  /** Refuse any org that is no sandbox. */
  readonly sandboxOnly: boolean;
}

const USAGE =
  'npm run setup:salesforce -- --target-org ALIAS [--parts core,replay] [--user NAME] [--dry-run]; blueprints/salesforce/README.md lists the rest.';

/** Where a webhook of each object is given. */
const FLOW_URLS = { 'opportunity-url': 'Opportunity', 'case-url': 'Case', 'lead-url': 'Lead' } as const;

/** The options that take a value. */
export const TEXTS = [
  'target-org',
  'parts',
  'user',
  'objects',
  'fields',
  ...(Object.keys(FLOW_URLS) as readonly (keyof typeof FLOW_URLS)[]),
  'stages',
  'priorities',
  'callback-urls',
  'contact-email',
] as const;

type Text = (typeof TEXTS)[number];

/** What a value must look like, and an example. Values reach a command line, so none may mean something to a shell. */
const FORMS: Readonly<Partial<Record<Text, readonly [RegExp, string]>>> = {
  'target-org': [/^[\w.@+-]+$/, 'acme'],
  user: [/^[\w.@+-]+@[\w.-]+$/, 'integration@acme.example'],
  fields: [/^[A-Z]\w*\.\w+$/i, 'Opportunity.ARR__c'],
  'opportunity-url': [/^https:\/\/[\w.-]+\/\S+$/, 'https://hook.eu1.make.com/abc'],
  'case-url': [/^https:\/\/[\w.-]+\/\S+$/, 'https://hook.eu1.make.com/abc'],
  'lead-url': [/^https:\/\/[\w.-]+\/\S+$/, 'https://hook.eu1.make.com/abc'],
  'callback-urls': [/^https:\/\/[\w.-]+\/\S+$/, 'https://www.make.com/oauth/cb/app'],
  'contact-email': [/^[^\s@]+@[^\s@]+$/, 'admin@acme.example'],
};

/** Reads the arguments. Throws InvalidInputError, which says what is missing, unknown or of the wrong form. */
export function readOptions(argv: readonly string[]): Options {
  const { texts, dryRun, sandboxOnly } = readArguments(argv);
  const org = texts.get('target-org');
  if (org === undefined)
    throw new InvalidInputError('--target-org', 'is missing', `Name the org that you signed in to: ${USAGE}`);
  const parts = listOf(texts, 'parts') ?? ['core'];
  const user = texts.get('user');
  const choices = choicesIn(texts);
  assertOneOf('--parts', parts, partNames);
  assertOneOf('--objects', choices.objects, guarded);
  assertComplete(parts, user, choices);
  return { org, parts: partNames.filter((part) => parts.includes(part)), choices, user, dryRun, sandboxOnly };
}

function readArguments(argv: readonly string[]) {
  const texts = new Map<Text, string>();
  let dryRun = false;
  let sandboxOnly = false;
  const options = Object.fromEntries([
    ...TEXTS.map((name) => [name, { type: 'string' as const }]),
    ['dry-run', { type: 'boolean' as const }],
    ['sandbox-only', { type: 'boolean' as const }],
  ]);
  for (const token of parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new InvalidInputError(token.value, 'has no name', USAGE);
    if (token.name === 'dry-run') dryRun = true;
    else if (token.name === 'sandbox-only') sandboxOnly = true;
    else if (!isText(token.name)) throw new InvalidInputError(token.rawName, 'is unknown', USAGE);
    else if (token.value === undefined || token.value === '')
      throw new InvalidInputError(token.rawName, 'needs a value', USAGE);
    else texts.set(token.name, token.value);
  }
  for (const name of texts.keys()) assertForm(texts, name);
  return { texts, dryRun, sandboxOnly };
}

function isText(name: string): name is Text {
  return TEXTS.some((text) => text === name);
}

function assertForm(texts: ReadonlyMap<Text, string>, name: Text): void {
  const form = FORMS[name];
  for (const value of listOf(texts, name) ?? [])
    if (form !== undefined && !form[0].test(value))
      throw new InvalidInputError(`--${name}`, `"${value}" has the wrong form`, `Write it like ${form[1]}.`);
}

function listOf(texts: ReadonlyMap<Text, string>, name: Text): readonly string[] | undefined {
  return texts
    .get(name)
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function choicesIn(texts: ReadonlyMap<Text, string>): Choices {
  const flowUrls = Object.entries(FLOW_URLS).flatMap(([option, object]) => {
    const url = texts.get(option as Text);
    return url === undefined ? [] : [[object, url] as const];
  });
  return {
    objects: listOf(texts, 'objects') ?? defaultChoices.objects,
    fields: listOf(texts, 'fields') ?? defaultChoices.fields,
    flowUrls: Object.fromEntries(flowUrls),
    stages: listOf(texts, 'stages') ?? defaultChoices.stages,
    priorities: listOf(texts, 'priorities') ?? defaultChoices.priorities,
    user: texts.get('user') ?? defaultChoices.user,
    callbackUrls: listOf(texts, 'callback-urls') ?? defaultChoices.callbackUrls,
    contactEmail: texts.get('contact-email') ?? defaultChoices.contactEmail,
  };
}

function assertOneOf(option: string, values: readonly string[], known: readonly string[]): void {
  const unknown = values.filter((value) => !known.includes(value));
  if (unknown.length > 0 || values.length === 0)
    throw new InvalidInputError(
      option,
      unknown.length > 0 ? `${unknown.join(', ')} is unknown` : 'names nothing',
      `Choose from ${known.join(', ')}.`,
    );
}

/** Some parts hold what only the account knows. */
function assertComplete(parts: readonly string[], user: string | undefined, choices: Choices): void {
  if (parts.includes('flow-push') && (user === undefined || Object.keys(choices.flowUrls).length === 0))
    throw new InvalidInputError(
      '--parts flow-push',
      'needs a webhook of Make and the user in whose name messages are sent',
      'Add --user and at least one of --opportunity-url, --case-url and --lead-url.',
    );
  if (parts.includes('client-app') && choices.contactEmail === defaultChoices.contactEmail)
    throw new InvalidInputError(
      '--parts client-app',
      'needs somebody whom Salesforce can write to',
      'Add --contact-email.',
    );
}
