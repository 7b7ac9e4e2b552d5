import { type Finding, isObject } from './check-rule.ts';
import { LIMITS } from './limits.ts';

/** The characters of every `text` in a value, however deep. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + textLength(entry), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, entry]) =>
      sum + (name === 'text' && typeof entry === 'string' ? entry.length : textLength(entry)),
    0,
  );
}

function repeatedIds(blocks: readonly unknown[], pointer: string): readonly Finding[] {
  const ids = blocks.map((block) => (isObject(block) ? block.block_id : undefined));
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [{ text: `block_id is used twice: ${String(id)}`, pointer: `${pointer}/${index}/block_id` }]
      : [],
  );
}

function tooMany(
  blocks: readonly unknown[],
  type: string,
  limit: number,
  pointer: string,
): readonly Finding[] {
  const found = blocks.filter((block) => isObject(block) && block.type === type);
  return found.length > limit ? [{ text: `no more than ${limit} ${type} blocks allowed`, pointer }] : [];
}

function tableText(blocks: readonly unknown[], pointer: string): readonly Finding[] {
  const tables = blocks.filter(
    (block) => isObject(block) && ['table', 'data_table'].includes(String(block.type)),
  );
  return textLength(tables) > LIMITS.tableText
    ? [{ text: `tables must be less than ${LIMITS.tableText + 1} characters together`, pointer }]
    : [];
}

function unevenTable(block: unknown, pointer: string): readonly Finding[] {
  if (!isObject(block) || block.type !== 'data_table' || !Array.isArray(block.rows)) return [];
  const rows: readonly unknown[] = block.rows;
  const columns = Array.isArray(rows[0]) ? rows[0].length : 0;
  const uneven = rows.findIndex((row) => Array.isArray(row) && row.length !== columns);
  const header = Array.isArray(rows[0]) ? rows[0] : [];
  const rich = header.findIndex((cell) => isObject(cell) && cell.type === 'rich_text');
  return [
    ...(uneven > 0 ? [{ text: `must have ${columns} cells`, pointer: `${pointer}/rows/${uneven}` }] : []),
    ...(rich >= 0 ? [{ text: 'unsupported type: rich_text', pointer: `${pointer}/rows/0/${rich}` }] : []),
    ...(Number(block.row_header_column_index ?? 0) >= columns
      ? [{ text: 'no such column', pointer: `${pointer}/row_header_column_index` }]
      : []),
  ];
}

/** The rules that look at several blocks or rows of a message at once. */
export const messageRules = (blocks: readonly unknown[], pointer: string): readonly Finding[] => [
  ...repeatedIds(blocks, pointer),
  ...tooMany(blocks, 'table', LIMITS.tablesInMessage, pointer),
  ...tooMany(blocks, 'data_visualization', LIMITS.chartsInMessage, pointer),
  ...tableText(blocks, pointer),
  ...blocks.flatMap((block, index) => unevenTable(block, `${pointer}/${index}`)),
];
