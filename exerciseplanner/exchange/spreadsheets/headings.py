"""The words planners put above columns, by the field they mean.

Collected from HSEEP, NATO, US and UK practice and from French and German lists. A number after a
tilde says how surely the words mean that field; without one it is certain.
"""

from __future__ import annotations

HEADINGS: dict[str, str] = {
    "serial": """serial; serial number; serial no; ser; inject number; inject id; inject
        serial; inject serial number; inject no; inject ref; inject reference; inj; inj
        number; number; no; id; event number; event id; event no; msel number; msel id;
        msel no; msel item; msel item number; msel event number; item; item number; line;
        line number; control number; reference~.8; ref; ref number; reference number;
        source reference~.8; key~.7; code~.7; incident number~.7; melmil number; mel
        number; mil number; mel serial; inject~.75; numero; numero inject; numero
        evenement; reference inject; lfd number; laufende nummer; lfd; einlage number;
        einlagennummer; ereignis number; row id~.6; uid; uuid; seq; sequence~.8; order~.6;
        task number~.6; scenario event number; inject code; unique id; event~.6; msel
        event~.7; numero de inyeccion; numer; lp; nummer inject; volgnummer; lopenummer""",
    "title": """title; subject; inject title; inject name; inject subject; event title;
        event name; headline; heading; short title; short description~.8; summary~.7; event
        summary~.7; name; topic; event~.65; inject~.7; incident title~.8; incident~.55;
        brief description~.75; scenario event; message subject; message title; designation;
        titre; objet; sujet; intitule; libelle; titel; betreff; thema; bezeichnung;
        stichwort; kurzbeschreibung~.8; subject line; title of inject; evenement~.6;
        ereignis~.6; einlage~.65; activity~.6; activity title; injection title; what~.7;
        titulo; asunto; titolo; oggetto; onderwerp; tytul; temat; tittel; emne""",
    "message": """message; message text; text; inject text; inject description;
        description; event description; inject message; inject content; content; contents;
        detail; details; body; message body; script; narrative; situation~.8; event
        details; full text; inject details; injection~.6; message content; event
        summary~.85; summary~.75; inject~.6; event~.6; description of inject; description
        of event; scenario inject~.8; inject summary; long description; what happens;
        what~.8; event inject~.7; inject event~.7; event synopsis; synopsis; key event~.6;
        action~.5; information~.5; script text; contenu; contenu du message; texte; message
        transmis; contenu de l inject; description de l evenement; description evenement;
        evenement~.75; texte du message; nachricht; inhalt; text der einlage; einlage~.75;
        meldung; lage~.6; ereignis~.75; sachverhalt; beschreibung; nachrichtentext;
        einlagentext; lagemeldung; contenido; mensaje; descripcion; incidencia~.8; suceso;
        texto; contenuto; messaggio; descrizione; evento~.6; inhoud; bericht; omschrijving;
        tresc; opis; wiadomosc; innhold; beskrivelse; innehall; detail of inject; inject
        narrative; beskrivning; melding""",
    "kind": """type; event type; inject type; type of inject; type of event; kind;
        category; inject category; inject kind; class~.5; nature; typ; type d inject; art;
        einlagenart; type evenement; art der einlage; key enabling supporting; tipo; soort;
        rodzaj""",
    "state": """status; inject status; state; approval status; development status; script
        status; workflow status; statut; etat; stand; zustand; bearbeitungsstand; inject
        state; estado; stato; status inject""",
    "start": """time; dtg; inject dtg; inject time; event time; delivery time; scheduled
        time; start time; start; time of inject; planned time; planned dtg; real time~.95;
        exercise time~.9; exercise dtg; real world time~.95; when; release time; execution
        time~.9; timing; time of delivery; delivery dtg; dtg of injection; t; t min; t
        minute; minute; elapsed time; time offset; offset; relative time; minute from
        start; msel time; clock time; local time~.85; designated scenario time~.85; event
        dtg; date time; date time group; date and time; datetime; time date; dtg inject;
        inject date time; scheduled date time; start date time; start dtg; start date and
        time; scheduled; scheduled dtg; planned start; zulu time; time zulu; time hours;
        hour; h; ex time; est time; time from startex; startex; minute from startex;
        elapsed hour; elapsed minute; hour from start; hour from startex; elapsed; time
        from start; relative to startex; inject at; time to inject; planned delivery;
        inject timing; injection time; msel dtg; time est; time in; heure; horaire; heure d
        injection; date heure; heure prevue; gdh; heure reelle; temps; creneau; date et
        heure; zeit; uhrzeit; zeitpunkt; datum zeit; datum uhrzeit; einspielzeit;
        einspielung~.7; zeitansatz; dzg; hora; fecha hora; orario; tid; tijd; czas; h
        minute; ora; horario; godzina; klokkeslett; klockslag; tidspunkt; real date time;
        real world date time; exercise date time~.9; real dtg; tijdstip; hora inyeccion""",
    "start_date": """date; day; exercise day; inject date; event date; exercise date; start
        date; scheduled date; ex day; d day; calendar date; delivery date; day of exercise;
        msel day; day number; day date; date day; jour; date de l exercice; jour d
        exercice; datum; tag; ubungstag; fecha; dia; data; dato; planned date; startex day;
        d; datum inject; giorno; giornata; dag; dzien; data inject""",
    "end": """end; end time; finish; finish time; stop; stop time; until; end dtg; complete by;
        completion time; time out; end date time; planned end; heure de fin; fin; ende; endzeit;
        bis""",
    "duration": """duration; length; dur; estimated duration; duration minute; duree;
        dauer; duration hour; time required; time allotted; run time; minute duration;
        duracion; durata; duur; varighet""",
    "scenario_start": """scenario time; simulated time; story time; simulation time; sim
        time; scenario dtg; designated scenario time; exercise scenario time; notional
        time; game time; fictional time; scenario date time; simulated date time; exercise
        time~.75; exercise dtg~.75; szenariozeit; heure scenario; heure fictive; local
        time~.4; stx; in game time; play time~.7; notional dtg; scenario local time;
        exercise date time~.8; exercise date and time~.8""",
    "scenario_date": """scenario date; scenario day; simulated date; story day; notional date;
        simulated day; game day; story date; fictional date""",
    "sender": """from; source; sender; originator; from org; from organization; simulated
        sender; sent from; initiated by~.7; originating agency; originating organization;
        notional sender; sent by; inject source; source of inject; simulated originator;
        message from; role~.5; from whom; from role; from agency; persona~.7; emetteur;
        expediteur; de; origine; emis par; absender; von; quelle; sendender; from player;
        source organization; source agency; simulated from; actor~.6; reported by~.7;
        origen; emisor; remitente; mittente; da; afzender; van; nadawca; od; avsender; fra;
        fran""",
    "cell": """controller; excon cell; cell; responsible cell; delivered by; inject
        controller; assigned to; control cell; simcell; sim cell; injecting cell; inject
        by; inserted by; injected by; injector; delivering cell; played by; role player;
        white cell; who injects; simulator~.6; control; delivery cell; lead cell; excon;
        distaff; hicon locon; inject originator~.7; controller name; cellule; cellule
        animation; animateur; anime par; joue par; animation; zelle; leitung;
        leitungsgruppe; eingespielt durch; einspielende; responsible organization~.6;
        responsible agency~.6; exercise controller; released by cell; white cell
        controller; simulation cell; response cell; from actual; actual sender;
        controlador; excon controller; control staff; inject controller name""",
    "responsible": """responsible; responsible controller; opr; owner; event manager;
        incident manager; inject manager; poc; point of contact; responsible person; inject owner;
        action officer; responsible party; lead; lead planner; responsable; verantwortlich;
        zustandig; msel manager; responsible officer; primary responsibility; lead controller""",
    "author": """author; written by; scripter; created by; drafter; drafted by; submitted by;
        entered by; writer; developer; developed by; auteur; redacteur; autor; verfasser;
        scripted by; originated by~.6; ersteller""",
    "reviewer": "reviewer; reviewed by; relecteur; gepruft",
    "approver": "approver; approved by; approval; approval authority; approbateur; freigabe",
    "addressees": """to; recipient; target; addressee; player; receiver; training audience;
        ta; primary training audience; to org; to organization; sent to; participant;
        audience; action addressee; action to; receiving agency; delivered to; intended
        player; intended recipient; recipient player; inject recipient; target audience;
        team~.8; receiving organization; recipient agency; responding agency; message to;
        for~.6; inject to; injected to; given to; receiving player; receiving party; player
        recipient; recipient s; affected agency~.8; participating organization; responsible
        player; who receives; player organization; target organization; target unit; target
        team; recipient role; destinataire; a; pour; joueur; audience cible; empfanger;
        adressat; beubte; ubende; an; zielgruppe; destinatario; to player; recipient
        organization; training audience element; who to; whom; to whom; who~.6; receptor;
        para; destinatarios; a quien; ontvanger; aan; odbiorca; do; mottaker; til;
        mottagare; till; to role; recipient cell; intended audience; training audience
        affected""",
    "info_addressees": """info; info to; cc; copy to; copy; information addressee; copie; en copie;
        info addressee; fyi; for information; nachrichtlich; pour information""",
    "means": """means; method; delivery method; mode; means of delivery; method of
        delivery; inject mode; delivery; delivery means; medium; media~.7; channel;
        delivery mode; communication method; transmission method; delivery mechanism;
        inject method; how; via; delivery type; type of delivery; how delivered;
        communication means; mechanism; method of inject; delivery channel; method of
        communication; inject means; mode of delivery; inject delivery method; inject
        delivery; medium of delivery; communications; comms; delivery medium; delivery
        format; format~.6; transmission; moyen; moyen de transmission; vecteur; canal;
        support; mode de diffusion; mittel; ubermittlung; kanal; weg; ubermittlungsart;
        kommunikationsmittel; ubermittlungsweg; moyens; media type; action type~.6; inject
        format; medio; middel; mezzo; canale; kanaal; srodek; sposob; delivered via;
        delivery via; sent via; airwave~.5; medium used""",
    "background": """background; controller note; excon note; excon only; controller guidance;
        background information; control note; note to controller; excon remark;
        controller instruction; guidance; assumption; purpose~.6; intent~.6; context~.8;
        description~.62; scenario background; supporting information~.7; consigne; contexte;
        hintergrund; hinweis~.7; note~.55; controller information; special instruction;
        instruction~.7; controller remark; controller comment; director note; rationale~.6;
        staff note; facilitator note; note for controller; note excon; directing staff note;
        control measure~.5; leitungshinweis; inject purpose~.7; desired effect~.6""",
    "expected_action": """expected action; expected response; expected player action;
        expected participant response; expected outcome~.9; anticipated response; expected
        ta response; expected ta action; anticipated action; player action; expected
        reaction; expected result; anticipated player action; desired response; desired
        action; required action; response expected; expected player response; expected
        decision; expected action by player; expected participant action; expected action
        response; anticipated outcome; expected behaviour; expectation; expected training
        audience response; expected training audience action; expected task; expected
        player activity; action required; player response~.7; intended action; anticipated
        player response; expected player reaction; expected response action; action
        attendue; reaction attendue; attendu; resultat attendu; reponse attendue; effet
        attendu; mesure attendue; comportement attendu; erwartete reaktion; erwartete
        massnahme; erwartetes ergebnis; sollverhalten; soll reaktion; erwartetes handeln;
        massnahme~.7; erwartete handlung; response action~.7; respuesta esperada; accion
        esperada; reaccion esperada; azione attesa; risposta attesa; reazione attesa;
        verwachte reactie; verwachte actie; oczekiwana reakcja; forventet reaksjon;
        forventet handling; forvantad reaktion; desired outcome; expected effect; intended
        outcome; intended response""",
    "cue": """evaluator cue; evaluation note; evaluation hint; evaluation note hint;
        measure of performance; measure of effectiveness; measure; mop; moe; evaluation;
        evaluation criteria; evaluation criterion; evaluator note; evaluator guidance;
        observer note; success criteria; criteria; what to look for; assessment criteria;
        hint; metric; eeg; observation point; expected outcome~.75; evaluation point;
        standard~.6; observer guidance; indicator; expectation done~.7; expectation
        description; performance measure; point d observation; critere; critere d
        evaluation; bewertung; bewertungskriterium; beobachtungspunkt; evaluator remark;
        data collection; observer trainer note; evaluator comment; evaluation comment;
        evaluation question; critical task~.7; points to observe""",
    "objectives": """objective; exercise objective; training objective; to~.55; linked
        objective; objective number; related objective; core capability~.85; capability~.7;
        supported objective; training objective supported; obj; eo; primary to; pto; jmet;
        met~.7; met task; ujtl; ujtl task; target capability; mission area~.5; capability
        target; training task; tlo; elo; objective s; objective supported; associated
        objective; core capability objective; objectif; objectif d entrainement; objectif d
        exercice; ziel; ubungsziel; ausbildungsziel; to number; to supported; exercise
        objective supported; task~.5; supporting objective; objective code; learning
        objective; objetivo; obiettivo; doelstelling; cel; linked to~.8; linked training
        objective; linked tos""",
    "units": """unit; unit addressed; unit affected; affected unit; force element;
        affected force; unite; einheit; verband""",
    "threats": """threat; threat actor; adversary; ttp~.7; technique~.7; mitre technique;
        attack technique; menace; bedrohung; threat type; attack id; mitre attack""",
    "interoperability": """test case; interop objective; interoperability;
        interop""",
    "precondition": """precondition; trigger; condition; fire condition; dependency; prerequisite;
        triggered by; trigger condition; depend on; predecessor; linked inject; related inject;
        require inject; requires inject; requirement~.5; declencheur; ausloser; voraussetzung;
        start condition; prior inject; preceding inject; release condition; parent inject""",
    "contingency_for": "contingency for; contingency to; alternative to; backup for; branch of",
    "location_name": """location; place; location name; site; where; venue; area~.8;
        incident location; locality; lieu; ort; localisation; emplacement; grid~.6;
        mgrs~.7; inject location; event location; position; coordinate~.6; grid
        reference~.7; einsatzort; geographic location; location of event; ubicacion; lugar;
        luogo; locatie; miejsce; sted; plats; localita""",
    "latitude": "latitude; lat; breite; breitengrad",
    "longitude": "longitude; lon; long; lng; lange; langengrad",
    "simulation_action": """sim action; simulation action; cax action; simulation order;
        simulation input; sim required; cax; simulation task; simulation required; sim order;
        simulation; model action; simulation requirement; sim requirement; sim input""",
    "attachments": """attachment; file; artifact; artefact; supporting document; document; product;
        enclosure; annex; link; url; media file; supporting material; piece jointe; annexe;
        anlage; anhang; material; supporting file; props; hyperlink; attached file; fichier;
        datei; supporting product; inject attachment; supporting documentation""",
    "marking_level": """classification; security classification; marking; protective marking;
        sensitivity; einstufung; classification level; class~.7; geheimhaltungsgrad; security""",
    "marking_releases": "releasability; releasable to; release to; rel to; releasable",
    "exercise_marking": """exercise marking; exercise classification; played classification;
        notional classification""",
    "storyline": """storyline; story line; thread; vignette; scenario~.7; theme~.8; strand;
        storyline name; storyline title; track~.75; event thread; line of operation~.6;
        phase~.5; problem set~.6; line of effort~.6; major event~.7; functional area~.5;
        storyline event; fil conducteur; volet; handlungsstrang; thematik; section~.5; main
        storyline; story~.8; main event~.7; mel~.6; subject area~.5; workstream~.6;
        scenario thread; main storyline title; storyline number~.7; sl; themenstrang;
        scenario name~.6; hilo; filone; verhaallijn; watek""",
    "event": """event~.7; event name~.7; event title~.6; main event; parent event; mel event;
        event group; mel; hauptereignis; evenement majeur; major event""",
    "incident": "incident; incident name; incident title; parent incident; mil incident; vorfall",
    "note": """note; remark; comment; additional information; misc; miscellaneous; other;
        additional note; remarque; observation~.7; commentaire; bemerkung; anmerkung;
        notiz; general comment; comment remark; planner note; additional comment;
        observaciones; hinweis~.7; note excon~.7; nota; opmerking; uwagi; merknad;
        anmarkning; comentarios; bemerking""",
    "response": """actual response; actual action; actual player action; actual outcome;
        ta response; observed response; actual result; observed action; response~.6; outcome~.6;
        reaction observee; tatsachliche reaktion; actual participant response; result~.5;
        what happened; player response~.5; action taken""",
    "released_at": """actual time; actual dtg; time released; released at; time injected;
        executed at; time executed; delivered at; actual delivery; actual time of inject;
        actual start; actual delivery time; actual inject time; time delivered;
        heure reelle d envoi; actual release; time sent; actual start time""",
    "released_by": "released by; executed by; actually delivered by",
}
"""Field to its headings, most certain ones without a number."""

