/** What secrets of the services and of build machines look like. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'a token of Slack': /\bxox[abceoprs][-.](?:\d-)?[A-Za-z0-9]{8,}-[A-Za-z0-9-]{8,}/g,
  'an app-level token of Slack': /\bxapp-\d-[A-Z0-9]{8,}-\d{8,}-[a-f0-9]{16,}/g,
  'a webhook of Slack': /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{8,}\/[A-Za-z0-9/]{8,}/g,
  'a session of Salesforce': /\b00D[A-Za-z0-9]{12,15}!A[A-Za-z0-9._]{20,}/g,
  'a refresh token of Salesforce': /\b5Aep8[A-Za-z0-9._]{40,}/g,
  'a consumer key of Salesforce': /\b3MVG9[A-Za-z0-9._]{40,}/g,
  'a consumer secret of Salesforce': /\b[0-9A-F]{64}\b/g,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  'an access key of a cloud': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  'a token of a code host': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|glpat-[A-Za-z0-9_-]{20,})/g,
  'a token of a package registry': /\bnpm_[A-Za-z0-9]{36}\b|_auth(?:Token)=/g,
  'a signed web token': /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g,
};

/** What in a text looks like a secret: the kind and the first characters of each. */
export function findSecrets(text: string): readonly string[] {
  return Object.entries(FORMS).flatMap(([kind, form]) =>
    [...text.matchAll(form)].map(([found]) => `${kind}: ${found.slice(0, 12)}…`),
  );
}
