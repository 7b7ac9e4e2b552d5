import type { Method } from './method.ts';
import { authTest } from './methods/auth-test.ts';
import { bookmarksAdd, bookmarksEdit, bookmarksList, bookmarksRemove } from './methods/bookmarks.ts';
import { chatPostMessage } from './methods/chat-post-message.ts';
import { chatUpdate } from './methods/chat-update.ts';
import { conversationsCreate } from './methods/conversations-create.ts';
import { conversationsInvite } from './methods/conversations-invite.ts';
import { conversationsList, usersConversations } from './methods/conversations-list.ts';
import {
  conversationsHistory,
  conversationsInfo,
  conversationsMembers,
  conversationsReplies,
} from './methods/conversations-read.ts';
import { conversationsSetPurpose, conversationsSetTopic } from './methods/conversations-topic.ts';
import { pinsAdd, pinsList, pinsRemove } from './methods/pins.ts';
import { usergroupsList, usergroupsUsersList } from './methods/usergroups.ts';
import { usersInfo, usersLookupByEmail } from './methods/users.ts';

/** Every method the stand-in answers; all others are `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  [
    authTest,
    bookmarksAdd,
    bookmarksEdit,
    bookmarksList,
    bookmarksRemove,
    chatPostMessage,
    chatUpdate,
    conversationsCreate,
    conversationsHistory,
    conversationsInfo,
    conversationsInvite,
    conversationsList,
    conversationsMembers,
    conversationsReplies,
    conversationsSetPurpose,
    conversationsSetTopic,
    pinsAdd,
    pinsList,
    pinsRemove,
    usergroupsList,
    usergroupsUsersList,
    usersConversations,
    usersInfo,
    usersLookupByEmail,
  ].map((method) => [method.name, method]),
);
