"""The rules of matching as we ship them: weights, caps, tables of what follows from an answer. Edit rules here.

A site may override them in `data/matching/*.yml`; the page "How matching works" is made of what then holds.
"""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, int] = MappingProxyType({
    "exact_interest": 30,
    "same_family": 14,
    "first_goal": 15,
    "other_goal": 10,
    "goals_most": 35,
    "strength": 14,
    "peer": 10,
    "peers_most": 15,
    "somebody_to_go_with": 10,
    "met_at_the_door": 20,
    "language": 10,
    "size_match": 8,
    "size_next": 3,
    "size_far": -8,
    "format": 6,
    "near": 6,
    "near_without_car": 12,
    "free": 4,
    "accessible": 4,
    "first_step": 15,
    "other_group": -10,
})  # fmt: skip
"""Points for what speaks for a record."""
LIMITS: Mapping[str, int] = MappingProxyType({
    "short_list": 6,
    "goal_alone": 2,
    "each_cause": 3,
    "each_organisation": 2,
    "each_family": 3,
    "questions": 6,
    "nearly": 3,
    "nearly_years": 2,
    "fair_score": 30,
    "stale_days": 365,
    "full_weeks": 8,
    "session_weeks": 8,
    "minutes_before_dark": 30,
    "near_km": 5,
})  # fmt: skip
"""How many, how long, how far."""
CAUSE_ORDER = (
    "food", "unsafe_home", "housing", "discharge", "money",
    "transport", "language", "digital", "access", "hearing", "sight", "memory",
    "grief", "caring", "alcohol", "low_mood", "anxiety", "self_doubt", "avoidance",
)  # fmt: skip
"""Which help stands first: what keeps somebody safe and fed, what opens doors, then loss and mood; others by score."""
TAGS: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({
    ("causes", "grief"): ("bereaved",),
    ("bereaved", "recent"): ("bereaved",),
    ("bereaved", "later"): ("bereaved",),
    ("bereaved", "suicide"): ("bereaved", "bereaved_suicide"),
    ("bereaved", "child"): ("bereaved",),
    ("causes", "caring"): ("carer",),
    ("carer", "adult"): ("carer",),
    ("carer", "parent_carer"): ("carer", "parent_carer"),
    ("carer", "young"): ("carer",),
    ("hearing", "bsl"): ("deaf",),
    ("hearing", "deafblind"): ("deaf", "sight_loss"),
    ("vision", "blind"): ("sight_loss",),
    ("cognition", "dementia"): ("dementia",),
    ("cognition", "learning_disability"): ("learning_disability",),
    ("cognition", "autism"): ("autistic",),
    ("mobility", "housebound"): ("housebound",),
    ("gender", "man"): ("men",),
    ("gender", "woman"): ("women",),
})  # fmt: skip
"""Groups of people that an answer says somebody belongs to. Nothing is guessed: what is not here does not follow."""
NOT_PEERS = ("men", "women")
"""Groups that let somebody in, but are no wish to be among them."""
MUST: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({
    ("mobility", "wheelchair"): ("step_free", "accessible_toilet"),
    ("mobility", "walking_aid"): ("step_free",),
    ("hearing", "bsl"): ("bsl",),
    ("hearing", "deafblind"): ("guiding_help",),
    ("vision", "blind"): ("guiding_help",),
    ("cognition", "dementia"): ("dementia_friendly",),
})  # fmt: skip
"""What must be there after one tick; each can be taken back."""
ASK: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({
    ("mobility", "walking_aid"): ("seating",),
})  # fmt: skip
"""What is asked about after one tick, and keeps nobody out."""
NOT_FORMATS: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({
    ("mobility", "housebound"): ("in_person",),
    ("hearing", "bsl"): ("phone",),
    ("hearing", "deafblind"): ("phone",),
})  # fmt: skip
"""Ways to take part that one tick rules out."""
AVOIDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "gambling": ("games.bingo",),
    "alcohol": ("alcohol",),
})  # fmt: skip
"""What is kept away from whom a cause makes vulnerable to it, wanted help or not."""
AVOID_SETTINGS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "alcohol": ("pub", "alcohol"),
    "faith_venue": ("faith_building", "church_hall"),
    "dogs": ("dogs",),
})  # fmt: skip
"""Settings that are meant by what a client avoids."""
EVERY_FORMAT = ("bsl", "captions", "easy_read", "dementia_friendly")
"""Needs of communication and thinking: in every format, where other needs are of the place alone."""
ASKED_KINDS = ("crisis", "advice", "helpline", "transport")
"""Kinds that one rings for help: needs of communication are something to say there, not a limit."""
ALONE_KINDS = ("self_guided", "online_resource", "helpline", "crisis", "transport")
"""Kinds in which nobody is met, or only whoever answers."""
ARRANGED_KINDS = (
    "advice", "befriending", "buddy", "carer_support", "counselling", "crisis", "helpline", "online_resource",
    "self_guided", "support_service", "tech_support", "transport", "volunteering",
)  # fmt: skip
"""Kinds whose times are made with the person, so that silence about them is no question."""
GROUP_KINDS = ("class", "drop_in", "event", "group", "outing", "peer_support")
"""Kinds in which one meets several people at once."""
SAFETY: Mapping[str, str] = MappingProxyType({
    "suicidal": "crisis",
    "immediate_danger": "crisis",
    "abuse": "safeguarding",
    "self_neglect": "safeguarding",
})  # fmt: skip
"""Which block a safety box opens."""
WAITS_BEHIND = ("immediate_danger",)
"""Safety boxes behind which the lists wait until somebody says that all are safe for now."""
HELPS_WITH: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "emergency": ("immediate_danger",),
    "crisis": ("suicidal",),
    "health": ("suicidal",),
    "safeguarding": ("abuse", "self_neglect"),
    "abuse": ("abuse",),
})  # fmt: skip
"""Which boxes each kind of contact of `data/help.yml` answers."""
