import { getDealFacts } from '../../shared/operation/get-deal-facts.ts';
import { toSearch } from '../to-search.ts';

export default toSearch(getDealFacts);
