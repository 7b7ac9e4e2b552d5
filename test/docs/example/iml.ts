import { evaluate, renderTemplate, renderTree } from '../../sandbox/iml/iml.ts';

const environment = {
  variables: { body: { name: 'Ann' } },
  now: () => Date.now(),
  timezone: 'Europe/Prague',
};
renderTemplate('Hi {{body.name}}', environment, 'imljson'); // 'Hi Ann'
renderTree({ to: '{{body.name}}', cc: '{{body.cc}}' }, environment, 'imljson'); // { to: 'Ann' }
evaluate('length(body.name) + 1', environment, 'imljson'); // 4
