/** The languages that cards are written in, and what people call them. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

/** A language of the cards. */
export type Language = keyof typeof languages;

const words = (en: string, de: string, fr: string) => ({ en, de, fr });

/** The fixed words of all cards: each once, in every language. Blanks and punctuation at an end belong to them. */
export const wordTable = {
  account: words('Account', 'Account', 'Compte'),
  amount: words('Amount', 'Betrag', 'Montant'),
  amountsIn: words('Amounts in ', 'Beträge in ', 'Montants en '),
  andMore: words('and more', 'und weitere', 'et d’autres'),
  arr: words('ARR', 'ARR', 'ARR'),
  byCategory: words('By forecast category', 'Nach Forecast-Kategorie', 'Par catégorie de prévision'),
  byStage: words('By stage', 'Nach Phase', 'Par étape'),
  caseEscalated: words(' was escalated', ' wurde eskaliert', ' a été escaladée'),
  caseNumber: words('Case ', 'Fall ', 'Requête '),
  changesUnknown: words(
    'Salesforce did not tell what moved.',
    'Salesforce hat nicht mitgeteilt, was sich bewegt hat.',
    'Salesforce n’a pas indiqué ce qui a bougé.',
  ),
  closed: words('Closed', 'Geschlossen', 'Fermée'),
  closeDate: words('Close date', 'Abschlussdatum', 'Date de clôture'),
  closeDatesMoved: words(
    '_Close date moved into or out of the quarter:_',
    '_Abschlussdatum ins Quartal oder hinaus verschoben:_',
    '_Date de clôture entrée dans le trimestre ou sortie :_',
  ),
  closes: words('closes', 'Abschluss', 'clôture'),
  closeWithin: words('They close within ', 'Abschluss innerhalb von ', 'Clôture dans les '),
  company: words('Company', 'Firma', 'Société'),
  contractStart: words('Contract start', 'Vertragsbeginn', 'Début du contrat'),
  couldNotAdd: words('Could not add ', 'Nicht hinzugefügt: ', 'Impossible d’ajouter '),
  couldNotFind: words('Slack does not know ', 'In Slack unbekannt: ', 'Inconnu dans Slack : '),
  customerSuccess: words('Customer success', 'Customer Success', 'Customer success'),
  daysAndSilentFor: words(
    ' days, and no activity was logged for ',
    ' Tagen, und keine Aktivität seit ',
    ' jours, et aucune activité depuis ',
  ),
  daysEnd: words(' days.', ' Tagen.', ' jours.'),
  deal: words(' deal', ' Deal', ' opportunité'),
  dealRoom: words('Deal room', 'Deal-Raum', 'Salon du deal'),
  dealRoomLink: words(
    'The deal room in Slack: ',
    'Der Deal-Raum in Slack: ',
    'Le salon du deal dans Slack : ',
  ),
  deals: words(' deals', ' Deals', ' opportunités'),
  dealsInTheirOwn: words(
    ', the corporate currency; single deals in their own.',
    ', der Unternehmenswährung; einzelne Deals in ihrer eigenen.',
    ', la devise de l’entreprise ; chaque opportunité dans la sienne.',
  ),
  deEscalated: words('De-escalated', 'Deeskaliert', 'Désescaladée'),
  escalated: words('Escalated', 'Eskaliert', 'Escaladée'),
  everyoneIsHere: words('Everyone is here', 'Alle sind da', 'Tout le monde est là'),
  firstDigest: words(
    'This is the first digest. Later ones say here what moved.',
    'Dies ist die erste Übersicht. Spätere sagen hier, was sich bewegt hat.',
    'Ceci est le premier point. Les suivants diront ici ce qui a bougé.',
  ),
  forecast: words('Forecast ', 'Forecast ', 'Prévisions '),
  furtherRenewals: words(
    'Further renewals, told with the next message: ',
    'Weitere Verlängerungen, mit der nächsten Nachricht: ',
    'Autres renouvellements, dans le prochain message : ',
  ),
  inThisRoom: words('In this room', 'In diesem Raum', 'Dans ce salon'),
  isNowIn: words(' is now in ', ' ist jetzt in ', ' est maintenant à l’étape '),
  jobTitle: words('Title', 'Position', 'Fonction'),
  largestDeals: words('Largest deals', 'Größte Deals', 'Plus grandes opportunités'),
  lastActivity: words('last activity', 'letzte Aktivität', 'dernière activité'),
  lost: words('Lost', 'Verloren', 'Perdues'),
  moreAboutIt: words('More about it', 'Mehr dazu', 'En savoir plus'),
  newLead: words('New lead: ', 'Neuer Lead: ', 'Nouvelle piste : '),
  newOrMoved: words('New or in another stage', 'Neu oder in anderer Phase', 'Nouvelles ou à une autre étape'),
  nextInThread: words(
    ':thread: Many alerts at once: the next ones are in this thread.',
    ':thread: Viele Meldungen auf einmal: Die nächsten stehen in diesem Thread.',
    ':thread: Beaucoup d’alertes à la fois : les suivantes sont dans ce fil.',
  ),
  noActivity: words('no activity yet', 'noch keine Aktivität', 'aucune activité'),
  noCsm: words('No CSM found by ', 'Kein CSM gefunden über ', 'Aucun CSM trouvé par '),
  noSla: words('No SLA in Salesforce', 'Kein SLA in Salesforce', 'Aucun SLA dans Salesforce'),
  nothingInForecast: words(
    ': the forecast is still empty. Deals show up here once they are won, or at ',
    ': Der Forecast ist noch leer. Deals erscheinen hier, sobald sie gewonnen sind oder stehen bei ',
    ' : les prévisions sont encore vides. Une opportunité apparaît ici une fois gagnée, ou à l’étape ',
  ),
  nothingMoved: words('Nothing moved.', 'Nichts hat sich bewegt.', 'Rien n’a bougé.'),
  onCall: words('On call', 'Bereitschaft', 'D’astreinte'),
  open: words('Open', 'Offen', 'Ouvertes'),
  openDealsFrom: words(': open deals at ', ': offene Deals ab ', ' : opportunités ouvertes à partir de '),
  opportunityInSalesforce: words(
    'Opportunity in Salesforce',
    'Opportunity in Salesforce',
    'Opportunité dans Salesforce',
  ),
  orLaterAndWon: words(' or later, and won ones.', ', und gewonnene.', ', et gagnées.'),
  owner: words('Owner', 'Inhaber', 'Propriétaire'),
  priority: words('Priority', 'Priorität', 'Priorité'),
  priorityIsNow: words('Priority is now ', 'Priorität ist jetzt ', 'La priorité est maintenant '),
  rating: words('Rating', 'Bewertung', 'Évaluation'),
  reassignedTo: words('Reassigned to ', 'Neu zugewiesen an ', 'Réattribuée à '),
  renewalsAtRisk: words('Renewals at risk: ', 'Gefährdete Verlängerungen: ', 'Renouvellements à risque : '),
  reopened: words('Reopened', 'Wieder geöffnet', 'Rouverte'),
  sentWithoutSalesforce: words(
    ':warning: Sent without Salesforce, whose API calls are used up: what it shows may have changed since.',
    ':warning: Ohne Salesforce gesendet, dessen API-Aufrufe aufgebraucht sind: Der Stand kann sich seitdem geändert haben.',
    ':warning: Envoyé sans Salesforce, dont les appels d’API sont épuisés : l’état a pu changer depuis.',
  ),
  since: words('Since ', 'Seit ', 'Depuis le '),
  sinceLast: words('Since the last digest', 'Seit der letzten Übersicht', 'Depuis le dernier point'),
  slaBreach: words('SLA breach', 'SLA-Verletzung', 'Dépassement du SLA'),
  solutionsEngineer: words('Solutions engineer', 'Solutions Engineer', 'Ingénieur solutions'),
  source: words('Source', 'Quelle', 'Origine'),
  stakeholders: words('Stakeholders', 'Ansprechpartner', 'Interlocuteurs'),
  status: words('Status', 'Status', 'Statut'),
  subject: words('Subject', 'Betreff', 'Objet'),
  teamNeedsToKnow: words(
    '. Here is what the team needs to know.',
    '. Das muss das Team wissen.',
    '. Voici ce que l’équipe doit savoir.',
  ),
  thisQuarter: words('this fiscal quarter', 'dieses Geschäftsquartal', 'ce trimestre fiscal'),
  userHasNoAddress: words(
    'no email address in Salesforce',
    'keine E-Mail-Adresse in Salesforce',
    'aucune adresse e-mail dans Salesforce',
  ),
  userIsInactive: words('inactive in Salesforce', 'in Salesforce inaktiv', 'inactif dans Salesforce'),
  viewInSalesforce: words('View in Salesforce', 'In Salesforce öffnen', 'Ouvrir dans Salesforce'),
  weighted: words('Weighted', 'Gewichtet', 'Pondéré'),
  won: words('Won', 'Gewonnen', 'Gagnées'),
  wonAndOpen: words('Won and open', 'Gewonnen und offen', 'Gagnées et ouvertes'),
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The name of a fixed word. */
export type Word = keyof typeof wordTable;

/** The longest form of a word in any language, in UTF-16 units. */
export function longestForm(word: Word): number {
  return Math.max(...Object.values(wordTable[word]).map(({ length }) => length));
}
