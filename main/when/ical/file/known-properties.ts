/**
 * Names of properties that are registered for iCalendar (IANA, « iCalendar Properties »). In a description with line breaks that
 * were not escaped, a line such as « Horaires: 14 h » looks like a property: only a name that exists makes it one.
 */
const names = `
  CALSCALE METHOD PRODID VERSION ATTACH CATEGORIES CLASS COMMENT DESCRIPTION GEO LOCATION PERCENT-COMPLETE PRIORITY RESOURCES
  STATUS SUMMARY COMPLETED DTEND DUE DTSTART DURATION FREEBUSY TRANSP TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL ATTENDEE CONTACT
  ORGANIZER RECURRENCE-ID RELATED-TO URL UID EXDATE EXRULE RDATE RRULE ACTION REPEAT TRIGGER CREATED DTSTAMP LAST-MODIFIED
  SEQUENCE REQUEST-STATUS XML TZUNTIL TZID-ALIAS-OF BUSYTYPE NAME REFRESH-INTERVAL SOURCE COLOR IMAGE CONFERENCE CALENDAR-ADDRESS
  LOCATION-TYPE PARTICIPANT-TYPE RESOURCE-TYPE STRUCTURED-DATA STYLED-DESCRIPTION ACKNOWLEDGED PROXIMITY CONCEPT LINK REFID
  BEGIN END DCREATED AALARM DALARM MALARM PALARM RNUM`;

const known: ReadonlySet<string> = new Set(names.trim().split(/\s+/u));

/** Whether there is a property of this name, in capitals; those of one program alone begin with « X- ». */
export const isKnownProperty = (name: string): boolean => known.has(name) || name.startsWith('X-');
