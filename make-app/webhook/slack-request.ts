import type { SlackRequest } from '../../shared/operation/slack-request.ts';
import { quote } from '../../shared/target/iml/quote.ts';
import type { Webhook } from '../component.ts';
import { moduleName } from '../module-name.ts';
import { toParameter } from '../parameter.ts';

const knowsSecret = "sha256(toString(ifempty(query.secret, '-'))) == sha256(toString(parameters.secret))";

/**
 * The webhook for a request of Slack. The reply goes out at once, which is what Slack waits for; a request with another
 * secret or of another kind is not taken.
 */
export function slackRequestWebhook(request: SlackRequest): Webhook {
  const { operation, reply, form, sign, places, otherwise = {} } = request;
  const at = (place: string) =>
    form === 'fields' ? `body.${place}` : `get(parseJSON(body.payload), ${quote(place)})`;
  const said = `toString(ifempty(${at(sign.field)}, '-'))`;
  const isKind = sign.value === undefined ? `${said} != '-'` : `${said} == ${quote(sign.value)}`;
  const output = Object.entries(places).map(([key, place]) => {
    const last = otherwise[key];
    const values = [...[place].flat().map(at), ...(last === undefined ? [] : [quote(last)])];
    return [key, `{{${values.reduceRight((next, value) => `ifempty(${value}, ${next})`)}}}`] as const;
  });
  return {
    id: moduleName(operation),
    label: operation.label,
    params: operation.inputs.map(toParameter),
    communication: {
      condition: `{{if(${knowsSecret}, ${isKind}, false)}}`,
      respond:
        reply === undefined
          ? { type: 'text', status: 200, body: '' }
          : { type: 'json', status: 200, body: { response_type: 'ephemeral', text: reply } },
      output: Object.fromEntries(output),
    },
  };
}
