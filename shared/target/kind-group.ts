/** Where values come from. */
export type SourceKind =
  | 'field'
  | 'named-field'
  | 'item-field'
  | 'parameter'
  | 'literal'
  | 'now'
  | 'note'
  | 'answer'
  | 'property'
  | 'child-field'
  | 'turn'
  | 'fallback'
  | 'choose'
  | 'add'
  | 'epoch-seconds'
  | 'local-day'
  | 'local-minute'
  | 'clock-minute'
  | 'weekday'
  | 'shift-days'
  | 'period-start'
  | 'query-text';

/** Texts made of texts. */
export type TextKind =
  | 'concat'
  | 'upper'
  | 'lower'
  | 'trim'
  | 'truncate'
  | 'slug'
  | 'pattern'
  | 'keep'
  | 'part'
  | 'extract'
  | 'fingerprint'
  | 'word'
  | 'escape'
  | 'plain-text'
  | 'html-text'
  | 'link'
  | 'mention'
  | 'url-encode';

/** Texts made of numbers and times. */
export type FormatKind =
  | 'money'
  | 'number'
  | 'percent'
  | 'plural'
  | 'date-text'
  | 'instant-text'
  | 'date-token'
  | 'stamp'
  | 'duration';

/** Lists, and texts made of them. */
export type ListKind =
  | 'earliest'
  | 'join'
  | 'rows'
  | 'each'
  | 'collect'
  | 'append'
  | 'distinct'
  | 'pluck'
  | 'item-at'
  | 'length';
