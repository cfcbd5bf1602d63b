"""Checks of burden: more asked than offered, unanswered requests, shares out of proportion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from exerciseplanner.domain.burden import MEANS_IN_WORDS, Means, burden
from exerciseplanner.domain.checks import partner_rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check

FAR_OUT = 5
"""An offer so many times the median, held against means, is far out of proportion."""

_FEWEST = 3
"""Fewer participants than this have no median that says anything."""

_UNITS = {"people": " people", "days": " days", "assets": " assets", "money": " thousand EUR"}


@check(
    "BUR01", "Asked for more than it offers", "warning", "consensus",
    why="What the plan counts on is not there.",
    remedy="Ask for less, ask another participant for the rest, or have the offer raised.",
)  # fmt: skip
def asked_beyond_offer(plan: Plan) -> Iterator[Finding]:
    """Contributions of which more is asked than offered."""
    for each in plan.contributions:
        if each.asked is None or each.offered is None or each.asked <= each.offered:
            continue
        party, unit = plan.party[each.participant_id], _UNITS.get(each.resource, "")
        text = (
            f"{party.name} is asked for {each.asked:,}{unit} for “{each.title}” and offers "
            f"{each.offered:,}."
        )
        label = f"Ask for {each.offered:,}, as offered"
        fix = Fix(label, "contribution", (each.id,), "asked", each.offered)
        related = (("participant", party.id),)
        yield Finding(text, "contribution", (each.id,), related=related, fix=fix)


@check(
    "BUR02", "Contribution that was not answered", "note", "consensus",
    why="Whether the plan can count on it is not known.",
    remedy="Enter what the participant offers; nothing is an answer too.",
)  # fmt: skip
def contribution_not_answered(plan: Plan) -> Iterator[Finding]:
    """Contributions that were asked for and to which no offer is stated."""
    return gathered(
        (
            (f"{plan.party[each.participant_id].code} “{each.title}”", _unanswered(plan, each))
            for each in plan.contributions
            if each.asked and each.offered is None
        ),
        lambda number, names: f"{number} requests for contributions are not answered: {names}.",
    )


def _unanswered(plan: Plan, contribution: partner_rows.Contribution) -> Finding:
    party = plan.party[contribution.participant_id]
    asked = f"{contribution.asked or 0:,}{_UNITS.get(contribution.resource, '')}"
    text = (
        f"{party.name} is asked for {asked} for “{contribution.title}” and has not said what it "
        "offers."
    )
    related = (("participant", party.id),)
    return Finding(text, "contribution", (contribution.id,), related=related)


@check(
    "BUR03", "Burden out of proportion to means", "note", "consensus",
    why=f"It bears more than {FAR_OUT} times what is usual among the participants, held against "
    "what it has.",
    remedy="Spread the burden, or see that the participant knows and agrees.",
)  # fmt: skip
def burden_out_of_proportion(plan: Plan) -> Iterator[Finding]:
    """Participants whose offers, held against their means, are far above the median."""
    means = {each.id: Means(each.means_people, each.means_money) for each in plan.participants}
    against: dict[str, dict[str, float]] = defaultdict(dict)
    for (party_id, resource), bearing in burden(plan.contributions, means).items():
        if bearing.against_means:
            against[resource][party_id] = bearing.against_means
    said: dict[str, list[str]] = defaultdict(list)
    for resource, shares in against.items():
        usual = median(shares.values())
        for party_id, share in shares.items():
            if len(shares) >= _FEWEST and share > FAR_OUT * usual:
                words = MEANS_IN_WORDS[resource]
                said[party_id].append(f"{share:,.3g} {words} (median {usual:,.3g})")
    for party_id, parts in said.items():
        text = f"{plan.party[party_id].name}: {'; '.join(parts)}."
        own = (each for each in plan.contributions if each.participant_id == party_id)
        related = tuple(("contribution", each.id) for each in own)
        yield Finding(text, "participant", (party_id,), related=related)
