import type { Org } from '../org.ts';
import type { Field, Row, Sobject } from '../schema/type.ts';
import { readField } from '../visible.ts';

/** What an envelope tells besides its records. */
export interface Sender {
  readonly actionId: string;
  readonly sobject: Sobject;
  readonly fields: readonly Field[];
}

/** A record to tell of; one that was deleted meanwhile has no row. */
export interface Told {
  readonly id: string;
  readonly row: Row | undefined;
}

/** The SOAP envelope of some notifications. Empty fields are left out, as is all of a deleted record; there is no session id; `url` is the org's. */
export function envelope(org: Org, url: string, sender: Sender, records: readonly Told[]): string {
  const organizationId = String(org.organization().Id);
  const api = (name: string) => escapeXml(`${url}/services/Soap/${name}/66.0/${organizationId.slice(0, 15)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>${organizationId}</OrganizationId>
   <ActionId>${sender.actionId}</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>${api('c')}</EnterpriseUrl>
   <PartnerUrl>${api('u')}</PartnerUrl>
${records.map((record) => notification(org, sender, record)).join('\n')}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`;
}

function notification(org: Org, { sobject, fields }: Sender, { id, row }: Told): string {
  const values = row === undefined ? [] : fields.map((field) => element(org, field, row));
  return `   <Notification>
    <Id>${id}</Id>
    <sObject xsi:type="sf:${sobject.name}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">${values.join('')}</sObject>
   </Notification>`;
}

function element(org: Org, field: Field, row: Row): string {
  const value = readField(org, field, row);
  if (value === null) return '';
  return `<sf:${field.name}>${escapeXml(textOf(field, value))}</sf:${field.name}>`;
}

function textOf({ type }: Field, value: string | number | boolean): string {
  if (type === 'datetime') return String(value).replace('+0000', 'Z');
  const isDecimal = type === 'currency' || type === 'double' || type === 'percent';
  return isDecimal && Number.isInteger(value) ? `${value}.0` : String(value);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
