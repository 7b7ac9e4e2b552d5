import { type Method, passOn } from '../method.ts';

export const authTest: Method = {
  name: 'auth.test',
  verb: 'POST',
  tier: 'hundreds',
  scopes: [],
  answer: async (call) => {
    const { app_name: _name, ...answer } = await passOn(call);
    return { ...answer, is_enterprise_install: false };
  },
};
