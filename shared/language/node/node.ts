import type { Type } from '../type.ts';
import type { AddNode } from './add.ts';
import type { AndNode } from './and.ts';
import type { AnswerNode } from './answer.ts';
import type { AppendNode } from './append.ts';
import type { BetweenNode } from './between.ts';
import type { ChangedNode } from './changed.ts';
import type { ChildFieldNode } from './child-field.ts';
import type { ChooseNode } from './choose.ts';
import type { ClockMinuteNode } from './clock-minute.ts';
import type { CollectNode } from './collect.ts';
import type { CompareNode } from './compare.ts';
import type { ConcatNode } from './concat.ts';
import type { DateTextNode } from './date-text.ts';
import type { DateTokenNode } from './date-token.ts';
import type { DistinctNode } from './distinct.ts';
import type { DurationNode } from './duration.ts';
import type { EachNode } from './each.ts';
import type { EarliestNode } from './earliest.ts';
import type { EnteredNode } from './entered.ts';
import type { EpochSecondsNode } from './epoch-seconds.ts';
import type { EscapeNode } from './escape.ts';
import type { ExistsNode } from './exists.ts';
import type { ExtractNode } from './extract.ts';
import type { FallbackNode } from './fallback.ts';
import type { FieldNode } from './field.ts';
import type { FingerprintNode } from './fingerprint.ts';
import type { FiscalNode } from './fiscal.ts';
import type { HtmlTextNode } from './html-text.ts';
import type { InNode } from './in.ts';
import type { InQueryNode } from './in-query.ts';
import type { IncludesNode } from './includes.ts';
import type { InstantTextNode } from './instant-text.ts';
import type { ItemAtNode } from './item-at.ts';
import type { ItemFieldNode } from './item-field.ts';
import type { JoinNode } from './join.ts';
import type { KeepNode } from './keep.ts';
import type { LengthNode } from './length.ts';
import type { LinkNode } from './link.ts';
import type { LiteralNode } from './literal.ts';
import type { LocalDayNode } from './local-day.ts';
import type { LocalMinuteNode } from './local-minute.ts';
import type { LowerNode } from './lower.ts';
import type { MatchNode } from './match.ts';
import type { MentionNode } from './mention.ts';
import type { MoneyNode } from './money.ts';
import type { NamedFieldNode } from './named-field.ts';
import type { NotNode } from './not.ts';
import type { NoteNode } from './note.ts';
import type { NowNode } from './now.ts';
import type { NumberNode } from './number.ts';
import type { OrNode } from './or.ts';
import type { ParameterNode } from './parameter.ts';
import type { PartNode } from './part.ts';
import type { PatternNode } from './pattern.ts';
import type { PercentNode } from './percent.ts';
import type { PeriodStartNode } from './period-start.ts';
import type { PlainTextNode } from './plain-text.ts';
import type { PluckNode } from './pluck.ts';
import type { PluralNode } from './plural.ts';
import type { PropertyNode } from './property.ts';
import type { QueryTextNode } from './query-text.ts';
import type { RelativeDateNode } from './relative-date.ts';
import type { RowsNode } from './rows.ts';
import type { ShiftDaysNode } from './shift-days.ts';
import type { SlugNode } from './slug.ts';
import type { StampNode } from './stamp.ts';
import type { TrimNode } from './trim.ts';
import type { TruncateNode } from './truncate.ts';
import type { TurnNode } from './turn.ts';
import type { UpperNode } from './upper.ts';
import type { UrlEncodeNode } from './url-encode.ts';
import type { WeekdayNode } from './weekday.ts';
import type { WordNode } from './word.ts';

/** Every node of the language. A target answers each of them by `kind`. */
export type Node =
  | FieldNode
  | NamedFieldNode
  | ItemFieldNode
  | ParameterNode
  | LiteralNode
  | NowNode
  | NoteNode
  | AnswerNode
  | CompareNode
  | InNode
  | MatchNode
  | ExistsNode
  | AndNode
  | OrNode
  | NotNode
  | BetweenNode
  | RelativeDateNode
  | FiscalNode
  | InQueryNode
  | ChangedNode
  | EnteredNode
  | ChildFieldNode
  | StampNode
  | ConcatNode
  | FallbackNode
  | ChooseNode
  | MoneyNode
  | NumberNode
  | PercentNode
  | DateTextNode
  | InstantTextNode
  | DateTokenNode
  | DurationNode
  | UpperNode
  | LowerNode
  | TrimNode
  | TruncateNode
  | SlugNode
  | PatternNode
  | KeepNode
  | EscapeNode
  | PlainTextNode
  | HtmlTextNode
  | LinkNode
  | MentionNode
  | JoinNode
  | RowsNode
  | PluralNode
  | EachNode
  | CollectNode
  | AppendNode
  | DistinctNode
  | PluckNode
  | ItemAtNode
  | LengthNode
  | IncludesNode
  | AddNode
  | QueryTextNode
  | PartNode
  | PropertyNode
  | UrlEncodeNode
  | EpochSecondsNode
  | LocalDayNode
  | LocalMinuteNode
  | ClockMinuteNode
  | WeekdayNode
  | ShiftDaysNode
  | PeriodStartNode
  | TurnNode
  | EarliestNode
  | WordNode
  | ExtractNode
  | FingerprintNode;

/** A node that yields a value of a type. */
export type Expression<T extends Type = Type> = Node & { readonly type: T };

/** A node that holds or does not hold. */
export type Condition = Expression<'boolean'>;

export type Kind = Node['kind'];
