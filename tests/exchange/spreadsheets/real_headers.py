"""Header rows as real lists have them, two or three rows of each, and the field of every column."""

from __future__ import annotations

from datetime import time

from tests.exchange.spreadsheets.builders import LONG

REAL_HEADERS = {
    "a DTG column before the subject, and a time in free text": (
        [
            [
                "EVENT #",
                "INJECT DTG",
                "TIME",
                "FROM",
                "TO",
                "SUBJECT",
                "METHOD",
                "INJECT",
                "REMARKS",
            ],
            [1, "210900AUG2011", "Morning", "State EOC", "EOC", "Warning", "Email", LONG, ""],
            [2, "210930AUG2011", "After brief", "NWS", "EOC", "Shelter", "Phone", LONG + " 2", ""],
        ],
        "serial start - sender addressees title means message note",
    ),
    "the same with other words and the DTG last": (
        [
            ["MSEL #", "TIME", "SUBJECT", "RECIPIENT", "EVENT DESCRIPTION", "INJECT DTG"],
            [1, "first thing", "Warning", "EOC", LONG, "210900AUG2011"],
            [2, "soon after", "Shelter", "EOC", LONG + " 2", "210930AUG2011"],
        ],
        "serial - title addressees message start",
    ),
    "an event number before an exact subject": (
        [
            ["EVENT #", "TIME", "EVENT", "SUBJECT", "RESPONSIBLE", "EXPECTED OUTCOME"],
            [1, "0900", LONG, "Explosion", "SimCell", "Unified command set up"],
            [2, "0910", LONG + " 2", "Bomb threat", "SimCell", "Bomb squad called"],
        ],
        "serial start message title responsible expected_action",
    ),
    "an event summary and no description": (
        [
            ["Event #", "Event Time", "Event Summary", "Inject Method", "From", "To", "Response"],
            ["1", "17 0855Z JUN 19", LONG, "Phone", "Utility", "EOC", ""],
            ["2", "17 0910Z JUN 19", LONG + " 2", "Radio", "Hospital", "EOC", ""],
        ],
        "serial start message means sender addressees response",
    ),
    "an event number, an event summary and a subject": (
        [
            ["EVENT #", "EVENT SUMMARY", "SUBJECT", "SCHEDULED", "PLAYER"],
            [1, LONG, "Explosion", "0900", "EOC"],
            [2, LONG + " 2", "Bomb threat", "0910", "EOC"],
        ],
        "serial message title start addressees",
    ),
    "a time whose heading says more than time": (
        [
            [
                "MSEL #",
                "Inject Time (Est)",
                "Storyline",
                "Inject Title",
                "Inject Description",
                "Given to",
            ],
            ["W-1", time(9, 0), "Snow", "First snow", LONG, "DOT"],
            ["W-2", time(9, 45), "Snow", "Road closed", LONG + " 2", "DOT"],
            ["W-3", time(10, 0), "Power", "Outage", LONG + " 3", "Utility"],
        ],
        "serial start storyline title message addressees",
    ),
    "two headings that differ only in capitals": (
        [
            ["Serial", "DTG", "From", "To", "Means", "Subject", "Text", "Expected action", "TO"],
            [
                "101",
                "140900ZSEP26",
                "HICON",
                "3 Bde",
                "Email",
                "Order",
                LONG,
                "Issue order",
                "TO-01",
            ],
            ["102", "141000ZSEP26", "LOCON", "3 Bde", "Phone", "Mines", LONG + " 2", "Go", "TO-02"],
        ],
        "serial start sender addressees means title message expected_action objectives",
    ),
    "a French chronogramme": (
        [
            ["N°", "Heure", "Émetteur", "Destinataire", "Moyen", "Contenu", "Attendu"],
            [1, "08h30", "CODIS", "Préfecture", "Téléphone", LONG, "Activation du COD"],
            [2, "08h45", "Maire", "Préfecture", "Courriel", LONG + " 2", "Réponse"],
        ],
        "serial start sender addressees means message expected_action",
    ),
    "a German Drehbuch": (
        [
            [
                "Lfd. Nr.",
                "Datum",
                "Uhrzeit",
                "Absender",
                "Empfänger",
                "Mittel",
                "Einlage",
                "Erwartete Reaktion",
                "Bemerkungen",
            ],
            [1, "14.09.2026", "08:00", "Leitung", "Stab", "Telefon", LONG, "Lagefeststellung", ""],
            [2, "14.09.2026", "08:20", "Polizei", "Stab", "Funk", LONG + " 2", "Alarmierung", ""],
        ],
        "serial start_date start sender addressees means message expected_action note",
    ),
    "an event list of an online platform": (
        [
            ["Serial", "Time", "Method", "From (persona)", "To", "Team", "Subject", "Message"],
            ["1", "+00:00", "Email", "COS", "CIO", "Blue", "Kick off", LONG],
            ["2", "+00:15", "Microblog", "@citizen", "All", "Blue", "Rumour", LONG + " 2"],
        ],
        "serial start means sender addressees - title message",
    ),
    "a homeland security list with only a scenario time": (
        [
            [
                "Event Number",
                "Designated Scenario Time",
                "Event Type",
                "Inject Mode",
                "From",
                "To",
                "Message",
                "Expected Participant Response",
                "Exercise Objective",
                "Notes",
            ],
            [1, "0800", "Inject", "Phone", "SimCell", "EOC", LONG, "Notify", "Objective 1", ""],
            [
                2,
                "0815",
                "Contingency Inject",
                "Email",
                "SimCell",
                "EOC",
                LONG + " 2",
                "Go",
                "Objective 2",
                "",
            ],
        ],
        "serial start kind means sender addressees message expected_action objectives note",
    ),
    "a cyber exercise list": (
        [
            [
                "ID",
                "Delivery Method",
                "Local Time",
                "Target",
                "Title",
                "Description",
                "Assumptions",
                "Notes",
                "Expected Actions",
                "Measure of Performance",
            ],
            [
                "C1",
                "Email",
                "09:00",
                "SOC",
                "Phish",
                LONG,
                "Filter off",
                "",
                "Quarantine",
                "minutes",
            ],
            ["C2", "Phone", "09:30", "SOC", "Call", LONG + " 2", "", "", "Open ticket", "opened"],
        ],
        "serial means start addressees title message background note expected_action cue",
    ),
    "real time and exercise time": (
        [
            ["Inject #", "Real Time", "Exercise Time", "Subject", "Details", "Player"],
            [1, "09:00", "D+1 0600", "Checkpoint", LONG, "BCT"],
            [2, "09:30", "D+1 1200", "Bribe", LONG + " 2", "BCT"],
        ],
        "serial start scenario_start title message addressees",
    ),
    "slips of the pen": (
        [
            ["Inject Numbr", "Tme", "Recipent", "Inject Desciption", "Expcted Actions"],
            ["A1", "0900", "HQ", LONG, "Report"],
            ["A2", "0910", "HQ", LONG + " 2", "Report"],
        ],
        "serial start addressees message expected_action",
    ),
    "a list of a planning system with roles and persons": (
        [
            [
                "Inject Number",
                "Inject Title",
                "Inject Status",
                "Event",
                "Storyline",
                "Exercise Date/Time",
                "Real Date/Time",
                "From (Role)",
                "From (Actual)",
                "To (Role)",
                "Delivery Means",
                "Classification",
                "Text",
                "Expected Outcome",
                "Last Modified",
            ],
            [
                "1.1.1",
                "Protest",
                "Approved",
                "1.1 Port",
                "1 Hybrid",
                "15/09/2026 08:00",
                "14/09/2026 09:00",
                "MNC",
                "HICON",
                "BDE",
                "Email",
                "NU",
                LONG,
                "Report",
                "01/01/2026",
            ],
            [
                "1.1.2",
                "Protest 2",
                "Draft",
                "1.1 Port",
                "1 Hybrid",
                "15/09/2026 09:00",
                "14/09/2026 10:00",
                "MNC",
                "HICON",
                "BDE",
                "Phone",
                "NU",
                LONG,
                "Report",
                "01/01/2026",
            ],
        ],
        (
            "serial title state event storyline scenario_start start sender cell addressees means "
            "marking_level message expected_action -"
        ),
    ),
    "a British police list": (
        [
            [
                "Serial",
                "Time of inject",
                "Inject from",
                "Inject to",
                "Method of inject",
                "Detail of inject",
                "Desired outcome",
                "Comments",
            ],
            [1, "0900 hrs", "Gold", "Silver", "Telephone", LONG, "log it", ""],
            [2, "0915 hrs", "Media", "Comms", "Telephone", LONG + " 2", "respond", ""],
        ],
        "serial start sender addressees means message expected_action note",
    ),
    "a Spanish list": (
        [
            ["N.º", "Hora", "De", "Para", "Medio", "Incidencia", "Respuesta esperada"],
            [1, "09:00", "CECOP", "PMA", "Teléfono", LONG, "activar"],
            [2, "09:20", "CECOP", "PMA", "Correo", LONG + " 2", "activar"],
        ],
        "serial start sender addressees means message expected_action",
    ),
    "a Dutch list": (
        [
            ["Nr", "Tijd", "Van", "Aan", "Middel", "Inhoud", "Verwachte reactie"],
            [1, "09:00", "GRIP", "COPI", "telefoon", LONG, "melding"],
            [2, "09:20", "GRIP", "COPI", "mail", LONG + " 2", "melding"],
        ],
        "serial start sender addressees means message expected_action",
    ),
    "a strange heading above what happens": (
        [
            ["Serial", "Time", "To", "Zorpel"],
            [1, "0900", "HQ", LONG],
            [2, "0920", "HQ", LONG + " 2"],
        ],
        "serial start addressees message",
    ),
}
