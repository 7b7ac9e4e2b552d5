/** Tells the subscriptions of new records. */
trigger DealwireLead on Lead (before insert, after insert) {
    DealwirePush.tell(
        Trigger.new,
        Trigger.oldMap,
        new List<Schema.SObjectField>{}
    );
}
