import type { Method } from './method.ts';
import { authTest } from './methods/auth-test.ts';
import { bookmarksAdd, bookmarksList } from './methods/bookmarks.ts';
import { chatGetPermalink } from './methods/chat-get-permalink.ts';
import { chatPostEphemeral } from './methods/chat-post-ephemeral.ts';
import { chatPostMessage } from './methods/chat-post-message.ts';
import { chatUpdate } from './methods/chat-update.ts';
import { conversationsCreate } from './methods/conversations-create.ts';
import { conversationsInvite } from './methods/conversations-invite.ts';
import {
  conversationsArchive,
  conversationsJoin,
  conversationsRename,
  conversationsUnarchive,
} from './methods/conversations-lifecycle.ts';
import { conversationsList, usersConversations } from './methods/conversations-list.ts';
import { conversationsOpen } from './methods/conversations-open.ts';
import {
  conversationsHistory,
  conversationsInfo,
  conversationsMembers,
  conversationsReplies,
} from './methods/conversations-read.ts';
import { conversationsSetPurpose, conversationsSetTopic } from './methods/conversations-topic.ts';
import { pinsAdd, pinsList } from './methods/pins.ts';
import { usergroupsList, usergroupsUsersList } from './methods/usergroups.ts';
import { usersInfo, usersLookupByEmail } from './methods/users.ts';

/** Every method the stand-in answers; all others are `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  [
    authTest,
    bookmarksAdd,
    bookmarksList,
    chatGetPermalink,
    chatPostEphemeral,
    chatPostMessage,
    chatUpdate,
    conversationsArchive,
    conversationsCreate,
    conversationsHistory,
    conversationsInfo,
    conversationsInvite,
    conversationsJoin,
    conversationsList,
    conversationsMembers,
    conversationsOpen,
    conversationsRename,
    conversationsReplies,
    conversationsSetPurpose,
    conversationsSetTopic,
    conversationsUnarchive,
    pinsAdd,
    pinsList,
    usergroupsList,
    usergroupsUsersList,
    usersConversations,
    usersInfo,
    usersLookupByEmail,
  ].map((method) => [method.name, method]),
);
