import { offsetAt } from '../instant.ts';
import type { Org } from '../org.ts';

/** What the userinfo and identity endpoints tell about a user. */
export function identityOf(org: Org, userId: string, url: string): Readonly<Record<string, unknown>> {
  const user = org.store.table('User').get(userId) ?? {};
  const timeZone = String(user.TimeZoneSidKey ?? org.timeZone());
  const organizationId = org.organization().Id;
  return {
    sub: `${url}/id/${organizationId}/${userId}`,
    user_id: userId,
    organization_id: organizationId,
    preferred_username: user.Username,
    username: user.Username,
    nickname: user.Alias,
    name: user.Name,
    display_name: user.Name,
    given_name: user.FirstName,
    family_name: user.LastName,
    email: user.Email,
    email_verified: true,
    zoneinfo: timeZone,
    locale: 'en_US',
    language: 'en_US',
    active: user.IsActive,
    utcOffset: offsetAt(timeZone, org.now()),
    urls: {
      rest: `${url}/services/data/v{version}/`,
      query: `${url}/services/data/v{version}/query/`,
      sobjects: `${url}/services/data/v{version}/sobjects/`,
    },
  };
}
