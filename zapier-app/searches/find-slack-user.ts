import { findSlackUser } from '../../shared/operation/find-slack-user.ts';
import { toSearch } from '../to-search.ts';

export default toSearch(findSlackUser);
