const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is a real ISO 8601 instant with zone, so that it has one meaning whatever the time zone. */
export function isInstantText(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return false;
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(day) && new Date(day).toISOString().startsWith(text.slice(0, 10)) && !text.includes('T24')
  );
}
