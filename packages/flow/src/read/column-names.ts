/** What exports call the columns of an event, in several languages; folded to small letters and digits, the surest first. */
import type { Role } from './read-options.ts';

export const COLUMN_NAMES: Readonly<Record<Role, readonly string[]>> = {
  case: words(`
    caseconceptname caseid case patient caseidentifier casenumber caseno casenr caseref caseinstanceid
    caseinstance casekey processinstanceid processinstance processid traceid trace issuekey issueid
    srnumber ticketid workitemid issuenumber cardid ticketnumber ticket incidentid incidentnumber incident orderid ordernumber order
    applicationid application requestid request claimid patientid itemid documentid customerid sessionid
    dossierid instanceid number id key fall fallid vorgang zaak caso
  `),
  activity: words(`
    conceptname activity handling activityname activityid eventname event task taskname action step
    stepname operation statustoname tostatus tostate newstatus newstate listafter status state stage activitylabel eventtype activitytype
    incidentactivitytype incidentstate whathappened name label aktivität tätigkeit activiteit activité actividad atividade
  `),
  time: words(`
    timetimestamp completetimestamp timestamp time endtimestamp timestampend endtime completetime
    completiontime completedat finishtime finishtimestamp finishedat completedtimestamp timecomplete
    timeend end eventtime eventtimestamp eventdatetime eventdate datetime datetimestamp changedate
    changedatetime statuschangedate changedat changeddate changedon occurredat occurred happenedat
    recordedat loggedat ts eventts timestampms timestamputc timestampseconds epoch epochms unixtime
    unixtimestamp when sysupdatedon sysupdatedat completedate enddate finishdate date
    createdat created updatedat zeitstempel zeitpunkt datum tijdstip horodatage fecha starttime
    starttimestamp start
  `),
  start: words(`
    starttimestamp timestampstart starttime startedat timestart start begintime begin begintimestamp
    startdate starteventtimetimestamp
  `),
  lifecycle: words(`
    lifecycletransition registrationtype lifecycle transition eventlifecycle lifecyclestate lifecycleid
  `),
  resource: words(`
    orgresource resource employee user username userid clerk resourceid resourcename originator
    performer agent assignee assignedto changedby createdby owner actor operator worker executor
    bearbeiter benutzer medewerker recurso
  `),
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
