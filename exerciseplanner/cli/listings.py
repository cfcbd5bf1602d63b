"""For each word that `show` takes: the noun, the query that lists it and the columns shown."""

from __future__ import annotations

from collections.abc import Mapping

from exerciseplanner.cli.listed import Listed
from exerciseplanner.cli.listing import Listing
from exerciseplanner.cli.listings_of_means import OF_MEANS
from exerciseplanner.cli.listings_of_partners import OF_PARTNERS
from exerciseplanner.workspace.queries import (
    agreements,
    evaluators,
    exchanges,
    forces,
    injects,
    interoperability,
    lessons,
    objectives,
    participants,
    storylines,
    threats,
)

LISTINGS: Mapping[Listed, Listing] = {
    Listed.PARTICIPANTS: Listing(
        "participant",
        participants.participants,
        (
            ("Code", "code"),
            ("Name", "name"),
            ("Kind", "kind"),
            ("Role", "role"),
            ("Frameworks", "frameworks"),
        ),
    ),
    Listed.AGREEMENTS: Listing(
        "agreement",
        agreements.agreements,
        (
            ("Title", "title"),
            ("Kind", "kind"),
            ("Parties", "parties"),
            ("Level", "level"),
            ("From", "valid_from"),
            ("Until", "valid_until"),
        ),
    ),
    Listed.CAVEATS: Listing(
        "caveat",
        participants.caveats,
        (
            ("Participant", "participant_code"),
            ("Unit", "unit"),
            ("Caveat", "title"),
            ("Effect", "effect"),
            ("Activity", "activity"),
            ("Area", "area"),
        ),
    ),
    Listed.SIDES: Listing("side", forces.sides, (("Name", "name"), ("Identity", "identity"))),
    Listed.FORCES: Listing(
        "unit",
        forces.units,
        (
            ("Unit", "name"),
            ("Short", "short_name"),
            ("Echelon", "echelon"),
            ("Domain", "domain"),
            ("Role", "role"),
            ("Side", "side"),
            ("From", "participant_code"),
            ("Present", "strength_present"),
            ("Planned", "strength_planned"),
            ("Notice", "notice_days"),
            ("Location", "location_name"),
        ),
        tree=True,
    ),
    Listed.OBJECTIVES: Listing(
        "objective",
        objectives.objectives,
        (
            ("Code", "code"),
            ("Title", "title"),
            ("Kind", "kind"),
            ("Serves", "parent_code"),
            ("Audience", "audience"),
            ("Weight", "weight"),
            ("Criteria", "criteria_count"),
        ),
    ),
    Listed.CRITERIA: Listing(
        "criterion",
        objectives.criteria,
        (
            ("Code", "code"),
            ("Criterion", "title"),
            ("Objective", "objective_code"),
            ("Weight", "weight"),
            ("Critical", "critical"),
        ),
    ),
    Listed.INTEROPERABILITY: Listing(
        "interoperability_objective",
        interoperability.interoperability_objectives,
        (
            ("Code", "code"),
            ("Title", "title"),
            ("Serves", "objective_code"),
            ("Standard", "standard_code"),
            ("Dimension", "dimension"),
            ("Target", "target"),
        ),
    ),
    Listed.TESTS: Listing(
        "test_case",
        interoperability.cases,
        (
            ("Code", "code"),
            ("Title", "title"),
            ("Standard", "standard_code"),
            ("Dimension", "dimension"),
            ("Provider", "provider_code"),
            ("Consumer", "consumer_code"),
            ("Result", "result"),
        ),
    ),
    Listed.STANDARDS: Listing(
        "standard",
        interoperability.standards,
        (
            ("Code", "code"),
            ("Title", "title"),
            ("Edition", "edition"),
            ("Status", "status"),
            ("Domain", "domain"),
        ),
    ),
    Listed.HOLDINGS: Listing(
        "unit_standard",
        exchanges.unit_standards,
        (
            ("Unit", "unit"),
            ("Standard", "standard_code"),
            ("Edition", "edition"),
            ("Role", "role"),
            ("Gateway", "gateway"),
        ),
    ),
    Listed.REQUIREMENTS: Listing(
        "exchange_requirement",
        exchanges.exchange_requirements,
        (
            ("Code", "code"),
            ("Product", "product"),
            ("Producer", "producer_code"),
            ("Consumer", "consumer_code"),
            ("Network", "network"),
            ("Standard", "standard_code"),
            ("Level", "marking_level"),
            ("Required", "required_minutes"),
            ("Measured", "measured_minutes"),
            ("Inject", "inject_code"),
        ),
    ),
    Listed.THREATS: Listing(
        "threat",
        threats.threats,
        (
            ("Code", "code"),
            ("Title", "title"),
            ("Family", "family"),
            ("Actor", "actor"),
            ("Likelihood", "likelihood"),
            ("Severity", "severity"),
        ),
    ),
    Listed.STORYLINES: Listing(
        "strand",
        storylines.strands,
        (("Serial", "serial"), ("Title", "title"), ("Kind", "kind"), ("Manager", "owner")),
        tree=True,
    ),
    Listed.INJECTS: Listing(
        "inject",
        injects.injects,
        (
            ("Serial", "serial"),
            ("Planned", "start_dtg"),
            ("Exercise day", "start_offset"),
            ("State", "state"),
            ("Title", "title"),
            ("From", "sender"),
            ("To", "addressees"),
            ("Means", "means"),
            ("Objectives", "objectives"),
        ),
    ),
    Listed.DEPENDENCIES: Listing(
        "inject_dependency",
        injects.inject_dependencies,
        (
            ("Inject", "inject_code"),
            ("After", "after_code"),
            ("Delay (min)", "delay"),
            ("Condition", "condition"),
        ),
    ),
    Listed.EVALUATORS: Listing(
        "evaluator",
        evaluators.evaluators,
        (
            ("Code", "code"),
            ("Role", "title"),
            ("From", "participant_code"),
            ("Area", "area"),
            ("Independent", "independent"),
            ("Lead", "lead"),
        ),
    ),
    Listed.RATINGS: Listing(
        "rating",
        evaluators.ratings,
        (
            ("Evaluator", "evaluator_code"),
            ("Criterion", "criterion_code"),
            ("Inject", "inject_code"),
            ("Rating", "value"),
            ("Rated at", "rated_at"),
            ("Decides", "resolves"),
            ("Note", "note"),
        ),
    ),
    Listed.OVERRIDES: Listing(
        "override",
        evaluators.overrides,
        (
            ("Of", "subject_kind"),
            ("Subject", "subject"),
            ("Computed", "computed"),
            ("Assessed", "value"),
            ("By", "decided_by"),
            ("At", "decided_at"),
            ("Reason", "reason"),
        ),
    ),
    Listed.LESSONS: Listing(
        "lesson",
        lessons.lessons,
        (
            ("Serial", "serial"),
            ("State", "state"),
            ("Kind", "kind"),
            ("Title", "title"),
            ("Owner", "owner"),
            ("Due", "due"),
        ),
    ),
    **OF_PARTNERS,
    **OF_MEANS,
}
