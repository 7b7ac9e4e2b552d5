import { parametersOf } from '../language/node/parameter.ts';

/** The inputs that every card reads: what an editor may change about it. */
export const cardInput = parametersOf({
  headline: 'text',
  intro: 'text',
  emoji: 'text',
  button_label: 'text',
});
