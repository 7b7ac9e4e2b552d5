import { and, concat, fieldsOf, greater, isIn } from '../../../shared/language/index.ts';
import { Opportunity } from '../../../shared/signal/object/opportunity.ts';

const opportunity = fieldsOf(Opportunity);
const large = and(isIn(opportunity('StageName'), ['Closed Won']), greater(opportunity('Amount'), 100_000));
const title = concat(opportunity('Account.Name'), ': ', opportunity('Name'));

export { large, title };
