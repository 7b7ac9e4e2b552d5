/** A JSON answer as Slack sends it. */
export const reply = (
  body: Readonly<Record<string, unknown>>,
  options: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
) =>
  new Response(JSON.stringify(body), {
    status: options.status ?? 200,
    headers: { 'content-type': 'application/json; charset=utf-8', ...options.headers },
  });
