import type { Row } from '../schema/type.ts';

const stage = (
  ApiName: string,
  SortOrder: number,
  ForecastCategory: string,
  DefaultProbability: number,
  more: Row = {},
): Row => ({
  ApiName,
  MasterLabel: ApiName,
  SortOrder,
  IsActive: true,
  IsClosed: false,
  IsWon: false,
  ForecastCategory,
  ForecastCategoryName: { BestCase: 'Best Case', Forecast: 'Commit' }[ForecastCategory] ?? ForecastCategory,
  DefaultProbability,
  CreatedDate: '2020-02-03T09:00:00.000+0000',
  ...more,
});

export const opportunityStages: readonly Row[] = [
  stage('Prospecting', 1, 'Pipeline', 10),
  stage('Qualification', 2, 'Pipeline', 10),
  stage('Needs Analysis', 3, 'Pipeline', 20),
  stage('Value Proposition', 4, 'Pipeline', 50),
  stage('Id. Decision Makers', 5, 'Pipeline', 60),
  stage('Perception Analysis', 6, 'Pipeline', 70),
  stage('Proposal/Price Quote', 7, 'BestCase', 75),
  stage('Verbal', 8, 'Forecast', 85, { MasterLabel: 'Verbal (old)', IsActive: false }),
  stage('Negotiation/Review', 9, 'Forecast', 90, { MasterLabel: 'Negotiation' }),
  stage('Closed Won', 11, 'Closed', 100, { IsClosed: true, IsWon: true }),
  stage('Closed Lost', 12, 'Omitted', 0, { IsClosed: true }),
];
