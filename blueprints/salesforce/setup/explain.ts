/** What a person does about a refusal, by words in it. General knowledge of the platform where no source is named. */
const FIXES: readonly (readonly [RegExp, string])[] = [
  [
    /unknown user permission:? ?ChatterInternalUser/i,
    'Switch Chatter on (Setup > Chatter Settings), or leave out the part write-back.',
  ],
  [
    /depends on permission\(s\)/i,
    'This org ties rights together that others do not: leave the object that is named out with --objects, or report it as a gap of the package.',
  ],
  [
    /no CustomField named|No such column|required field/i,
    'The org lacks a field or hides it from permission sets: leave it out of --fields, or its object out of --objects.',
  ],
  [
    /no CustomObject named|sObject type .* is not supported|Entity of type 'CustomObject'/i,
    'The org lacks an object: name those it has with --objects.',
  ],
  [
    /PlatformEventChannelMember|ChangeEvent/,
    'An org selects five objects for Change Data Capture unless it buys more: free one (Setup > Change Data Capture), or choose fewer with --objects.',
  ],
  [
    /no User named|integrationUser/i,
    'Give the user name of an active user with --user; it looks like an email address.',
  ],
  [
    /Test |coverage/i,
    'A rule or trigger of this org gets in the way of the tests of the part push: send the message to whoever keeps the org’s automation, or leave push out; Dealwire then polls.',
  ],
  [
    /deploy processes and flows as active|flow.*coverage/i,
    'Allow it under Setup > Process Automation Settings > Deploy processes and flows as active.',
  ],
  [
    /insufficient|not have .*(access|permission)|Modify (All|Metadata)/i,
    'Sign in as somebody with Customize Application and Modify Metadata Through Metadata API Functions; the part push also needs Author Apex.',
  ],
];

const OTHER = 'Correct what Salesforce names, then run the same command again.';

/** What a person does about the first of some refusals that is known. */
export function explain(refusals: readonly string[]): string {
  const text = refusals.join('\n');
  return FIXES.find(([words]) => words.test(text))?.[1] ?? OTHER;
}
