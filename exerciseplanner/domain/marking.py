"""Classification and releasability: levels, audiences, and the marking of what is put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exerciseplanner.domain.refusals import Refusal


@dataclass(frozen=True)
class Level:
    """One level of a classification policy; a higher rank needs more protection."""

    code: str
    name: str
    rank: int


@dataclass(frozen=True)
class Audience:
    """A group something may be released to, with the ISO alpha-3 codes of its nations."""

    code: str
    name: str
    members: frozenset[str]


@dataclass(frozen=True)
class ClassificationPolicy:
    """The levels and audiences of one owner, and how its markings are written.

    A release phrase in capitals (REL TO) is written behind the level, after a double slash; any
    other stands on a line of its own. `owner` is the audience or nation whose papers these are
    and who therefore sees all of them; without it the policy's own code is the owner's.
    """

    code: str
    name: str
    levels: tuple[Level, ...]
    release_phrase: str
    release_separator: str
    audiences: tuple[Audience, ...]
    owner: str = ""

    def level(self, code: str) -> Level:
        """Give the level of that code; Refusal where the policy has none."""
        for level in self.levels:
            if level.code == code:
                return level
        known = ", ".join(level.code for level in self.levels)
        raise Refusal(
            f"{self.name} has no level '{code}'.", field="level", remedy=f"It has {known}."
        )

    def nations(self, code: str) -> frozenset[str]:
        """Nations an audience code stands for; a code that is no group stands for itself."""
        for audience in self.audiences:
            if audience.code == code and audience.members:
                return audience.members
        return frozenset({code})

    def everyone_in(self, codes: Iterable[str]) -> frozenset[str]:
        """Nations that audience codes stand for together."""
        return frozenset[str]().union(*(self.nations(code) for code in codes))

    @property
    def owners(self) -> frozenset[str]:
        """Nations that own the papers of this policy and see all of them."""
        owner = self.owner or self.code
        return self.nations(owner) | {owner}


@dataclass(frozen=True)
class Marking:
    """Classification and release of one thing: policy, level code and audience codes.

    No release at all means the policy's owner only.
    """

    policy: str
    level: str
    releases: frozenset[str] = frozenset()


def marking_lines(marking: Marking, policy: ClassificationPolicy) -> tuple[str, str]:
    """The two lines of a marking as printed at the top and bottom of a page.

    ("NATO UNCLASSIFIED", "Releasable to EU/PfP/MD/ICI") or ("SECRET//REL TO USA, DEU, GBR", "").
    The second line is empty where nothing is released or the release stands in the first.
    """
    _check_policy(marking, policy, "This")
    level = policy.level(marking.level).name
    if not marking.releases:
        return level, ""
    inline = policy.release_phrase.isupper()
    codes = policy.release_separator.join(_in_order(marking.releases, policy, inline=inline))
    release = f"{policy.release_phrase} {codes}"
    return (f"{level}//{release}", "") if inline else (level, release)


def _in_order(codes: Iterable[str], policy: ClassificationPolicy, *, inline: bool) -> list[str]:
    """Groups in the policy's order before nations; inline the owner, nations, then groups."""
    groups = {audience.code: place for place, audience in enumerate(policy.audiences)}
    listed = sorted(
        codes,
        key=lambda code: ((code in groups) == inline, groups.get(code, 0), code.casefold()),
    )
    if not inline:
        return listed
    owner = policy.owner or policy.code
    return [owner, *(code for code in listed if code != owner)] if policy.owner else listed


def may_see(
    marking: Marking, memberships: str | Iterable[str], policy: ClassificationPolicy
) -> bool:
    """Whether the release of a marking reaches somebody of any of these nations or groups.

    A group is reached only if all its nations are. Clearance for the level is another matter.
    """
    _check_policy(marking, policy, "This")
    codes = [memberships] if isinstance(memberships, str) else list(memberships)
    reached = policy.everyone_in(marking.releases) | policy.owners
    return any(policy.nations(code) <= reached or code in marking.releases for code in codes)


def aggregate(markings: Iterable[tuple[str, Marking]], policy: ClassificationPolicy) -> Marking:
    """The marking of a whole made of named parts: highest level, intersection of the releases.

    Releases are compared nation by nation and written as groups again where every nation of a
    group remains. One part for the owner only keeps the whole for the owner; nothing at all is
    marked with the lowest level for the owner. Raises Refusal, naming the parts, where each part
    is released to somebody but no one may see them all, and where policies are mixed
    (DOCTRINE section 8.3).
    """
    parts = [(what, marking) for what, marking in markings]
    for what, marking in parts:
        _check_policy(marking, policy, f"'{what}'")
    levels = [policy.level(marking.level) for _, marking in parts] or list(policy.levels)
    pick = max if parts else min
    level = pick(levels, key=lambda candidate: candidate.rank)
    return Marking(policy.code, level.code, _common_release(parts, policy))


def _check_policy(marking: Marking, policy: ClassificationPolicy, what: str) -> None:
    if marking.policy != policy.code:
        raise Refusal(
            f"{what} is marked under {marking.policy}, not under {policy.code}.",
            field="policy",
            remedy="Mark it under the same policy before putting it together with the rest.",
        )


Reach = tuple[str, frozenset[str]]


def _common_release(
    parts: Sequence[tuple[str, Marking]], policy: ClassificationPolicy
) -> frozenset[str]:
    owners = policy.owners
    distinct: dict[frozenset[str], str] = {}
    for what, marking in parts:
        distinct.setdefault(marking.releases, what)
    reaches = [(what, policy.everyone_in(releases)) for releases, what in distinct.items()]
    if not reaches or any(reach <= owners for _, reach in reaches):
        return frozenset()
    common = _shared(reaches)
    if common <= owners:
        raise _clash(_smallest_clash(reaches, owners), distinct, policy)
    return _as_groups(common, policy)


def _shared(reaches: Sequence[Reach]) -> frozenset[str]:
    return frozenset.intersection(*(reach for _, reach in reaches))


def _smallest_clash(reaches: list[Reach], owners: frozenset[str]) -> list[Reach]:
    """Parts that already clash without the others, none of which can be left out."""
    clash = list(reaches)
    for part in reaches:
        rest = [other for other in clash if other is not part]
        if rest and _shared(rest) <= owners:
            clash = rest
    return clash


def _clash(
    clash: Iterable[Reach], distinct: dict[frozenset[str], str], policy: ClassificationPolicy
) -> Refusal:
    releases = {what: codes for codes, what in distinct.items()}
    said = [
        f"'{what}' is releasable to {'/'.join(_in_order(releases[what], policy, inline=False))}"
        for what, _ in clash
    ]
    return Refusal(
        f"Nobody may see all of it: {', '.join(said[:-1])} and {said[-1]}.",
        field="releases",
        remedy="Leave one of them out, or change its release.",
    )


def _as_groups(nations: frozenset[str], policy: ClassificationPolicy) -> frozenset[str]:
    whole: list[Audience] = []
    for audience in policy.audiences:
        if audience.members and audience.members <= nations:
            whole.append(audience)
    chosen = [
        audience
        for place, audience in enumerate(whole)
        if not audience.members <= policy.owners
        and not any(_covers(other, audience, earlier=n < place) for n, other in enumerate(whole))
    ]
    covered = frozenset[str]().union(*(audience.members for audience in chosen))
    single = nations - covered - policy.owners
    return single | {audience.code for audience in chosen}


def _covers(other: Audience, audience: Audience, *, earlier: bool) -> bool:
    if other.members == audience.members:
        return earlier
    return other.members > audience.members
