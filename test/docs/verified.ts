/** Commands that are cheap and change nothing: the tests of the documents really run them. */
export const RUN_HERE: readonly RegExp[] = [
  /^npm run explain -- [\w-]+$/,
  /^npm run backtest -- --signal [\w-]+ --days 30 --sandbox$/,
];

/** Why a command of a document is not run by its test: where it is run instead, or why it cannot be. */
export const NOT_RUN_HERE: readonly (readonly [command: RegExp, reason: string])[] = [
  [/^npm ci$/, 'continuous integration begins with it'],
  [/^npm start\b/, 'test/sandbox/start.test.ts runs it'],
  [/^npm test\b/, 'it is what runs this'],
  [/^npm run (test:all|check|build|build:make|build:zapier)\b/, 'continuous integration runs it'],
  [
    /^npm run (format|generate)\b/,
    'it writes files, which npm run check and the tests of generated files look at',
  ],
  [/^npm run bench\b/, 'it takes minutes; test/bench runs its parts'],
  [/^npm run blueprints\b/, 'it writes files; test/blueprints runs what it calls'],
  [/^npm run push:make\b/, 'it needs an account of Make; test/make-app/push runs what it calls'],
  [
    /^npm run setup:salesforce\b/,
    'it needs an org; test/blueprints/salesforce/setup.test.ts runs what it calls',
  ],
  [/^npm run backtest\b/, 'test/sandbox/backtest runs what it calls'],
  [/^npm run (docs|measure)\b/, 'it writes files, which tests of generated parts look at'],
  [/^npm run doctor\b/, 'test/blueprints/doctor runs what it calls'],
  [/^npm run push:zapier\b/, 'it needs an account of Zapier; test/zapier-app/push runs what it calls'],
  [/^cd zapier-app$/, 'it goes to a folder'],
  [/^npx zapier-platform (login|register|push)\b/, 'a tool of Zapier, which needs an account'],
  [/^export [A-Z_]+=\S+$/, 'it sets a variable of the shell'],
  [/^npm install --global @salesforce\/cli$/, 'a tool of Salesforce, fetched from outside'],
  [/^sf org (login web|display|auth show-access-token)\b/, 'a tool of Salesforce, which needs an org'],
  [/^jq\b/, 'a tool of others, which reads what the command before it prints'],
];
