import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import { describe, expect, it } from '@jest/globals';
import { pushRules } from '../../../shared/receive/push-rule.ts';
import { jobLimits } from '../../sandbox/salesforce/package-push/package-push.ts';
import { startSalesforce } from '../../sandbox/salesforce/salesforce.ts';
import { serve } from '../../sandbox/serve.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'blueprints', 'salesforce', 'push');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const classes = readdirSync(join(folder, 'classes')).filter((name) => name.endsWith('.cls'));
const triggers = readdirSync(join(folder, 'triggers')).filter((name) => name.endsWith('.trigger'));

class Problems extends ApexErrorListener {
  readonly found: string[] = [];
  override apexSyntaxError(line: number, column: number, message: string): void {
    this.found.push(`${line}:${column} ${message}`);
  }
}

/** The syntax errors of a source, by an offline parser of Apex; nothing here compiles it. */
function syntaxErrors(source: string, unit: 'compilationUnit' | 'triggerUnit'): readonly string[] {
  const problems = new Problems();
  ApexParserFactory.createLexerAndParser(source, problems).parser[unit]();
  return problems.found;
}

describe('The Apex of the package', () => {
  it.each(classes)('%s is well formed', (name) => {
    expect(syntaxErrors(read(`classes/${name}`), 'compilationUnit')).toEqual([]);
  });

  it.each(triggers)('%s is well formed, and one statement', (name) => {
    const source = read(`triggers/${name}`);
    expect(syntaxErrors(source, 'triggerUnit')).toEqual([]);
    expect(source.match(/;/g)).toHaveLength(1);
  });

  it('is refused by the parser when it is not well formed', () => {
    expect(syntaxErrors('public class X { void y( { } }', 'compilationUnit')).not.toEqual([]);
  });

  it('has a trigger for every object that the package tells of, which looks at the same fields', () => {
    expect(triggers.sort()).toEqual(pushRules.map(({ object }) => `Dealwire${object}.trigger`).sort());
    for (const { object, fields } of pushRules) {
      const source = read(`triggers/Dealwire${object}.trigger`);
      const [, list = ''] = /SObjectField>\{(.*)\}/.exec(source) ?? [];
      expect(list.split(',').map((token) => token.trim())).toEqual(
        fields.length === 0 ? [''] : fields.map((field) => `${object}.${field}`),
      );
      expect(source.includes('after update')).toBe(fields.length > 0);
    }
  });

  it('reads subscriptions whatever the user who saves may see, and says so in every query', () => {
    const source = read('classes/DealwirePush.cls');
    expect(source).toMatch(/^public without sharing class /m);
    const queries = source.match(/\bFROM\b/g) ?? [];
    expect(queries).toHaveLength(2);
    expect(source.match(/WITH SYSTEM_MODE/g)).toHaveLength(queries.length);
  });
});

describe('The stand-in imitates', () => {
  it.each(Object.entries(jobLimits))('the limit %s', (name, value) => {
    expect(read('classes/DealwirePush.cls')).toContain(`Integer ${name} = ${value};`);
  });

  it('the body that the Apex sends', async () => {
    const hook = await serve('hook', async () => new Response());
    const salesforce = await startSalesforce({ hosts: { 'https://hooks.zapier.com': hook.url } });
    salesforce.insert('Dealwire_Subscription__c', {
      Url__c: 'https://hooks.zapier.com/a',
      Object__c: 'Lead',
      Secret__c: 's',
    });
    salesforce.insert('Lead', { LastName: 'L', Company: 'X' });
    await salesforce.settled();
    const sent = Object.keys(JSON.parse(hook.calls[0]?.body ?? '{}'));
    await salesforce.close();
    await hook.close();
    const inApex = [...read('classes/DealwirePush.cls').matchAll(/'(\w+)' =>/g)].map(([, key]) => key);
    expect(sent).toEqual(inApex);
    const tested = [...read('classes/DealwirePushTest.cls').matchAll(/body\.get\('(\w+)'\)/g)];
    expect(tested.map(([, key]) => key).sort()).toEqual(inApex.toSorted());
  });
});
