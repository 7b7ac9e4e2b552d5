/** Tells the subscriptions of new records, and of changes of StageName. */
trigger DealwireOpportunity on Opportunity (before insert, after insert, after update) {
    DealwirePush.tell(
        Trigger.new,
        Trigger.oldMap,
        new List<Schema.SObjectField>{ Opportunity.StageName }
    );
}
