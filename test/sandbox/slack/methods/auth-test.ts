import { type Method, passOn } from '../method.ts';

/** `auth.test`: who and where a token is; it has no arguments, so GET is as good as POST. */
export const authTest: Method = {
  name: 'auth.test',
  verb: 'GET',
  tier: 'hundreds',
  scopes: [],
  answer: async (call) => {
    const { app_name: _name, ...answer } = await passOn(call);
    return { ...answer, is_enterprise_install: false };
  },
};
