import { LIMITS } from './limits.ts';
import { richText } from './rich-text-rule.ts';
import {
  choice,
  emptyString,
  flag,
  integer,
  list,
  number,
  object,
  positive,
  type Rule,
  string,
  typed,
  union,
} from './rule.ts';

const cell = union([
  typed('raw_text', { 'text*': emptyString }),
  typed('raw_number', { 'value*': number(), 'text*': emptyString }),
  richText,
]);

const named = { block_id: string(LIMITS.blockId) };

/** The table block: at most 100 rows of 20 cells. */
export const table = typed('table', {
  ...named,
  'rows*': list(list(cell, LIMITS.tableColumns), LIMITS.tableRows),
  column_settings: list(
    object({ align: choice('left', 'center', 'right'), is_wrapped: flag }),
    LIMITS.tableColumns,
  ),
});

/** The data_table block: a header row and at most 100 more. */
export const dataTable = typed('data_table', {
  ...named,
  'caption*': string(),
  'rows*': list(list(cell, LIMITS.tableColumns), LIMITS.dataTableRows, 2),
  page_size: integer(1, LIMITS.dataTablePage),
  row_header_column_index: integer(0, LIMITS.tableColumns - 1),
});

const label = string(LIMITS.chartLabel);
const axes = object({
  'categories*': list(label, LIMITS.chartCategories),
  x_label: string(LIMITS.chartAxisLabel),
  y_label: string(LIMITS.chartAxisLabel),
});
const point = (value: Rule) => object({ 'label*': label, 'value*': value });
const lines = (type: string) =>
  typed(type, {
    'series*': list(
      object({ 'name*': label, 'data*': list(point(number()), LIMITS.chartCategories) }),
      LIMITS.chartSeries,
    ),
    'axis_config*': axes,
  });

/** A chart; Slack brings these out in phases, so a workspace may still refuse one. */
export const dataVisualization = typed('data_visualization', {
  ...named,
  title: string(LIMITS.chartTitle),
  'chart*': union([
    typed('pie', {
      'segments*': list(point(positive), LIMITS.chartSeries),
    }),
    lines('bar'),
    lines('line'),
    lines('area'),
  ]),
});
