/** Tells the subscriptions of new records, and of changes of IsConverted, LeadSource, Rating. */
trigger DealwireLead on Lead (before insert, after insert, after update) {
    DealwirePush.tell(
        Trigger.new,
        Trigger.oldMap,
        new List<Schema.SObjectField>{ Lead.IsConverted, Lead.LeadSource, Lead.Rating }
    );
}
