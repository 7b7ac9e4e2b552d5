import { type AnswerPlace, answerCard } from './card.ts';
import { kinds } from './kind.ts';
import { asked, isQuestion, readQuestion } from './question.ts';
import { searchQuery } from './search.ts';

/** Also the default delivery name. */
export const RECORD_CARD = 'record-card';

/** Everything the answer to a question needs: what is noted of it, what is asked of Salesforce, and what is said. */
export function answerPlan(place: AnswerPlace) {
  return {
    name: RECORD_CARD,
    asked,
    isQuestion,
    readQuestion,
    searches: kinds.map((kind) => ({ key: kind.key, query: searchQuery(kind) })),
    message: { ...answerCard(place) },
  };
}
