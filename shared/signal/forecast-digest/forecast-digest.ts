import { movesQuery, slipsQuery } from './change.ts';
import { corporateCurrencyQuery } from './currency.ts';
import { byCategoryQuery, byStageQuery } from './figure.ts';
import { largestQuery } from './largest.ts';
import { periodQuery } from './quarter.ts';
import { stagesQuery } from './stage.ts';

/** Also the default delivery name. */
export const FORECAST_DIGEST = 'forecast-digest';

/** What has to be known of the org first, by the part of the call that reads it. */
export const orgQueries = {
  stages: stagesQuery,
  period: periodQuery,
  currency: corporateCurrencyQuery,
} as const;

/** The forecast itself, once its stages are known, by the note that its rows go to. */
export const figureQueries = {
  byStage: byStageQuery,
  byCategory: byCategoryQuery,
  largest: largestQuery,
} as const;

/** What moved since the last digest, likewise. */
export const changeQueries = { moves: movesQuery, slips: slipsQuery } as const;
