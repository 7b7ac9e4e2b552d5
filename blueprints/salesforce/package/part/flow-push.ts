import { equal } from '../../../../shared/language/index.ts';
import { API_VERSION } from '../../../../shared/salesforce/api-version.ts';
import { caseField, mayEscalate } from '../../../../shared/signal/case-escalation/filter.ts';
import { filter as enteredStage } from '../../../../shared/signal/deal-room/filter.ts';
import { compileFlow, type FlowCriteria } from '../../../../shared/target/flow/compile.ts';
import type { Choices } from '../choices.ts';
import type { Files } from '../files.ts';
import { metadata } from '../metadata.ts';

/** When a flow sends its outbound message. */
interface Entry {
  readonly object: 'Opportunity' | 'Case' | 'Lead';
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** What the record comes to meet; a flow without criteria runs for new records only. */
  readonly criteria?: FlowCriteria;
}

/** Record-triggered flows that send an outbound message to a webhook of Make, for the objects that have one. Experimental. */
export function flowPush(choices: Choices): Files {
  return new Map(
    entries(choices)
      .filter(({ object }) => object in choices.flowUrls)
      .flatMap((entry) => [
        [`flow-push/workflows/${entry.object}.workflow-meta.xml`, messageXml(entry, choices)] as const,
        [`flow-push/flows/${entry.name}.flow-meta.xml`, flowXml(entry)] as const,
      ]),
  );
}

function entries({ stages, priorities }: Choices): readonly Entry[] {
  return [
    {
      object: 'Opportunity',
      name: 'Dealwire_Opportunity_Entered_Stage',
      label: 'Dealwire Opportunity Entered Stage',
      description: 'Tells Make once when an opportunity enters one of the stages.',
      criteria: compileFlow(enteredStage, { stages }),
    },
    {
      object: 'Case',
      name: 'Dealwire_Case_Escalated',
      label: 'Dealwire Case Escalated',
      description: 'Tells Make once when a case is escalated or gets one of the priorities.',
      criteria: compileFlow(
        priorities.length > 0 ? mayEscalate : equal(caseField('IsEscalated'), true),
        { priorities },
        'on entry',
      ),
    },
    {
      object: 'Lead',
      name: 'Dealwire_Lead_Created',
      label: 'Dealwire Lead Created',
      description: 'Tells Make of every new lead.',
    },
  ];
}

function messageXml({ object, name, description }: Entry, { flowUrls, user }: Choices): string {
  return metadata('Workflow', {
    outboundMessages: [
      {
        fullName: name,
        apiVersion: Number(API_VERSION),
        description,
        endpointUrl: flowUrls[object] ?? '',
        fields: ['Id'],
        includeSessionId: false,
        integrationUser: user,
        name,
        protected: false,
        useDeadLetterQueue: false,
      },
    ],
  });
}

function flowXml({ object, name, label, description, criteria }: Entry): string {
  const message = `${object}.${name}`;
  return metadata('Flow', {
    actionCalls: [
      {
        name: 'Send_Message',
        label: 'Send Message',
        locationX: 176,
        locationY: 287,
        actionName: message,
        actionType: 'outboundMessage',
        flowTransactionModel: 'CurrentTransaction',
        nameSegment: message,
      },
    ],
    apiVersion: Number(API_VERSION),
    description,
    environments: ['Default'],
    interviewLabel: `${label} {!$Flow.CurrentDateTime}`,
    label,
    processType: 'AutoLaunchedFlow',
    start: {
      locationX: 50,
      locationY: 0,
      connector: { targetReference: 'Send_Message' },
      ...criteria,
      object,
      recordTriggerType: criteria === undefined ? 'Create' : 'CreateAndUpdate',
      triggerType: 'RecordAfterSave',
    },
    status: 'Active',
  });
}
