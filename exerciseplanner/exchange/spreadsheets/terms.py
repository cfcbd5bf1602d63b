"""Words of other people's lists matched to the terms of the exercise."""

from __future__ import annotations

import re

from exerciseplanner.exchange.spreadsheets.context import Terms
from exerciseplanner.exchange.spreadsheets.similarity import words

_ALIKE: dict[str, str] = {
    "means": """
        email; e mail; mail; send a mail; send mail; courriel; outlook; email message; smtp |
        phone; telephone; phone call; call; tel; telefon; mobile; cell phone; voip; land line
            |
        radio; radio voice; radio call; voice; vhf; uhf; hf; funk; radiophonie; net call |
        chat; jchat; xmpp; instant message; messenger; teams; slack; tchat; sms; text; text
            sms; text message; send an sms; whatsapp; signal; chat message; mirc |
        formatted message; app 11; usmtf; message format |
        military message; mmhs; signal message; naval message; acp 127; milmsg |
        c2 system feed; c2 system; c2; nffi; ffi; link 16; nvg; cop; bms; sitaware; icc |
        simulation; sim; cax; simulator; jtls; jcats; vbs; sword |
        face to face role player; face to face; role player; in person; actor; role play;
            personally; f2f; walk in; live role player; face a face; personlich; plastron;
            verbal in person; meeting; visit |
        video conference; vtc; video teleconference; teleconference; visio; videokonferenz;
            zoom |
        media television; media tv; tv; television; video; news video; broadcast; tv news;
            mtv; news broadcast |
        media print; newspaper; press; print; news article; article; press release; presse;
            zeitung; news; media |
        social media; social; twitter; facebook; x; tweet; microblog; some; reseaux sociaux;
            soziale medien; social network |
        website; web; internet; webpage; web page; portal; site web; url |
        intelligence product; intel; intelligence; intsum; intrep; intel report |
        rfi response; rfi; rfi answer |
        orders; order; frago; opord; fragord; warno; tasking |
        report; sitrep; rapport; incident report; written report; meldung; reporting |
        courier hard copy; courier; hard copy; hardcopy; paper; letter; document; hand
            delivered; courrier; brief; runner; memo; email printout; printout; handout |
        live activity; live; opfor action; live action; physical; field |
        cyber effect; cyber; red team; cyber attack; network effect |
        controller verbal; verbal; oral; controller; verbally; oral controller; facilitator;
            briefing; brief; verbal inject; mundlich; oralement; excon verbal |
        fax; facsimile; telefax; telecopie
    """,
    "states": """
        draft; pending; entered; new; proposed; in work; in progress; brouillon; entwurf;
            open; in development; planned; wip; on hold draft; to do |
        in review; review; submitted; under review; for review; en revision; in prufung |
        approved; valide; approuve; freigegeben; genehmigt; agreed; accepted; ok |
        ready; synchronized; synchronised; scheduled; final; armed; bereit; pret |
        released; deployed; executed; sent; delivered; injected; published; fired; issued |
        acknowledged; received; confirmed |
        closed; complete; completed; archived; done; finished; erledigt; termine; succeeded |
        held; hold; on hold; paused; deferred; postponed; suspended |
        retimed; rescheduled; moved |
        cancelled; canceled; obsolete; deleted; rejected; withdrawn; skipped; annule; abgesagt
            |
        not delivered; failed; expired; missed
    """,
    "kinds": """
        inject; standard; main; event; injet; einlage; msel inject; standard inject; incident;
            scripted; injection |
        contingency inject; contingency; contingent; adaptive; optional; reserve; on call;
            backup; complexity |
        expected action; expected player action; player action; expected; expected response |
        information; info; informational; contextual; context; administrative; admin; note;
            background |
        facilitation; facilitator; control; excon; management; controller; controller action |
        key; key event; key inject |
        enabling; enabling inject |
        supporting; supporting inject
    """,
}
"""Words that mean the same term, by kind; groups end with an upright stroke."""


def _groups(kind: str) -> tuple[frozenset[tuple[str, ...]], ...]:
    return tuple(
        frozenset(words(text) for text in listed.split(";")) for listed in _ALIKE[kind].split("|")
    )


_GROUPS = {kind: _groups(kind) for kind in _ALIKE}
_PARTS = re.compile(r"[/,;+&|\n]| and | or | then | et | und ", re.IGNORECASE)


class TermMatcher:
    """Finds the term of one kind that a text means, remembering what it has found."""

    def __init__(self, kind: str, terms: Terms) -> None:
        self._terms = terms
        self._groups = _GROUPS.get(kind, ())
        self._by_words: dict[tuple[str, ...], str] = {}
        for code, name in terms.items():
            self._by_words.setdefault(words(name), code)
            self._by_words.setdefault(words(code), code)
        self._known: dict[str, tuple[str, bool]] = {}

    def match(self, text: str) -> tuple[str, bool]:
        """The code the text means, or empty; and whether the text says more than that term."""
        if text not in self._known:
            self._known[text] = self._found(text)
        return self._known[text]

    def _found(self, text: str) -> tuple[str, bool]:
        if not self._terms:
            return text, False
        whole = self._one(text)
        if whole:
            return whole, False
        parts = [part for part in _PARTS.split(text) if part.strip()]
        found = [code for part in parts if (code := self._one(part))]
        if found:
            return found[0], len(parts) > 1
        return self._contained(text), True

    def _one(self, text: str) -> str:
        said = words(text)
        if said in self._by_words:
            return self._by_words[said]
        for group in self._groups:
            if said in group:
                return next((code for name, code in self._by_words.items() if name in group), "")
        return ""

    def _contained(self, text: str) -> str:
        """The one term whose name, or a word like it, stands somewhere in the text."""
        said = frozenset(words(text))
        for name, code in self._by_words.items():
            if name and said.issuperset(name):
                return code
        for group in self._groups:
            if any(len(name) == 1 and len(name[0]) > 3 and name[0] in said for name in group):
                for name, code in self._by_words.items():
                    if name in group:
                        return code
        return ""
