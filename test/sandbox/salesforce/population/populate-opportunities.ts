import { personIn } from '../dml/author.ts';
import { blankRow, newRow } from '../dml/insert.ts';
import { historyRow } from '../dml/opportunity-history.ts';
import { datetimeText } from '../instant.ts';
import type { Org } from '../org.ts';
import { INTEGRATION_USER } from '../sample-org/user.ts';
import { opportunity } from '../schema/opportunity.ts';
import type { Row } from '../schema/type.ts';
import { addDays } from '../soql/date-literal.ts';
import { numberedIds } from './numbered-id.ts';
import { permutation } from './permutation.ts';
import type { Population } from './population.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Created one after the other, up to now. */
const CREATED_WITHIN = 5 * 365 * DAY;
/** Close dates, in another order: ever fewer with time, a year of them to come. */
const CLOSE_DAYS = 10 * 365;
const CLOSE_DAYS_TO_COME = 365;

const ids = numberedIds('006Pp');
const creationIds = numberedIds('008Pc');
const changeIds = numberedIds('008Ps');
const inOrder = (rank: number) => rank;

/**
 * Gives an org so many more opportunities, with their stage histories, that are computed when they are looked at: created
 * over five years, closing over ten, every fourth still in its first stage, every tenth a renewal. They can be changed
 * and deleted like others.
 */
export function populateOpportunities(org: Org, size: number): void {
  if (size === 0) return;
  const deals = createDeals(org, size);
  org.store.table('Opportunity').populate({
    size,
    row: deals.row,
    positionOf: (id) => ids.numberIn(id, size),
    orders: {
      Id: inOrder,
      CreatedDate: inOrder,
      LastModifiedDate: inOrder,
      SystemModstamp: inOrder,
      LastStageChangeDate: (rank) => (rank < deals.unmoved ? 4 * rank : movedAt(rank - deals.unmoved)),
      CloseDate: deals.withCloseRank,
    },
  });
  const history = org.store.table('OpportunityHistory');
  for (const population of historiesOf(org, size, deals)) history.populate(population);
}

interface Deals {
  readonly row: (position: number) => Row;
  /** How many never left their first stage. */
  readonly unmoved: number;
  readonly withCloseRank: (rank: number) => number;
}

function createDeals(org: Org, size: number): Deals {
  const now = org.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const firstClose = addDays(today, CLOSE_DAYS_TO_COME - CLOSE_DAYS);
  const closes = permutation(size);
  const blank = blankRow(org, personIn(INTEGRATION_USER), opportunity);
  const stages = [...org.store.table('OpportunityStage').all()].filter(({ IsActive }) => IsActive === true);
  const patternOf = ({ ApiName = null }: Row) =>
    newRow(org, opportunity, blank, { Id: '', StageName: ApiName, CloseDate: today });
  const open = stages.filter(({ IsClosed }) => IsClosed !== true).map(patternOf);
  const closed = stages.filter(({ IsClosed }) => IsClosed === true).map(patternOf);
  const owners = [...org.store.table('User').all()].filter(({ IsActive }) => IsActive === true);
  const accounts = [...org.store.table('Account').all()];
  const closeDays = Array.from({ length: CLOSE_DAYS }, (_unused, day) => addDays(firstClose, day));
  const pick = <Item>(from: readonly Item[], number: number) => from[number % from.length];

  const row = (position: number): Row => {
    const created = now - CREATED_WITHIN + Math.floor(((position + 1) * CREATED_WITHIN) / size);
    const since = (share: number) => datetimeText(created + Math.floor((now - created) * share));
    const CloseDate = closeDays[closeDay(closes.at(position) / size)] ?? today;
    const pattern = pick(CloseDate < today ? closed : open, position) ?? {};
    const Amount = 1000 + ((position * 37) % 250_000);
    const modified = since(0.5);
    return {
      ...pattern,
      Id: ids.of(position),
      Name: `Deal ${position}`,
      OwnerId: pick(owners, position)?.Id ?? null,
      AccountId: pick(accounts, position)?.Id ?? null,
      Amount,
      ExpectedRevenue: (Amount * Number(pattern.Probability ?? 0)) / 100,
      CloseDate,
      Renewal__c: position % 10 === 0,
      LastActivityDate: position % 3 === 0 ? null : modified.slice(0, 10),
      CreatedDate: datetimeText(created),
      LastStageChangeDate: position % 4 === 0 ? null : since(0.3),
      LastModifiedDate: modified,
      SystemModstamp: modified,
    };
  };
  return { row, unmoved: Math.ceil(size / 4), withCloseRank: closes.back };
}

/** Where between the first and the last day a share of all deals, from 0 to 1, has closed. */
function closeDay(share: number): number {
  return Math.floor(CLOSE_DAYS * (1 - Math.sqrt(1 - share)));
}

/** The position of the deal that was the n-th, from 0, to change its stage. */
function movedAt(number: number): number {
  return number + Math.floor(number / 3) + 1;
}

/** A row for each creation, in the first stage if the stage changed since, and one for each change. */
function historiesOf(org: Org, size: number, { row, unmoved }: Deals): readonly Population[] {
  const [first] = org.store.table('OpportunityStage').having('SortOrder', 1);
  const pattern = historyRow(org, personIn(INTEGRATION_USER), undefined, {});
  const history = (Id: string, deal: Row, at: Row[string] | undefined, more: Row = {}): Row => ({
    ...pattern,
    Id,
    OpportunityId: deal.Id ?? null,
    CreatedDate: at ?? null,
    SystemModstamp: at ?? null,
    StageName: deal.StageName ?? null,
    Amount: deal.Amount ?? null,
    ExpectedRevenue: deal.ExpectedRevenue ?? null,
    CloseDate: deal.CloseDate ?? null,
    Probability: deal.Probability ?? null,
    ForecastCategory: deal.ForecastCategory ?? null,
    ...more,
  });
  const inFirstStage: Row = {
    StageName: first?.ApiName ?? null,
    Probability: first?.DefaultProbability ?? null,
  };
  const orders = { Id: inOrder, CreatedDate: inOrder, SystemModstamp: inOrder, OpportunityId: inOrder };
  const moved = size - unmoved;
  return [
    {
      size,
      row: (position) => {
        const deal = row(position);
        const more = deal.LastStageChangeDate === null ? {} : inFirstStage;
        return history(creationIds.of(position), deal, deal.CreatedDate, more);
      },
      positionOf: (id) => creationIds.numberIn(id, size),
      orders,
    },
    {
      size: moved,
      row: (position) => {
        const deal = row(movedAt(position));
        const { LastStageChangeDate: at, Amount = null, CloseDate = null } = deal;
        return history(changeIds.of(position), deal, at, { PrevAmount: Amount, PrevCloseDate: CloseDate });
      },
      positionOf: (id) => changeIds.numberIn(id, moved),
      orders,
    },
  ];
}
