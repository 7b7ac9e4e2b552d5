import { describe, expect, it } from '@jest/globals';
import { type Choices, defaultChoices } from '../../../blueprints/salesforce/package/choices.ts';
import { toRead, toWrite } from '../../../blueprints/salesforce/package/grant.ts';
import { packageFiles } from '../../../blueprints/salesforce/package/package.ts';
import { guarded, open } from '../../../blueprints/salesforce/package/security.ts';
import { sobjects } from '../../sandbox/salesforce/schema/index.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import { runScene } from '../../scene/run-scene.ts';
import type { Scene } from '../../scene/scene.ts';
import { scenes } from '../../scene/scenes.ts';
import { visible } from '../../scene/visible.ts';
import { all, readXml, textOf } from './read-xml.ts';

/** What a permission set of the package grants. */
function granted(name: string, choices: Choices = defaultChoices) {
  const [, text = ''] =
    [...packageFiles(choices)].find(([path]) => path.endsWith(`/${name}.permissionset-meta.xml`)) ?? [];
  const { content } = readXml(text);
  return {
    text,
    fields: all(content, 'fieldPermissions').map((one) => ({
      name: textOf(one, 'field') ?? '',
      editable: textOf(one, 'editable') === 'true',
    })),
    objects: all(content, 'objectPermissions').map((one) => ({
      name: textOf(one, 'object') ?? '',
      rights: ['Create', 'Delete', 'Edit', 'Read'].filter((right) => textOf(one, `allow${right}`) === 'true'),
      viewAll: textOf(one, 'viewAllRecords') === 'true',
      modifyAll: textOf(one, 'modifyAllRecords') === 'true',
    })),
    user: all(content, 'userPermissions').map((one) => textOf(one, 'name')),
  };
}

const names = ['Dealwire_Core', 'Dealwire_Replay', 'Dealwire_Write_Back', 'Dealwire_Push'] as const;

describe('The permission set', () => {
  it('Core reads, keeps the ledger without deleting from it, and sees no record that its user could not see', () => {
    const { objects, fields, user } = granted('Dealwire_Core');
    const standard = objects.filter(({ name }) => !name.endsWith('__c'));
    expect(standard.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account', 'Case', 'Opportunity']),
    );
    for (const { rights } of standard) expect(rights).toEqual(['Read']);
    expect(objects.find(({ name }) => name === 'Dealwire_Delivery__c')?.rights).toEqual([
      'Create',
      'Edit',
      'Read',
    ]);
    expect(objects.some(({ viewAll }) => viewAll)).toBe(false);
    expect(user).toEqual(['ApiEnabled']);
    expect(fields.filter(({ name, editable }) => editable && !name.startsWith('Dealwire_'))).toEqual([]);
  });

  it('Core reads the further fields that were chosen, and no object that was not', () => {
    const { fields, objects } = granted('Dealwire_Core', {
      ...defaultChoices,
      objects: ['Opportunity'],
      fields: ['Opportunity.ARR__c', 'Account.SlaSerial', 'Project__c.Phase__c'],
    });
    expect(fields).toEqual(
      expect.arrayContaining(
        ['Opportunity.ARR__c', 'Account.SlaSerial', 'Project__c.Phase__c'].map((name) => ({
          name,
          editable: false,
        })),
      ),
    );
    expect(objects.find(({ name }) => name === 'Project__c')?.rights).toEqual(['Read']);
    expect(objects.map(({ name }) => name)).toEqual(expect.arrayContaining(['Account', 'Opportunity']));
    expect(objects.map(({ name }) => name)).not.toContain('Case');
  });

  it('Replay sees every record of the captured objects, and of accounts because contracts want it', () => {
    const { objects, fields, user } = granted('Dealwire_Replay');
    const whole = objects.filter(({ viewAll }) => viewAll).map(({ name }) => name);
    expect(whole).toEqual(['Account', 'Case', 'Contract', 'Lead', 'Opportunity']);
    expect([fields, user]).toEqual([[], []]);
    const without = granted('Dealwire_Replay', { ...defaultChoices, objects: ['Opportunity', 'Lead'] });
    expect(without.objects.filter(({ viewAll }) => viewAll).map(({ name }) => name)).toEqual([
      'Lead',
      'Opportunity',
    ]);
  });

  it('Write-back writes posts, and has no right on any object', () => {
    const { objects, user } = granted('Dealwire_Write_Back');
    expect(objects).toEqual([]);
    expect(user).toContain('ChatterInternalUser');
  });

  it('Push is about subscriptions alone', () => {
    const { objects, fields } = granted('Dealwire_Push');
    expect(objects.map(({ name }) => name)).toEqual(['Dealwire_Subscription__c']);
    expect(fields).toEqual([
      { name: 'Dealwire_Subscription__c.Entry__c', editable: true },
      { name: 'Dealwire_Subscription__c.Secret__c', editable: true },
    ]);
  });

  it.each(
    names,
  )('%s changes nobody’s records beyond their rights and is short enough to describe', (name) => {
    const { text, objects } = granted(name);
    expect(objects.some(({ modifyAll }) => modifyAll)).toBe(false);
    const [, description = ''] = /<description>(.*)<\/description>/.exec(text) ?? [];
    expect(description.length).toBeLessThanOrEqual(255);
  });

  it.each(
    names,
  )('%s grants no required field and lets nobody edit a formula, which Salesforce refuses', (name) => {
    const files = [...packageFiles(defaultChoices)];
    for (const { name: field, editable } of granted(name).fields) {
      const [object, short] = field.split('.');
      const [, xml] = files.find(([path]) => path.endsWith(`${object}/fields/${short}.field-meta.xml`)) ?? [];
      if (xml === undefined) continue;
      expect(xml).not.toContain('<required>true</required>');
      if (xml.includes('<formula>')) expect(editable).toBe(false);
    }
  });
});

