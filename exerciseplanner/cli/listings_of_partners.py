"""How `show` lists what is agreed, allowed, wanted and given by participants."""

from __future__ import annotations

from collections.abc import Mapping

from exerciseplanner.cli.listed import Listed
from exerciseplanner.cli.listing import Listing
from exerciseplanner.workspace.queries import consensus, legal, participants

OF_PARTNERS: Mapping[Listed, Listing] = {
    Listed.MEMBERSHIPS: Listing(
        "membership",
        participants.memberships,
        (
            ("Participant", "participant_code"),
            ("Framework", "framework"),
            ("Since", "since"),
            ("Until", "until"),
            ("Suspended", "suspended"),
            ("Evidence", "tag"),
        ),
    ),
    Listed.CONTRIBUTIONS: Listing(
        "contribution",
        participants.contributions,
        (
            ("Participant", "participant_code"),
            ("Contribution", "title"),
            ("Resource", "resource"),
            ("Asked", "asked"),
            ("Offered", "offered"),
        ),
    ),
    Listed.AUTHORITIES: Listing(
        "authority",
        legal.authorities,
        (
            ("Code", "code"),
            ("Authority", "title"),
            ("Kind", "kind"),
            ("Rests on", "basis"),
            ("Activity", "activity"),
            ("Review", "review"),
            ("From", "valid_from"),
            ("Until", "valid_until"),
        ),
    ),
    Listed.POSITIONS: Listing(
        "authority_position",
        legal.authority_positions,
        (
            ("Authority", "authority_code"),
            ("Participant", "participant_code"),
            ("Position", "position"),
            ("Condition", "condition"),
        ),
    ),
    Listed.PRIORITIES: Listing(
        "priority",
        consensus.priorities,
        (
            ("Participant", "participant_code"),
            ("Objective", "objective_code"),
            ("Weight", "weight"),
        ),
    ),
    Listed.CONCURRENCES: Listing(
        "concurrence",
        consensus.concurrences,
        (
            ("Product", "product"),
            ("Participant", "participant_code"),
            ("Position", "position"),
            ("Asked", "asked_on"),
            ("Answered", "answered_on"),
            ("Comment", "comment"),
        ),
    ),
}
