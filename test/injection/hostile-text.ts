/** Texts that mean something to a place they pass through; each fits a name in Salesforce. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'mrkdwn that mentions everybody': '<!channel> <!here|x> <@U00VERAPO1> <#C00GENERAL>',
  'mrkdwn with a link of its own': '<https://evil.example|View in Salesforce> *x* `y`',
  'mrkdwn that is escaped already': '&lt;!channel&gt; &amp;lt;!here&amp;gt; &',
  'SOQL that ends its text': `O'Brien\\' OR Name != '' OR Name LIKE '%`,
  'SOQL wildcards and a bind': `100%_\\%_ ') LIMIT 1 -- :since`,
  'IML in braces': '{{connection.accessToken}} }} {{now}} {{{',
  'IML that ends its text': `')}}{{parameters}}' + toString(connection) + '`,
  'keywords of IML and patterns': 'emptystring /.*/g $& $1 `body`',
  'JSON that ends its text': '"}],"channel":"C00GENERAL","x":[{"y":"\\"',
  'a reference of a Composite call': '@{claim.id} @{facts.records[0].Id}',
  'XML with an entity': '</sf:Id><!ENTITY x "y">&x;<![CDATA[ ]]>',
  'a mapping of Zapier': '{{1__Secret}} {{bundle.authData.access_token}}',
  'control characters and marks': 'a\u0000b\u0007c\u001b[31m \u202eexe\u202c \u2028',
  'an address with a path': '../../services/data?x=1#y %2e%2e/ ;/',
};
