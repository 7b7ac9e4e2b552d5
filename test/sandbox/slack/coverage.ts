/** How far the stand-in does one thing as Slack does. */
export interface MethodCoverage {
  /** `supported`: as documented; `partial`: as documented but for the note; `refused`: answers `unknown_method`. */
  readonly status: 'supported' | 'partial' | 'refused';
  /** The test files that prove it, beside this file. */
  readonly tests: readonly string[];
  readonly note: string;
}

const supported = (note: string, ...tests: readonly string[]): MethodCoverage => ({
  status: 'supported',
  tests,
  note,
});
const partial = (note: string, ...tests: readonly string[]): MethodCoverage => ({
  status: 'partial',
  tests,
  note,
});
const refused = (note: string): MethodCoverage => ({ status: 'refused', tests: ['coverage.test.ts'], note });

const NO_LISTING = 'no delivery may list people';
const NO_DELETION = 'no delivery takes anything away';
const NO_FILES = 'no signal sends or reads a file';
const NO_MODALS = 'a platform step cannot open a modal in three seconds';
const NO_REACTIONS = 'no signal reads or writes a reaction';
const NO_SCHEDULE = 'schedules live on the platform';
const NOT_NEEDED = 'nothing in the pack calls it';

/** Every method of which the stand-in knows something. */
export const COVERAGE: Readonly<Record<string, MethodCoverage>> = {
  'auth.test': supported('also tells revoked and inactive tokens apart', 'tokens.test.ts'),
  'bookmarks.add': partial('the limit of 100 is emulate’s; permissions are not kept', 'room.test.ts'),
  'bookmarks.edit': refused(NO_DELETION),
  'bookmarks.list': supported('in order of rank', 'room.test.ts'),
  'bookmarks.remove': refused(NO_DELETION),
  'bots.info': refused(NOT_NEEDED),
  'chat.delete': refused(NO_DELETION),
  'chat.deleteScheduledMessage': refused(NO_SCHEDULE),
  'chat.getPermalink': supported('messages and replies', 'messages.test.ts'),
  'chat.meMessage': refused(NOT_NEEDED),
  'chat.postEphemeral': partial('work object entities are refused', 'messages.test.ts'),
  'chat.postMessage': partial(
    'text over 4,000 characters stays one message; client_msg_id suppresses nothing; link_names, parse and ' +
      'unfurling are stored only; the sizes of metadata and of all blocks are guesses; the limit per channel counts ' +
      'by the channel argument as sent',
    'messages.test.ts',
    'slack.test.ts',
  ),
  'chat.scheduleMessage': refused(NO_SCHEDULE),
  'chat.scheduledMessages.list': refused(NO_SCHEDULE),
  'chat.update': partial('the edit window never closes', 'messages.test.ts'),
  'conversations.archive': supported('general stays open', 'room.test.ts'),
  'conversations.close': refused(NOT_NEEDED),
  'conversations.create': partial(
    'letters beyond a to z are refused, which Slack leaves open; restricted_action is not kept',
    'create.test.ts',
  ),
  'conversations.history': partial(
    'bot and author marks only; the limit of 15 is not kept',
    'history.test.ts',
    'direct.test.ts',
  ),
  'conversations.info': supported('private channels only for members', 'room.test.ts'),
  'conversations.invite': partial(
    'the answer of force with some failures is ok with errors, as third parties describe it; organisations of ' +
      'several workspaces are not kept',
    'invite.test.ts',
  ),
  'conversations.join': supported('twice is no error', 'room.test.ts'),
  'conversations.kick': refused(NO_DELETION),
  'conversations.leave': refused(NO_DELETION),
  'conversations.list': partial(
    'of a computed crowd only the channels that were changed are listed',
    'listing.test.ts',
  ),
  'conversations.mark': refused(NOT_NEEDED),
  'conversations.members': supported('in pages', 'listing.test.ts'),
  'conversations.open': partial(
    'conversations of several people are emulate’s',
    'messages.test.ts',
    'direct.test.ts',
  ),
  'conversations.rename': partial('only the creator may', 'room.test.ts'),
  'conversations.replies': supported('the parent first', 'history.test.ts'),
  'conversations.setPurpose': supported('up to 250 characters', 'room.test.ts'),
  'conversations.setTopic': supported('up to 250 characters', 'room.test.ts'),
  'conversations.unarchive': supported('for bots too, as the scopes now say', 'room.test.ts'),
  'files.completeUploadExternal': refused(NO_FILES),
  'files.delete': refused(NO_FILES),
  'files.getUploadURLExternal': refused(NO_FILES),
  'files.info': refused(NO_FILES),
  'files.list': refused(NO_FILES),
  'oauth.v2.access': refused('the connection takes a bot token'),
  'pins.add': partial('the limit of pins is not kept', 'room.test.ts'),
  'pins.list': supported('newest first', 'room.test.ts'),
  'pins.remove': refused(NO_DELETION),
  'reactions.add': refused(NO_REACTIONS),
  'reactions.get': refused(NO_REACTIONS),
  'reactions.remove': refused(NO_REACTIONS),
  'team.info': refused(NOT_NEEDED),
  'usergroups.list': supported('with users and count when asked', 'listing.test.ts'),
  'usergroups.users.list': supported('disabled groups only when asked', 'listing.test.ts'),
  'users.conversations': supported('the caller’s own channels or another’s', 'listing.test.ts'),
  'users.getPresence': refused(NOT_NEEDED),
  'users.info': supported(
    'the address only with its scope; of deactivated people neither time zone nor roles',
    'people.test.ts',
  ),
  'users.list': refused(NO_LISTING),
  'users.lookupByEmail': partial('addresses must match letter for letter', 'people.test.ts'),
  'users.profile.get': refused(NOT_NEEDED),
  'users.profile.set': refused(NOT_NEEDED),
  'users.setPresence': refused(NOT_NEEDED),
  'views.generateTriggerId': refused(NO_MODALS),
  'views.open': refused(NO_MODALS),
  'views.publish': refused(NO_MODALS),
  'views.push': refused(NO_MODALS),
  'views.update': refused(NO_MODALS),
};

const NO_INTERACTION = 'no card has an element that needs an answer';

/** Every request that Slack would send to the app, or take without a token, of which the stand-in knows something. */
export const OUTGOING: Readonly<Record<string, MethodCoverage>> = {
  'slash command': partial(
    'mentions in the text stay as typed; what Slack shows for JSON without a message is told as unknown',
    'outgoing/send-command.test.ts',
    'outgoing/platforms.test.ts',
  ),
  'message shortcut': supported(
    'the message as conversations.history shows it',
    'outgoing/send-shortcut.test.ts',
  ),
  app_mention: partial(
    'sent when a test says so; Slack’s own schedule of retries is not kept',
    'outgoing/send-event.test.ts',
  ),
  message: partial('as app_mention; edits and deletions are not sent', 'outgoing/send-event.test.ts'),
  url_verification: supported('the challenge as text or JSON', 'outgoing/send-event.test.ts'),
  response_url: partial(
    'HTTP statuses of refusals are guesses; there is no original message to replace or delete',
    'outgoing/send-command.test.ts',
    'outgoing/send-shortcut.test.ts',
  ),
  block_actions: refused(NO_INTERACTION),
  block_suggestion: refused(NO_INTERACTION),
  view_submission: refused(NO_MODALS),
  'global shortcut': refused(NO_MODALS),
  reaction_added: refused(NO_REACTIONS),
  link_shared: refused('nothing is unfurled'),
  ssl_check: refused('only distributed apps get it'),
};
