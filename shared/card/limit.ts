/** Slack's documented limits, in UTF-16 units after escaping, and what we keep to where none is documented. */
export const limit = {
  header: 150,
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  contextElements: 10,
  buttons: 25,
  buttonText: 75,
  url: 3000,
  blocks: 50,
  /** Longer top-level texts are split or refused in practice. */
  messageText: 3900,
  /** All texts of a message's blocks together. */
  blockText: 12_000,
} as const;
