import type { RefusalEntry } from '../iml/refusal.ts';

/** Everything the Make sandbox will not do because Make's documents leave its meaning open; nothing is refused elsewhere. */
export const REFUSALS = {
  'alt-connection': {
    construct: 'altConnection',
    reason: 'what `connection` holds for either kind is known from samples only.',
    instead: 'Hold both credentials in one connection.',
  },
  'iml-in-parameters': {
    construct: 'IML in a parameter or interface file',
    reason: 'expressions are not evaluated there.',
    instead: 'Use an RPC or a literal.',
  },
  'fill-me': {
    construct: 'An unfilled `-FILL-ME-` placeholder',
    reason: "only Make's own editor knows what to put there.",
    instead: 'Write the value or leave the origin out.',
  },
  preauthorize: {
    construct: 'The step preauthorize',
    reason: 'when it runs and what it may set is not described.',
    instead: 'Use authorize and token.',
  },
  'shared-webhook': {
    construct: 'A shared webhook',
    reason: 'its routing works for published apps only and is described in outline.',
    instead: 'Use a dedicated webhook (`web`).',
  },
  'webhook-update': {
    construct: 'The update of a webhook',
    reason: 'when it runs and what it sees is not described.',
    instead: 'Leave it out; detach and attach follow a changed webhook.',
  },
  'variable-out-of-place': {
    construct: 'A variable that is not documented at this place',
    reason: 'it may be undefined, or left over from an earlier request.',
    instead: 'Keep the value in `temp`, or correct the name.',
  },
  'state-spelling': {
    construct: 'A field of `data` other than lastDate and lastId in a trigger',
    reason: 'the spelling `lastID` occurs beside `lastId`, and nothing else is documented.',
    instead: 'Read `data.lastDate` or `data.lastId`.',
  },
  'oauth-redirect': {
    construct: 'A redirect variable other than `oauth.localRedirectUri`',
    reason: 'which address it holds is not described for custom apps.',
    instead: 'Use `oauth.localRedirectUri` in authorize and token.',
  },
  'request-less-verdict': {
    construct: '`valid` or `error` in a step without url',
    reason: 'the documents say they lose their value there, yet an official example uses them.',
    instead: 'Declare them in the request whose answer they judge.',
  },
  'request-less-only': {
    construct: 'A request directive in a step without url',
    reason: 'it is ignored there, so it cannot be meant.',
    instead: 'Remove it, or give the step a url.',
  },
  'repeat-beyond-temp': {
    construct: 'A `repeat.condition` that reads more than `temp`',
    reason: 'the documents give it `temp` only, yet examples read `body`.',
    instead: 'Store the value in `response.temp` and test `temp`.',
  },
  'repeat-combined': {
    construct: '`repeat` together with `iterate` or `pagination`',
    reason: 'whose items are kept is not described.',
    instead: 'Use a separate step.',
  },
  'repeat-limit': {
    construct: 'A `repeat` that reaches its limit',
    reason: 'whether the first request counts, and what follows, is not described.',
    instead: 'Count in `temp` and let the condition end it below the limit.',
  },
  'pagination-counter': {
    construct: 'The variable `pagination`',
    reason: 'its value when the first following page is asked for is not described.',
    instead: "Use the answer's own link or cursor.",
  },
  'pagination-without-iterate': {
    construct: '`pagination` without `iterate`',
    reason: 'what becomes of the output of each page is not described.',
    instead: 'Iterate over the page.',
  },
  'pagination-detached': {
    construct: '`mergeWithParent: false`',
    reason: 'whether the headers of Base remain is not described.',
    instead: 'Leave it out.',
  },
  'base-directive': {
    construct:
      'A directive in Base other than baseUrl, headers, qs, log, timeout and response.error, valid, type',
    reason: 'how a request inherits it is not described.',
    instead: 'Declare it in the request.',
  },
  'base-override': {
    construct: 'A list or map in a request that leaves out entries Base has',
    reason: 'whether the entries of Base remain is not described.',
    instead: "Repeat the entries of Base in the request's own.",
  },
  'signed-request': {
    construct: 'The directives oauth, aws and ca',
    reason: 'their effect is described elsewhere than in the documents this follows.',
    instead: 'Use headers.',
  },
  redirect: {
    construct: 'A redirect to another host, or of a request that is not a GET',
    reason: 'which headers and which method go on is not described.',
    instead: 'Call the final URL, or set `followRedirects: false`.',
  },
  'valid-half': {
    construct: '`valid` with only one of message and type',
    reason: 'where the other one comes from is not described.',
    instead: 'Give both, or neither and an `error`.',
  },
  'valid-rescue': {
    construct: 'A `valid` that is true for a status from 400 to 599',
    reason: 'the documents call these always an error and speak of `valid` for 200 to 399 only.',
    instead: 'Let the condition also test `statusCode < 400`.',
  },
  'error-type-lost': {
    construct: 'An error message without type for a status',
    reason: "whether the status's own type survives a custom message is not described.",
    instead: 'Give the type beside every message.',
  },
  'condition-text': {
    construct: 'A condition that is a text with more than one expression',
    reason: 'any text is true, even "false".',
    instead: 'Write exactly one expression, or a literal boolean.',
  },
  'temp-shape': {
    construct: 'A `temp` key that changes between array and collection',
    reason: 'how they merge is not described.',
    instead: 'Write to a new key.',
  },
  'encode-url': {
    construct: 'A url with characters that need encoding, or with percent signs, while `encodeUrl` is on',
    reason: 'what it encodes, and whether twice, is not described.',
    instead: 'Put values into `qs`, or encode them by `encodeURL` and set `encodeUrl` to false.',
  },
  'query-twice': {
    construct: 'A url with a query beside `qs`',
    reason: 'how the two are joined is not described.',
    instead: 'Put everything into `qs`.',
  },
  'header-value': {
    construct: 'A header that is null, empty, a date or a structure',
    reason: 'how it is sent is not described.',
    instead: 'Give a text, or undefined to leave it out.',
  },
  'header-override': {
    construct: 'An undefined header over one that Base sets',
    reason: 'whether the header of Base is sent then is not described.',
    instead: 'Set the header in each request that needs it, not in Base.',
  },
  'qs-value': {
    construct: 'A `qs` value that is null, empty, a date or a structure',
    reason: 'how it is sent is not described.',
    instead: 'Give a text, a number, an array of them, or undefined to leave it out.',
  },
  'json-body': {
    construct: 'A JSON body that is neither a collection nor an array',
    reason: 'whether a text is sent as it is or quoted is not described.',
    instead: 'Give a collection, or use `type: text` with a content-type header.',
  },
  'form-body': {
    construct: 'A form body with a structure, a date or a file in it',
    reason: 'how it is sent is not described.',
    instead: 'Give texts, numbers and booleans.',
  },
  'text-body': {
    construct: 'A body of type text or binary that is not of that type, or has no content-type header',
    reason: 'how it is converted or labelled is not described.',
    instead: 'Give the value in that type and set the header content-type.',
  },
  'content-type': {
    construct: 'A content-type header that contradicts `type`',
    reason: 'which of the two wins is not described.',
    instead: 'Give one of them, or the same media type in both.',
  },
  'response-type': {
    construct: 'An answer whose content type `automatic` does not know',
    reason: 'what `body` holds then is not described.',
    instead: 'Declare `response.type`, for example {"*": "json", "500-599": "text"}.',
  },
  'response-malformed': {
    construct: 'An answer that is not what its type says',
    reason: 'what becomes of the run is not described.',
    instead: 'Declare `response.type` per status.',
  },
  xml: {
    construct: 'XML as the answer to a request',
    reason: 'how the root node and plain texts are turned into a collection is not described.',
    instead: 'Ask for JSON.',
  },
  'iterate-container': {
    construct: 'An `iterate` container that is no array',
    reason: 'what it yields is not described.',
    instead: 'Use `ifempty(…, emptyarray)`.',
  },
  'output-undefined': {
    construct: 'An output that is undefined',
    reason: 'whether it means nothing, or the default output, is not described.',
    instead: 'Give null for nothing.',
  },
  'output-missing': {
    construct: 'An action that ends without a collection, or a search item that is none',
    reason: 'what then is emitted is not described.',
    instead: 'End with an unconditional step that builds the output.',
  },
  'wrapper-one-bundle': {
    construct: 'A `wrapper` that turns an iterated list into something else than a list',
    reason: 'no example shows it work.',
    instead: 'Collect in `temp` and use a step without url.',
  },
  'limit-value': {
    construct: 'A `limit` that is no whole number from 1',
    reason: 'which default then holds is not described.',
    instead: 'Use `ifempty(parameters.limit, 10)`.',
  },
  'trigger-date': {
    construct: 'A `trigger.date` that is no date',
    reason: 'how a text is read is not described.',
    instead: 'Use `parseDate` with a format.',
  },
  'trigger-id': {
    construct: 'A `trigger.id` that is empty, or in a trigger of type id no number',
    reason: 'how it is compared is not described.',
    instead: 'Give the id of the record.',
  },
  'trigger-place': {
    construct:
      '`trigger` elsewhere than in the last step of a polling trigger, or a polling trigger without it',
    reason: 'nothing describes it there.',
    instead: 'Declare it in the last step only.',
  },
  'first-run': {
    construct: 'A polling trigger run before a start was chosen',
    reason: 'the value of `data.lastDate` is then given as undefined and as 1970-01-01.',
    instead: 'Choose where to start.',
  },
  'parameter-type': {
    construct: 'A mapped value of another type than its parameter',
    reason: 'the conversion is not described.',
    instead: 'Convert it in the mapping.',
  },
  'mapped-empty': {
    construct: 'An expression that gives null or an empty text to a parameter of an app module',
    reason: 'whether it arrives as it is or as undefined is not described.',
    instead: 'Map `ifempty(…; ignore)`, or `erase` alone.',
  },
  'search-counters': {
    construct: 'The bundle fields __IMTINDEX__ and __IMTLENGTH__',
    reason: 'where counting starts is not described.',
    instead: 'Count with an aggregator.',
  },
  'error-field': {
    construct: 'A field of `error` other than message in an error handler',
    reason: 'only the message is seen in official samples.',
    instead: 'Read `error.message`.',
  },
  'stock-module': {
    construct: "A module of Make's own whose shape is not confirmed",
    reason: 'no export shows its fields and outputs.',
    instead: 'Use a listed one, an app module, or hand the runner a stand-in for it.',
  },
  'stock-field': {
    construct: "A field of one of Make's own modules that no export shows, or without a value it needs",
    reason: 'its effect is not described.',
    instead: 'Use the fields that the runner lists.',
  },
  'slack-output': {
    construct: "A field that one of Make's own Slack modules puts out",
    reason: 'no export shows its names.',
    instead: 'Post with a module of the app.',
  },
  'slack-error': {
    construct: "An error of Slack in one of Make's own Slack modules, without an error handler",
    reason: 'the type of the error is not confirmed.',
    instead: 'Add an error handler.',
  },
  'merge-outputs': {
    construct: 'Outputs of a merge',
    reason: 'the shape of their mappings is not described.',
    instead: 'Keep `outputs` empty and set a variable in each branch.',
  },
  'no-branch': {
    construct: 'An If-Else in which no branch matches',
    reason: 'whether the bundle goes on is not described.',
    instead: 'Add an else branch.',
  },
  'merge-place': {
    construct: 'A merge that does not follow its If-Else directly',
    reason: 'no sample shows it.',
    instead: 'Put it right after the If-Else.',
  },
  'empty-aggregation': {
    construct: 'An aggregator that receives no bundle',
    reason: 'whether it emits one is a setting that no export shows.',
    instead: 'Filter before the source of the bundles.',
  },
  'aggregator-place': {
    construct: 'An aggregator whose source is not before it in the same flow',
    reason: 'no sample shows it.',
    instead: 'Put both into one flow.',
  },
  'record-missing': {
    construct: 'Reading a record that a data store does not have',
    reason: 'what is emitted is not described.',
    instead: 'Test with ExistRecord and filter.',
  },
  'record-duplicate': {
    construct: 'Adding an existing record without overwriting and without an error handler',
    reason: 'the type of the error is not confirmed.',
    instead: 'Add an error handler.',
  },
  'parse-error': {
    construct: 'Parsing malformed JSON without an error handler',
    reason: 'the type of the error is not confirmed.',
    instead: 'Add an error handler.',
  },
  'counter-reset': {
    construct: 'A counter that resets per cycle or per run, with several cycles in a run',
    reason: 'which of `run` and `execution` is which is not described.',
    instead: 'Use one cycle per run.',
  },
  'rollback-auto-commit': {
    construct: 'A rollback after data store changes while autoCommit is on',
    reason: 'when the changes are committed is not described.',
    instead: 'Set `autoCommit` to false.',
  },
  'rollback-position': {
    construct: 'An unhandled error after a polling trigger while incomplete executions are off',
    reason: "whether the trigger's position is kept is not described.",
    instead: 'Store incomplete executions (`dlq: true`) or add an error handler.',
  },
  'bundles-left': {
    construct: 'An unhandled error while bundles of the same run are still to be processed',
    reason: 'what becomes of them is not described.',
    instead: 'Add a Break or Ignore handler, or let the trigger emit one bundle per run.',
  },
  'handler-end': {
    construct: 'An error handler that does not end with a directive, or one inside another handler',
    reason: 'what follows is not described.',
    instead: 'End it with Resume, Ignore, Break, Commit or Rollback.',
  },
  'first-module-handler': {
    construct: 'An error handler on a trigger, or on another first module one that does not end with Break',
    reason: 'what it stores and where it goes on is not described.',
    instead: 'Leave it out; the next run asks again.',
  },
  'break-in-aggregation': {
    construct: 'Storing an execution between a source of bundles and its aggregator',
    reason: 'what the aggregator then receives is not described.',
    instead: 'Use Ignore or Resume there, or one app module for the whole.',
  },
  'schedule-kind': {
    construct: 'A schedule other than an interval, a time of day, a weekday, or at once',
    reason: 'how dates and months are numbered is not described.',
    instead: 'Call `run` when it is due.',
  },
  'hook-input': {
    construct:
      'A custom webhook called with a query, or with something else than a JSON collection or a form',
    reason: 'which fields the bundle has then is not described.',
    instead: 'Post a JSON object.',
  },
  'hook-body': {
    construct:
      'A webhook called with a body of another kind than JSON, form, XML and plain text, with malformed JSON, or with a name twice',
    reason: 'what `body` and `query` hold then is not described.',
    instead: 'Post a JSON object.',
  },
  'xml-malformed': {
    construct: 'A malformed XML body, or one with a DOCTYPE',
    reason: 'what a webhook makes of it, and of the entities it may declare, is not described.',
    instead: 'Post well-formed XML without DOCTYPE.',
  },
  'xml-node': {
    construct:
      'An XML node with text beside other nodes, without text, nodes and attributes, or with nodes called _value or _attributes',
    reason: 'what it becomes is not described.',
    instead: 'Leave empty nodes out, and put text into nodes of its own.',
  },
} as const satisfies Readonly<Record<string, RefusalEntry>>;

/** The name of one refusal. */
export type RefusalId = keyof typeof REFUSALS;
