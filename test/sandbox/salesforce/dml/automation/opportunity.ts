import type { Org } from '../../org.ts';
import { forecastCategoryNames } from '../../schema/opportunity.ts';
import type { Row, Value } from '../../schema/type.ts';
import type { After, Before } from '../automation.ts';
import { historyRow } from '../opportunity-history.ts';

/** What a stage decides: won, closed, probability and forecast category; the last two give way to a value written with it. */
export const opportunityBefore: Before = (org, before, row, changed) => {
  if (row.StageName !== before?.StageName) {
    const [stage] = org.store.table('OpportunityStage').having('ApiName', row.StageName ?? null);
    row.IsWon = stage?.IsWon === true;
    row.IsClosed = stage?.IsClosed === true;
    if (!('Probability' in changed)) row.Probability = stage?.DefaultProbability ?? null;
    if (!('ForecastCategoryName' in changed))
      row.ForecastCategoryName = stage?.ForecastCategoryName ?? 'Pipeline';
    if (before !== undefined) row.LastStageChangeDate = org.nowText();
  }
  row.ForecastCategory =
    Object.keys(forecastCategoryNames).find(
      (category) => forecastCategoryNames[category] === row.ForecastCategoryName,
    ) ?? null;
  row.ExpectedRevenue =
    row.Amount === null ? null : (Number(row.Amount) * Number(row.Probability ?? 0)) / 100;
  if (before !== undefined && month(row.CloseDate) > month(before.CloseDate))
    row.PushCount = Number(before.PushCount ?? 0) + 1;
  row.PushCount ??= 0;
};

/** Writes a row of the opportunity's history. */
export const opportunityAfter: After = (org, author, before, row) => {
  const watched = ['Amount', 'Probability', 'StageName', 'CloseDate'];
  if (before === undefined || watched.some((name) => before[name] !== row[name])) {
    const history = historyRow(org, author, before, row);
    org.store.put('OpportunityHistory', history);
    if (before !== undefined) pointToHistory(org, before, row, String(history.Id));
  }
};

function pointToHistory(org: Org, before: Row, row: Row, historyId: string): void {
  const pointers: Record<string, Value> = {};
  if (before.Amount !== row.Amount) pointers.LastAmountChangedHistoryId = historyId;
  if (before.CloseDate !== row.CloseDate) pointers.LastCloseDateChangedHistoryId = historyId;
  if (Object.keys(pointers).length > 0) org.store.put('Opportunity', { ...row, ...pointers });
}

function month(day: Value | undefined): string {
  return String(day).slice(0, 7);
}