NO_FIELD = """trigger type; location type; priority; move; move number; turn; round; page; version;
    revision; row; sort; bonus; points; score; weight; colour; color; hidden; created;
    created date; date created; modified; last modified; updated; last updated; date updated;
    week; cost; language; phone; email; email address; telephone; source type; open in new tab;
    move name; group; group order; priorite; prioritat; rank; count; total; bonus point;
    converted date; inject priority; tag; checked; check; done; to actual; actual recipient"""
"""Headings that planners use for what no field keeps; such columns go into the note."""

ONLY_WHOLE = """da od do fra til van aan para till cel ora dag fran nota
    de a an von bis weg ort art tag t h d l sl fin for how via pour key class line
    support no number id or order story copy start end day move data dato tid role stand lat lon
    long position standard product control order"""
"""Words that mean a field only where they stand alone above a column."""

ALIASES: dict[str, str] = {
    "no": "number", "nr": "number", "num": "number", "nbr": "number", "nummer": "number",
    "numero": "number", "nro": "number", "serial": "serial", "desc": "description",
    "descr": "description", "msg": "message", "resp": "response", "loc": "location",
    "exp": "expected", "obj": "objective", "min": "minute", "mins": "minute", "hr": "hour",
    "hrs": "hour", "org": "organization", "organisation": "organization", "auth": "author",
    "subj": "subject", "melmil": "mel", "sched": "scheduled", "est": "estimated",
    "behavior": "behaviour", "activites": "activity", "injection": "inject", "injects": "inject",
    "sl": "storyline", "comm": "communication", "comms": "communication", "coa": "action",
    "ident": "id", "identifier": "id", "recipiants": "recipient", "dtgs": "dtg",
    "zeitgruppe": "dtg",
}  # fmt: skip
"""Short and foreign forms of single words."""

GENERIC = """the of in for and or an le la les des du der die das dem den inject event exercise msel
    mel mil z zulu local utc gmt hh mm hhmm ddhhmm ddmmmyy required planned by name text real
    number reference key main ex excon player training participant scenario l d"""
"""Words that say little about a column by themselves."""
