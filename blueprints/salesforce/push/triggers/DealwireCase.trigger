/** Tells the subscriptions of new records, and of changes of IsEscalated, OwnerId, Priority, Status. */
trigger DealwireCase on Case (before insert, after insert, after update) {
    DealwirePush.tell(
        Trigger.new,
        Trigger.oldMap,
        new List<Schema.SObjectField>{ Case.IsEscalated, Case.OwnerId, Case.Priority, Case.Status }
    );
}
