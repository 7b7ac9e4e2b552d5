/** The org's one External Client App. */
export interface ClientApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The callback addresses an admin entered; others are refused. */
  readonly redirectUris: readonly string[];
}

export const defaultClientApp: ClientApp = {
  clientId: '3MVG9.dealwire.sandbox',
  clientSecret: 'dealwire-sandbox-secret',
  redirectUris: [
    'http://localhost:1717/callback',
    'https://zapier.com/dashboard/auth/oauth/return/App123CLIAPI/',
    'https://www.integromat.com/oauth/cb/app',
  ],
};