/** Takes everything from the connected user that the permission sets do not grant. */
function leaveOnly({ salesforce }: World, sets: readonly ReturnType<typeof granted>[]): void {
  const fields = sets.flatMap((set) => set.fields);
  const objects = new Set(sets.flatMap((set) => set.objects.map(({ name }) => name)));
  const seen = new Set(fields.map(({ name }) => name));
  const hasRights = (name: string) => guarded.includes(name) || name.startsWith('Dealwire_');
  const ours = sobjects.filter(({ name }) => hasRights(name));
  salesforce.features.hiddenObjects = new Set(
    ours.filter(({ name }) => !objects.has(name)).map(({ name }) => name),
  );
  salesforce.features.hiddenFields = new Set(
    ours.flatMap((sobject) =>
      sobject.fields
        .filter(({ name, nillable }) => !(name.endsWith('__c') && !nillable))
        .filter(({ name }) => !open['*']?.includes(name) && !open[sobject.name]?.includes(name))
        .map(({ name }) => `${sobject.name}.${name}`)
        .filter((field) => !seen.has(field)),
    ),
  );
  salesforce.features.readOnlyFields = new Set(
    fields.filter(({ editable }) => !editable).map(({ name }) => name),
  );
}

/** The fields of the sample org that the scenes name in their inputs. */
const CHOSEN = ['SE__c', 'CSM__c', 'ARR__c', 'Segment__c'].map((name) => `Opportunity.${name}`);

describe('A connected user', () => {
  const leaves = async ({ happens, ...scene }: Scene, restrict: (world: World) => void) => {
    const world = await startWorld();
    try {
      await happens(world);
      restrict(world);
      await runScene('zapier', world, { happens, ...scene });
      return visible(world);
    } finally {
      await world.close();
    }
  };

  it.each(
    scenes,
  )('with Core and Write-back alone leaves of the $name what one with every right leaves', async (scene) => {
    const choices = { ...defaultChoices, fields: CHOSEN };
    const sets = ['Dealwire_Core', 'Dealwire_Write_Back'].map((name) => granted(name, choices));
    const expected = await leaves(scene, () => undefined);
    expect(expected.messages.length + expected.records.length).toBeGreaterThan(0);
    expect(await leaves(scene, (world) => leaveOnly(world, sets))).toEqual(expected);
  });

  it('with nothing granted gets nowhere', async () => {
    const [scene] = scenes;
    if (scene === undefined) throw new Error('There is no scene.');
    await expect(leaves(scene, (world) => leaveOnly(world, []))).rejects.toMatchObject({
      code: 'dealwire_missing_object',
    });
  });
});

describe('An operation of which nobody said what right it takes', () => {
  it.each([
    [() => toRead('Opportunity', ['BrandNew']), 'whether a permission set can grant Opportunity.BrandNew'],
    [() => toRead('Case', ['Asset.Name']), 'where the lookup Case.Asset leads to'],
    [() => toWrite('Thing', 'create', []), 'which right writes records of Thing'],
  ])('stops the package from being generated %#', (grant, message) => {
    expect(grant).toThrow(message);
  });

  it('needs no word when it writes to an object that has rights of its own', () => {
    expect(toWrite('Opportunity', 'edit', ['NextStep', 'StageName'])).toEqual([
      { object: 'Opportunity', rights: ['read'] },
      { object: 'Account', rights: ['read'] },
      { object: 'Opportunity', rights: ['edit'] },
      { field: 'Opportunity.NextStep', editable: true },
    ]);
  });

  it('needs no word for fields and lookups of the org’s own', () => {
    expect(toRead('Opportunity', ['Team__r.Name'])).toContainEqual({
      field: 'Opportunity.Team__c',
      editable: false,
    });
  });
});
